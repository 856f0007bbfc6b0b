import { afterAll, expect, it } from 'vitest';
import { endSimulation, run } from './run.ts';
import { scheduleOf } from './schedule.ts';

afterAll(endSimulation);

it('does the same whenever it runs the schedule of the same seed', async () => {
  for (const seed of [3, 14, 15, 92, 65]) {
    const schedule = scheduleOf(seed);
    const first = await run(schedule, true);
    const second = await run(scheduleOf(seed), true);
    expect(first.trace.length).toBeGreaterThan(20);
    expect(second).toEqual(first);
  }
}, 120_000);

it('does something else for another seed', async () => {
  const [one, other] = [await run(scheduleOf(1), true), await run(scheduleOf(2), true)];
  expect(one.trace).not.toEqual(other.trace);
}, 120_000);
