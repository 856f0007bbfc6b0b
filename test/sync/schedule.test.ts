import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { retryDelayMs } from '../../electron/api/retry-delay.ts';
import { type ProblemKind, problem } from '../../electron/contract/problem.ts';
import { RoundSchedule, roundRetries } from '../../electron/sync/schedule.ts';

it('waits longer after each failure, up to a minute, with a share by chance', () => {
  const delays = [1, 2, 3, 4, 5, 6, 7, 50].map((failures) =>
    retryDelayMs(failures, problem('no-connection'), roundRetries, () => 0),
  );
  expect(delays).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  expect(retryDelayMs(1, problem('no-connection'), roundRetries, () => 1)).toBe(2_500);
});

it('never comes back before the server asked for it, and after an hour at most', () => {
  expect(retryDelayMs(1, problem('rate-limited', { retryAfterMs: 90_000 }), roundRetries, () => 0)).toBe(90_000);
  const hourMs = 3_600_000;
  expect(retryDelayMs(1, problem('rate-limited', { retryAfterMs: hourMs }), roundRetries, () => 1)).toBe(hourMs);
});

describe('rounds', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Returns how many seconds after its round has ended the next one begins. */
  async function secondsUntilNext(end: (schedule: RoundSchedule) => void): Promise<number> {
    const begin = vi.fn();
    end(new RoundSchedule(begin, new AbortController().signal));
    for (let seconds = 1; ; seconds++) {
      await vi.advanceTimersByTimeAsync(1_000);
      if (begin.mock.calls.length > 0) return seconds;
    }
  }

  const afterSuccess = (roundMs: number, isQuiet = false) =>
    secondsUntilNext((schedule) => {
      schedule.setQuiet(isQuiet);
      schedule.roundEnded(null, roundMs);
    });

  it('take at most a tenth of the time, within half an hour', async () => {
    expect(await afterSuccess(300)).toBe(120);
    expect(await afterSuccess(13_000)).toBe(120);
    expect(await afterSuccess(30_000)).toBe(270);
    expect(await afterSuccess(30_000, true)).toBe(600);
    expect(await afterSuccess(100_000, true)).toBe(900);
    expect(await afterSuccess(3_600_000)).toBe(1_800);
  });

  it('take at most a quarter of the time while the server breaks them, within half an hour', async () => {
    const afterFailure = (kind: ProblemKind, roundMs: number) =>
      secondsUntilNext((schedule) => schedule.failed(problem(kind), roundMs));
    expect(await afterFailure('server-error', 300)).toBeLessThanOrEqual(3);
    expect(await afterFailure('server-error', 90_000)).toBe(270);
    expect(await afterFailure('malformed-answer', 3_600_000)).toBe(1_800);
    expect(await afterFailure('no-connection', 90_000)).toBeLessThanOrEqual(3); // the server was spared
    expect(await secondsUntilNext((schedule) => schedule.roundEnded(problem('server-error'), 90_000))).toBe(270);
  });

  it('make no call of their own accord while the server limits requests, however it says so', async () => {
    const begin = vi.fn();
    const schedule = new RoundSchedule(begin, new AbortController().signal);
    schedule.failed(problem('rate-limited'));
    expect(schedule.mayAsk).toBe(false);
    await vi.advanceTimersByTimeAsync(2_600);
    expect(begin).toHaveBeenCalledOnce();
    expect(schedule.mayAsk).toBe(true);
    schedule.failed(problem('server-error'));
    expect(schedule.mayAsk).toBe(true);
  });

  it('go on in time although the clock is set back', async () => {
    const begin = vi.fn();
    const schedule = new RoundSchedule(begin, new AbortController().signal);
    schedule.failed(problem('rate-limited', { retryAfterMs: 60_000 }));
    vi.setSystemTime(Date.now() - 3_600_000);
    await vi.advanceTimersByTimeAsync(59_000);
    expect(schedule.mayAsk).toBe(false);
    await vi.advanceTimersByTimeAsync(17_000); // a quarter more by chance
    expect(schedule.mayAsk).toBe(true);

    schedule.roundEnded(null, 300);
    vi.setSystemTime(Date.now() - 3_600_000);
    begin.mockClear();
    schedule.scheduleNext();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(begin).toHaveBeenCalledOnce();
  });

  it('go on when a pause went by while the computer slept', () => {
    const schedule = new RoundSchedule(vi.fn(), new AbortController().signal);
    schedule.failed(problem('rate-limited', { retryAfterMs: 60_000 }));
    vi.setSystemTime(Date.now() + 3_600_000);
    expect(schedule.mayAsk).toBe(true);
  });
});
