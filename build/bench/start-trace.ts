/* Reads a trace that Chromium has written of a start: what the main thread of each process did, and when the tickets came. */

import { z } from 'zod';

const eventSchema = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number().default(0),
  ts: z.number().default(0),
  dur: z.number().default(0),
  tdur: z.number().default(0),
  args: z.record(z.string(), z.unknown()).default({}),
});
type TraceEvent = z.infer<typeof eventSchema>;

/** A task of a thread; times in milliseconds since the start, and of the processor. */
export type Task = { name: string; fromMs: number; lengthMs: number; cpuMs: number };

/** The tasks of one thread, in order. */
export type Lane = { title: string; tasks: Task[] };

export type StartTrace = { lanes: Lane[]; moments: { name: string; atMs: number }[] };

/** The threads that the start waits for, by the names that Chromium gives to process and thread. */
const threads: readonly { process: string; thread: string; title: string }[] = [
  { process: 'Browser', thread: 'CrBrowserMain', title: 'main process' },
  { process: 'Renderer', thread: 'CrRendererMain', title: 'page' },
  { process: 'Renderer', thread: 'Compositor', title: 'page: compositor' },
  { process: 'GPU Process', thread: 'CrGpuMain', title: 'graphics process' },
  { process: 'GPU Process', thread: 'VizCompositorThread', title: 'graphics: display' },
];

const moments: Readonly<Record<string, string>> = {
  firstContentfulPaint: 'first paint',
  'tickets-painted': 'tickets on the screen',
};

/** What a task is called: the most telling of the events in it, the first that is found. */
const telling: readonly [RegExp, string][] = [
  [/EstablishGpuChannelSync/, 'waits for the graphics process'],
  [/^BrowserMainRunnerImpl::Initialize$/, 'Chromium starts'],
  [/^CommitNavigation|RenderFrameImpl::CommitNavigation$/, 'the page begins'],
  [/^v8\.compileModule|^V8\.CompileScript/, 'compiles scripts'],
  [/^v8\.evaluateModule|^EvaluateScript|^v8\.run/, 'runs scripts'],
  [/RunStyleAndLayoutLifecyclePhases|^Layout$/, 'style and layout'],
  [/^ParseHTML/, 'reads HTML'],
  [/DrawAndSwap/, 'draws'],
  [/TileManager|CommitComplete/, 'prepares the drawing'],
  [/^Closed mojo endpoint/, 'a process has ended'],
];

/** Shorter tasks cannot be seen in the drawing. */
const shortestMs = 1.5;

export function readStartTrace(json: string): StartTrace {
  const parsed: unknown = JSON.parse(json);
  const { traceEvents } = z.object({ traceEvents: z.array(z.unknown()) }).parse(parsed);
  const events = traceEvents.flatMap((event) => eventSchema.safeParse(event).data ?? []);
  const named = (kind: string) => events.filter(({ ph, name }) => ph === 'M' && name === kind);
  const processes = new Map(named('process_name').map(({ pid, args }) => [pid, String(args.name)]));
  const threadNames = new Map(named('thread_name').map(({ pid, tid, args }) => [`${pid}/${tid}`, String(args.name)]));
  const timed = events.filter(({ ts }) => ts > 0);
  const startUs = timed.reduce((first, { ts }) => Math.min(first, ts), Number.POSITIVE_INFINITY);
  const atMs = (ts: number) => (ts - startUs) / 1_000;
  const lanes = threads.map(({ process, thread, title }) => {
    const own = timed.filter(
      ({ ph, pid, tid }) => ph === 'X' && processes.get(pid) === process && threadNames.get(`${pid}/${tid}`) === thread,
    );
    return { title, tasks: tasksOf(own, atMs) };
  });
  const found = Object.entries(moments).flatMap(([event, name]) => {
    const first = timed.filter((candidate) => candidate.name === event).map(({ ts }) => ts);
    return first.length > 0 ? [{ name, atMs: atMs(Math.min(...first)) }] : [];
  });
  return { lanes, moments: found };
}

/** Returns the outermost events that are long enough, each named by what is in it. */
function tasksOf(events: readonly TraceEvent[], atMs: (ts: number) => number): Task[] {
  const sorted = [...events].sort((one, other) => one.ts - other.ts || other.dur - one.dur);
  const tasks: (Task & { endUs: number })[] = [];
  for (const { name, ts, dur, tdur } of sorted) {
    const last = tasks.at(-1);
    const known = telling.find(([pattern]) => pattern.test(name))?.[1];
    if (last && ts < last.endUs) {
      if (known && last.name === '') last.name = known;
    } else if (dur / 1_000 >= shortestMs) {
      const times = { fromMs: atMs(ts), lengthMs: dur / 1_000, cpuMs: tdur / 1_000, endUs: ts + dur };
      tasks.push({ name: known ?? '', ...times });
    }
  }
  return tasks.map(({ endUs: _end, ...task }) => task);
}
