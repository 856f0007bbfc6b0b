/*
 * `npm run test:simulation`: a million bad days (test/simulation), or `-- --count N`, on both processors. It goes on where it was
 * stopped; `-- --again` begins anew. `-- --from N` begins at another seed, for a million that is shared among computers.
 * `-- --seed N` runs one seed and prints its trace. Seeds that fail are made small and stored in test/simulation/found/, which
 * `npm test` runs again.
 */

import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { command } from '../command.ts';
import { wholeNumber } from '../options.ts';
import { endWithThisProcess } from '../outlive.ts';
import { print, printProgress } from '../print.ts';
import { projectFolder } from '../run.ts';

const progressFile = join(projectFolder, 'out/simulation/progress.json');
const child = join(projectFolder, 'test/simulation/child.ts');

/** Seeds that one process runs before it is replaced, so that nothing can pile up in it. Its start costs as much as thirty seeds. */
const seedsAtATime = 500;

/** Whole batches that are done, by their first seed; seeds that failed. What was noted with batches of another size does not count. */
const progressSchema = z.object({
  seedsAtATime: z.literal(seedsAtATime),
  done: z.array(z.int()),
  failed: z.array(z.int()),
});

await command(async () => {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string' },
      from: { type: 'string', default: '1' },
      count: { type: 'string', default: '1000000' },
      again: { type: 'boolean', default: false },
    },
  });
  if (values.seed !== undefined) {
    await runChild(['--trace', String(wholeNumber('seed', values.seed))], print);
    return;
  }
  await runAll(wholeNumber('from', values.from), wholeNumber('count', values.count), values.again);
});

async function runAll(from: number, count: number, isAgain: boolean): Promise<void> {
  await mkdir(join(projectFolder, 'out/simulation'), { recursive: true });
  const text = isAgain ? '' : await readFile(progressFile, 'utf8').catch(() => '');
  const progress = progressSchema.safeParse(text === '' ? null : JSON.parse(text)).data ?? {
    seedsAtATime,
    done: [],
    failed: [],
  };
  const isWanted = (seed: number) => seed >= from && seed < from + count;
  const done = new Set(progress.done.filter(isWanted));
  const failed = () => progress.failed.filter(isWanted).length;
  const batches = Array.from({ length: Math.ceil(count / seedsAtATime) }, (_, index) => from + index * seedsAtATime);
  const waiting = batches.filter((first) => !done.has(first));
  if (done.size > 0) printProgress(`${done.size * seedsAtATime} were run before`);
  const beganMs = performance.now();
  let ran = 0;
  const work = async () => {
    for (let first = waiting.shift(); first !== undefined; first = waiting.shift()) {
      const size = Math.min(seedsAtATime, from + count - first);
      await runChild([String(first), String(size)], (line) => {
        print(line);
        progress.failed.push(Number(/^seed (\d+)/.exec(line)?.[1] ?? -1));
      });
      if (size === seedsAtATime) progress.done.push(first); // one that was cut short is run as a whole the next time
      ran += size;
      await writeFile(progressFile, JSON.stringify(progress));
      const perSecond = (ran * 1_000) / (performance.now() - beganMs);
      const left = waiting.length * seedsAtATime;
      printProgress(
        `${ran} schedules, ${perSecond.toFixed(1)} a second, ${hours(left / perSecond)} left, ${failed()} failed`,
      );
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  print(`${done.size * seedsAtATime + ran} schedules, ${failed()} failed`);
  if (failed() > 0) process.exitCode = 1;
}

function hours(seconds: number): string {
  return `${(seconds / 3_600).toFixed(1)} hours`;
}

/** Runs a batch in a process of its own. Each line of its output is a seed that failed, or a line of the trace. */
function runChild(args: readonly string[], onLine: (line: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const started = spawn(process.execPath, ['--import', 'tsx', child, ...args], {
      cwd: projectFolder,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    endWithThisProcess(started);
    let rest = '';
    started.stdout.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) onLine(line);
    });
    started.once('error', reject);
    started.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`a batch ended with ${code ?? 'a signal'}`)),
    );
  });
}
