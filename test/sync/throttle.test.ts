import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Throttle } from '../../electron/sync/sync-engine.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

it('lets the first happen at once, and the next when it is time', () => {
  const throttle = new Throttle(100);
  expect([throttle.isDue(), throttle.isDue()]).toEqual([true, false]);
  vi.advanceTimersByTime(99);
  expect(throttle.isDue()).toBe(false);
  vi.advanceTimersByTime(1);
  expect([throttle.isDue(), throttle.isDue()]).toEqual([true, false]);
});
