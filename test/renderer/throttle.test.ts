import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { afterPause, throttle } from '../../renderer/state/desk-events.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('runs at once, then once for all calls of an interval, and never forgets the last', () => {
  const task = vi.fn();
  const soon = throttle(task, 300);
  soon();
  expect(task).toHaveBeenCalledTimes(1);
  soon();
  soon();
  expect(task).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(300);
  expect(task).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(900);
  expect(task).toHaveBeenCalledTimes(2);
});

it('runs no later than one interval after the last run, and no earlier', () => {
  const times: number[] = [];
  const start = Date.now();
  const soon = throttle(() => times.push(Date.now() - start), 300);
  for (const atMs of [0, 290, 310]) setTimeout(soon, atMs);
  vi.advanceTimersByTime(1_000);
  expect(times).toEqual([0, 300, 600]);
});

it('waits until nobody has called for a while, as between two keys', () => {
  const task = vi.fn();
  const afterwards = afterPause(task, 250);
  for (const atMs of [0, 200, 400]) setTimeout(afterwards, atMs);
  vi.advanceTimersByTime(649);
  expect(task).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1_000);
  expect(task).toHaveBeenCalledTimes(1);
});
