/*
 * `npm run test:simulation`: a million bad days (test/simulation), or `-- --count N`, on both processors. It goes on where it was
 * stopped; `-- --again` begins anew. `-- --from N` begins at another seed, for a million that is shared among computers.
 * `-- --seed N` runs one seed and prints its trace. Seeds that fail are made small and stored in test/simulation/found/, which
 * `npm test` runs again.
 */

import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { command } from '../command.ts';
import { wholeNumber } from '../options.ts';
import { endWithThisProcess } from '../outlive.ts';
import { print, printProgress } from '../print.ts';
import { projectFolder } from '../run.ts';
import { type Batch, batchesOf, SimulationProgress } from '../simulation-progress.ts';

const progressFile = join(projectFolder, 'out/simulation/progress.json');
const child = join(projectFolder, 'test/simulation/child.ts');

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
  const progress = await SimulationProgress.open(progressFile, isAgain);
  const batches = batchesOf(from, count);
  const waiting = batches.filter((batch) => !progress.isDone(batch));
  const failed = () => progress.failedIn(batches);
  const before = count - seedsIn(waiting);
  if (before > 0) printProgress(`${before} were run before`);
  const beganMs = performance.now();
  let ran = 0;
  const work = async () => {
    for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) {
      progress.begin(batch);
      await runChild([String(batch.first), String(batch.size)], (line) => {
        print(line);
        progress.noteFailure(Number(/^seed (\d+)/.exec(line)?.[1] ?? -1));
      });
      ran += batch.size;
      await progress.end(batch);
      const perSecond = (ran * 1_000) / (performance.now() - beganMs);
      const left = hours(seedsIn(waiting) / perSecond);
      printProgress(`${ran} schedules, ${perSecond.toFixed(1)} a second, ${left} left, ${failed()} failed`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  print(`${before + ran} schedules, ${failed()} failed`);
  if (failed() > 0) process.exitCode = 1;
}

function seedsIn(batches: readonly Batch[]): number {
  return batches.reduce((sum, { size }) => sum + size, 0);
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
