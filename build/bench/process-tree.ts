/* Bench: what all processes of an application have used so far, as Linux counts it. */

import { readdir, readFile } from 'node:fs/promises';

/** What a process and its descendants have used since they began. */
export type Usage = {
  cpuMs: number;
  /** How often a thread went to sleep by itself, and so had to be woken. */
  wakeups: number;
  /** What was passed to the system for writing to files; the disk may get it later. */
  writtenBytes: number;
  /** Open files, sockets and the like. */
  handles: number;
  /** The same of each kind of thread, by the name of the process's kind and the thread's. */
  threads: ReadonlyMap<string, { cpuMs: number; wakeups: number }>;
};

/** Linux reports times in hundredths of a second. */
const tickMs = 10;

/** Reads the usage of a process and its descendants. Those that end in between count no more. */
export async function readUsage(rootPid: number): Promise<Usage> {
  const threads = new Map<string, { cpuMs: number; wakeups: number }>();
  const sum = { cpuMs: 0, wakeups: 0, writtenBytes: 0, handles: 0 };
  for (const pid of await descendants(rootPid)) {
    try {
      const kind = /--type=([\w-]+)/.exec(await readFile(`/proc/${pid}/cmdline`, 'utf8'))?.[1] ?? 'main';
      sum.writtenBytes += numberIn(await readFile(`/proc/${pid}/io`, 'utf8'), 'write_bytes');
      sum.handles += (await readdir(`/proc/${pid}/fd`)).length;
      for (const thread of await readdir(`/proc/${pid}/task`)) {
        const folder = `/proc/${pid}/task/${thread}`;
        const { name, times } = parseStat(await readFile(`${folder}/stat`, 'utf8'));
        const wakeups = numberIn(await readFile(`${folder}/status`, 'utf8'), 'voluntary_ctxt_switches');
        const cpuMs = (times.user + times.system) * tickMs;
        sum.cpuMs += cpuMs;
        sum.wakeups += wakeups;
        const key = `${kind}: ${name}`;
        const before = threads.get(key) ?? { cpuMs: 0, wakeups: 0 };
        threads.set(key, { cpuMs: before.cpuMs + cpuMs, wakeups: before.wakeups + wakeups });
      }
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }
  return { ...sum, threads };
}

/** What was used between two readings. */
export function usedBetween(before: Usage, after: Usage): Usage {
  const threads = [...after.threads].map(([name, used]) => {
    const earlier = before.threads.get(name) ?? { cpuMs: 0, wakeups: 0 };
    return [name, { cpuMs: used.cpuMs - earlier.cpuMs, wakeups: used.wakeups - earlier.wakeups }] as const;
  });
  return {
    cpuMs: after.cpuMs - before.cpuMs,
    wakeups: after.wakeups - before.wakeups,
    writtenBytes: after.writtenBytes - before.writtenBytes,
    handles: after.handles,
    threads: new Map(threads),
  };
}

async function descendants(rootPid: number): Promise<number[]> {
  const children = new Map<number, number[]>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => null);
    if (stat === null) continue;
    const { parent } = parseStat(stat);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const found = [rootPid];
  for (const pid of found) found.push(...(children.get(pid) ?? []));
  return found;
}

/** The name of a program may hold blanks and brackets, so the fields are counted from behind it. */
function parseStat(stat: string): { name: string; parent: number; times: { user: number; system: number } } {
  const end = stat.lastIndexOf(')');
  const fields = stat.slice(end + 2).split(' ');
  const field = (number: number) => Number(fields[number - 3]); // as the manual counts, of which two stand before
  const name = stat.slice(stat.indexOf('(') + 1, end).replace(/\d+$/, '');
  return { name, parent: field(4), times: { user: field(14), system: field(15) } };
}

const numberIn = (text: string, name: string) => Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(text)?.[1] ?? 0);

const isGone = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH');
