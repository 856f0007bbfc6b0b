/*
 * One process of `npm run test:simulation`: runs a batch of seeds, given as the first one and how many, and prints those that
 * fail, after storing the smallest schedule that does in `found`. With `--trace` and a seed it prints what happens.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endSimulation, run } from './run.ts';
import { scheduleOf } from './schedule.ts';
import { shrunk } from './shrink.ts';

const found = join(import.meta.dirname, 'found');
const say = (line: string) => process.stdout.write(`${line}\n`);

async function trace(seed: number): Promise<void> {
  const { trace: lines, failure } = await run(scheduleOf(seed), true);
  for (const line of lines) say(line);
  say(failure ?? 'every promise was kept');
}

async function batch(first: number, count: number): Promise<void> {
  for (let seed = first; seed < first + count; seed++) {
    const { failure } = await run(scheduleOf(seed));
    if (failure === null) continue;
    const smallest = await shrunk(seed);
    if (smallest) {
      mkdirSync(found, { recursive: true });
      writeFileSync(join(found, `${seed}.json`), `${JSON.stringify({ seed, ...smallest }, null, 2)}\n`);
    }
    say(`seed ${seed}: ${(smallest?.failure ?? failure).split('\n')[0]}`);
  }
}

const [first = '', second = ''] = process.argv.slice(2);
await (first === '--trace' ? trace(Number(second)) : batch(Number(first), Number(second)));
endSimulation();
process.exit();
