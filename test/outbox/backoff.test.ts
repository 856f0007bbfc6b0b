import { describe, expect, it } from 'vitest';
import { retryDelayMs } from '../../electron/api/retry-delay.ts';
import { problem } from '../../electron/contract/problem.ts';
import { Backoff, defaultRetryPolicy } from '../../electron/outbox/backoff.ts';

describe('a delay', () => {
  it('grows with each failure, and never ends before the server’s own', () => {
    const delays = [1, 2, 3, 10].map((failures) => retryDelayMs(failures, null, defaultRetryPolicy));
    for (const [index, leastMs] of [2_000, 4_000, 8_000, 60_000].entries()) {
      expect(delays[index]).toBeGreaterThanOrEqual(leastMs);
      expect(delays[index]).toBeLessThanOrEqual(leastMs * 1.25);
    }
    expect(
      retryDelayMs(1, problem('rate-limited', { retryAfterMs: 90_000 }), defaultRetryPolicy),
    ).toBeGreaterThanOrEqual(90_000);
  });

  it('concerns every change when the connection fails, and only its own change otherwise', () => {
    const backoff = new Backoff<string>(defaultRetryPolicy);
    backoff.noteFailure('one', problem('server-error'), 0);
    expect([backoff.untilMs('one') > 0, backoff.untilMs('other')]).toEqual([true, 0]);
    backoff.noteFailure('one', problem('no-connection'), 0);
    expect(backoff.untilMs('other')).toBeGreaterThan(0);
    backoff.noteSuccess('one', 1);
    expect([backoff.untilMs('one'), backoff.untilMs('other')]).toEqual([0, 0]);
  });

  it('ends when the network is back, unless the server asked for it', () => {
    const backoff = new Backoff<string>(defaultRetryPolicy);
    backoff.noteFailure('one', problem('no-connection'), 0);
    backoff.wake();
    expect(backoff.untilMs('one')).toBe(0);
    backoff.noteFailure('one', problem('rate-limited', { retryAfterMs: 30_000 }), 0);
    backoff.wake();
    expect(backoff.untilMs('other')).toBeGreaterThanOrEqual(30_000);
  });

  it('before a search is neither shorter than the server asked, nor as long as after a failure', () => {
    const backoff = new Backoff<string>(defaultRetryPolicy);
    backoff.noteFailure('asked', problem('server-error', { retryAfterMs: 30_000 }), 1_000);
    backoff.delay('asked', 0, 1_000);
    backoff.wake();
    expect(backoff.untilMs('asked')).toBeGreaterThanOrEqual(31_000);

    backoff.noteFailure('not asked', problem('server-error'), 1_000);
    backoff.delay('not asked', 0, 1_000);
    expect(backoff.untilMs('not asked')).toBe(1_000);
  });

  it('that a limit of the rate asks for ends only by itself, and makes things go one at a time for a while', () => {
    const backoff = new Backoff<string>(defaultRetryPolicy);
    backoff.noteFailure('one', problem('rate-limited'), 0);
    backoff.wake();
    expect([backoff.untilMs('other') > 0, backoff.isSlowed]).toEqual([true, true]);
    backoff.noteSuccess('one', 100_000);
    expect([backoff.untilMs('other'), backoff.isSlowed]).toEqual([0, true]);
    for (let success = 1; success < 20; success++) backoff.noteSuccess('one', 100_000);
    expect(backoff.isSlowed).toBe(false);
  });

  it('does not keep what the user wants tried, once and only that', () => {
    const backoff = new Backoff<string>(defaultRetryPolicy);
    const limited = problem('rate-limited', { retryAfterMs: 30_000 });
    backoff.noteFailure('one', limited, 0);
    backoff.release('one');
    expect([backoff.untilMs('one'), backoff.untilMs('other') >= 30_000]).toEqual([0, true]);
    backoff.noteFailure('one', limited, 1_000);
    expect(backoff.untilMs('one')).toBeGreaterThanOrEqual(31_000);
  });

  it('is an hour at most, whatever the server asks for', () => {
    const backoff = new Backoff<string>(defaultRetryPolicy);
    backoff.noteFailure('one', problem('rate-limited', { retryAfterMs: 86_400_000 }), 0);
    expect(backoff.untilMs('one')).toBe(3_600_000);
  });
});
