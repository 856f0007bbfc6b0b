/* From a seed to the smallest schedule that fails: fewer steps, fewer faults, a plainer server. */

import fc from 'fast-check';
import { run } from './run.ts';
import { type Schedule, schedules } from './schedule.ts';

/** How many smaller schedules are tried at most. */
const mostTries = 300;

/** Returns the smallest failing schedule that was found for a seed whose schedule fails; `null` if it does not fail. */
export async function shrunk(seed: number): Promise<{ schedule: Schedule; failure: string } | null> {
  let found: { schedule: Schedule; failure: string } | null = null;
  let tries = 0;
  const fails = async (schedule: Schedule): Promise<boolean> => {
    tries += 1;
    if (tries > mostTries) return false;
    const { failure } = await run(schedule);
    if (failure === null) return false;
    found = { schedule, failure };
    return true;
  };
  await fc.check(
    fc.asyncProperty(schedules(), async (schedule) => !(await fails(schedule as Schedule))),
    { seed, numRuns: 1 },
  );
  return found;
}
