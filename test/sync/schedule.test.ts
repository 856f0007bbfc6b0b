import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { retryDelayMs } from '../../electron/api/retry-delay.ts';
import { type ProblemKind, problem } from '../../electron/contract/problem.ts';
import {
  isDue,
  openListsIntervalMs,
  RoundSchedule,
  roundRetries,
  walkIntervalMs,
  walkRetryMs,
} from '../../electron/sync/schedule.ts';

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
    vi.restoreAllMocks();
  });

  /** Returns how many seconds after its round has ended the next one begins. */
  async function secondsUntilNext(end: (schedule: RoundSchedule) => void): Promise<number> {
    const begin = vi.fn();
    end(new RoundSchedule(begin, new AbortController().signal));
    for (let seconds = 1; seconds <= 3_600; seconds++) {
      await vi.advanceTimersByTimeAsync(1_000);
      if (begin.mock.calls.length > 0) return seconds;
    }
    throw new Error('No round was begun within an hour.');
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

  it('tell whether one has ended, and whether it is quiet', () => {
    const schedule = new RoundSchedule(vi.fn(), new AbortController().signal);
    expect([schedule.hasHadRound, schedule.isQuiet]).toEqual([false, false]);
    expect([schedule.setQuiet(true), schedule.setQuiet(true), schedule.isQuiet]).toEqual([true, false, true]);
    schedule.roundEnded(null, 300);
    expect(schedule.hasHadRound).toBe(true);
  });

  it('begin at once where none was had yet, once for each time that they are scheduled, and not when that is taken back', async () => {
    const begin = vi.fn();
    const schedule = new RoundSchedule(begin, new AbortController().signal);
    schedule.scheduleNext();
    schedule.scheduleNext();
    await vi.advanceTimersByTimeAsync(0);
    expect(begin).toHaveBeenCalledOnce();
    schedule.scheduleNext();
    schedule.cancel();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(begin).toHaveBeenCalledOnce();
  });

  it('are never begun once the engine has stopped', async () => {
    const begin = vi.fn();
    const stopped = new AbortController();
    const schedule = new RoundSchedule(begin, stopped.signal);
    stopped.abort();
    schedule.scheduleNext();
    schedule.failed(problem('server-error'));
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(begin).not.toHaveBeenCalled();
  });

  it('wait longer after each failure, and as after the first once the failures are forgotten', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const afterFailures = (end: (schedule: RoundSchedule) => void) =>
      secondsUntilNext((schedule) => {
        schedule.failed(problem('server-error'));
        schedule.failed(problem('server-error'));
        end(schedule);
      });
    expect(await afterFailures(() => {})).toBe(4);
    expect(await afterFailures((schedule) => schedule.failed(problem('server-error')))).toBe(8);
    const forgotten = (schedule: RoundSchedule) => {
      schedule.resetFailures();
      schedule.failed(problem('server-error'));
    };
    expect(await afterFailures(forgotten)).toBe(2);
  });

  it('make no call before the end of the longest pause that the server asked for', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const schedule = new RoundSchedule(vi.fn(), new AbortController().signal);
    schedule.failed(problem('server-error', { retryAfterMs: 60_000 }));
    schedule.failed(problem('server-error', { retryAfterMs: 5_000 }));
    await vi.advanceTimersByTimeAsync(59_999);
    expect(schedule.mayAsk).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(schedule.mayAsk).toBe(true);
  });

  it('make calls again from the moment on that either clock shows the end of the pause', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const paused = () => {
      const schedule = new RoundSchedule(vi.fn(), new AbortController().signal);
      schedule.failed(problem('rate-limited', { retryAfterMs: 60_000 }));
      return schedule;
    };
    const slept = paused();
    vi.setSystemTime(Date.now() + 60_000);
    expect(slept.mayAsk).toBe(true);
    const setBack = paused();
    vi.setSystemTime(Date.now() - 3_600_000);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(setBack.mayAsk).toBe(true);
  });

  it('do not begin before the end of a pause because something else failed meanwhile', async () => {
    const seconds = await secondsUntilNext((schedule) => {
      schedule.failed(problem('rate-limited', { retryAfterMs: 600_000 }));
      schedule.failed(problem('no-connection'));
    });
    expect(seconds).toBeGreaterThanOrEqual(600);
  });

  it('count what is due by the clock, and mistrust a clock that was ahead', () => {
    const nowMs = Date.now();
    expect(isDue(null, 1_000)).toBe(true);
    expect([isDue(nowMs - 999, 1_000), isDue(nowMs - 1_000, 1_000)]).toEqual([false, true]);
    expect([isDue(nowMs, 1_000), isDue(nowMs + 1, 1_000)]).toEqual([false, true]);
  });
});

it('the open tickets are read every half hour, the whole list every day, and again a quarter of an hour after a failure', () => {
  expect([openListsIntervalMs, walkIntervalMs, walkRetryMs].map((ms) => ms / 60_000)).toEqual([30, 24 * 60, 15]);
});
