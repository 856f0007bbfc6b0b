/* The simulation can be stopped and goes on, and counts no seed twice. */

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { batchesOf, SimulationProgress, seedsAtATime } from '../../build/simulation-progress.ts';
import { ownFolder } from '../support/folder.ts';

const fileOfOwn = async () => join(await ownFolder(), 'progress.json');
const [first, second] = [
  { first: 1, size: seedsAtATime },
  { first: 1 + seedsAtATime, size: seedsAtATime },
];

it('goes on after the batches that were done, which may end at the same time', async () => {
  const file = await fileOfOwn();
  const before = await SimulationProgress.open(file, false);
  before.noteFailure(7);
  await Promise.all([before.end(first), before.end(second)]);
  const after = await SimulationProgress.open(file, false);
  expect(batchesOf(1, 3 * seedsAtATime).map((batch) => after.isDone(batch))).toEqual([true, true, false]);
  expect(after.failedIn(batchesOf(1, 1_000))).toBe(1);
  expect((await SimulationProgress.open(file, true)).isDone(first)).toBe(false);
});

it('a seed whose batch was stopped and is run again counts once', async () => {
  const file = await fileOfOwn();
  const before = await SimulationProgress.open(file, false);
  before.noteFailure(7);
  await before.end(second);
  const after = await SimulationProgress.open(file, false);
  after.begin(first);
  after.noteFailure(7);
  expect(after.failedIn([first, second])).toBe(1);
});

it('batches that begin at other seeds were not run before, and the last may be smaller', async () => {
  const progress = await SimulationProgress.open(await fileOfOwn(), false);
  await progress.end(second);
  expect(batchesOf(301, 1_200)).toEqual([
    { first: 301, size: 500 },
    { first: 801, size: 500 },
    { first: 1_301, size: 200 },
  ]);
  expect(batchesOf(301, 1_200).some((batch) => progress.isDone(batch))).toBe(false);
});

it('a batch that was cut short is run as a whole the next time', async () => {
  const file = await fileOfOwn();
  await (await SimulationProgress.open(file, false)).end({ first: 1, size: 200 });
  expect((await SimulationProgress.open(file, false)).isDone(first)).toBe(false);
});

it('a damaged file is named', async () => {
  const file = await fileOfOwn();
  await (await SimulationProgress.open(file, false)).end(first);
  await writeFile(file, (await readFile(file, 'utf8')).slice(0, -5));
  await expect(SimulationProgress.open(file, false)).rejects.toThrow(`${file} is damaged.`);
});
