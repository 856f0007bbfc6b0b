/* What the test files of the simulation share: how many schedules each runs, and what is said of one that fails. */

import { expect } from 'vitest';
import { run } from './run.ts';
import { scheduleOf } from './schedule.ts';

/** Runs the schedules of so many seeds from `first` on. */
export async function runSeeds(first: number, count: number): Promise<void> {
  const failures: string[] = [];
  for (let seed = first; seed < first + count; seed++) {
    const { failure } = await run(scheduleOf(seed));
    if (failure) failures.push(`seed ${seed}, see npm run test:simulation -- --seed ${seed}: ${failure}`);
  }
  expect(failures).toEqual([]);
}
