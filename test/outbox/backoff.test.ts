import { afterEach, describe, expect, it, vi } from 'vitest';
import { longestPauseMs, retryDelayMs } from '../../electron/api/retry-delay.ts';
import { type ProblemKind, problem, problemsOfTheWay } from '../../electron/contract/problem.ts';
import { Backoff, concernsAll, defaultRetryPolicy } from '../../electron/outbox/backoff.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

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

    const other = new Backoff<string>(defaultRetryPolicy);
    other.noteFailure('not asked', problem('server-error'), 1_000);
    other.delay('not asked', 0, 1_000);
    expect(other.untilMs('not asked')).toBe(1_000);
  });

  it.each(['rate-limited', 'server-error'] as const)(
    'that the server asked for by %s goes on for all when another change fails',
    (kind) => {
      const backoff = new Backoff<string>(defaultRetryPolicy);
      backoff.noteFailure('one', problem(kind, { retryAfterMs: 600_000 }), 0);
      backoff.noteFailure('under way', problem('no-connection'), 1_000);
      backoff.wake();
      expect(backoff.untilMs('other')).toBeGreaterThanOrEqual(600_000);
    },
  );

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
    expect(longestPauseMs).toBe(3_600_000);
  });

  it('grows with each failure of a key, and begins anew after a success', () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const backoff = new Backoff<string>(defaultRetryPolicy);
    const untilAfterFailure = () => {
      backoff.noteFailure('one', problem('server-error'), 0);
      return backoff.untilMs('one');
    };
    expect([untilAfterFailure(), untilAfterFailure()]).toEqual([2_000, 4_000]);
    backoff.wake();
    expect(backoff.untilMs('one')).toBe(0);
    expect(untilAfterFailure()).toBe(8_000); // the network came back, but this may have had another reason
    backoff.delay('one', 0, 0);
    expect(untilAfterFailure()).toBe(16_000);
    backoff.noteSuccess('one', 0);
    expect(untilAfterFailure()).toBe(2_000);
    backoff.forget('one');
    expect([backoff.untilMs('one'), untilAfterFailure()]).toEqual([0, 2_000]);
  });

  it('of a fixed time begins now, also where nothing failed before', () => {
    const backoff = new Backoff<string>(defaultRetryPolicy);
    backoff.delay('one', 5_000, 1_000);
    expect(backoff.untilMs('one')).toBe(6_000);
    backoff.wake();
    expect(backoff.untilMs('one')).toBe(6_000);
  });

  it('without a known problem is the key’s own, and slows nothing', () => {
    const backoff = new Backoff<string>(defaultRetryPolicy);
    backoff.noteFailure('one', null, 0);
    expect([backoff.untilMs('one') > 0, backoff.untilMs('other'), backoff.isSlowed]).toEqual([true, 0, false]);
    backoff.wake();
    expect(backoff.untilMs('one')).toBe(0);
    backoff.noteFailure('one', problem('no-connection'), 0);
    expect(backoff.isSlowed).toBe(false);
  });

  it('that the server asked for is not ended by the success of a change that was under way', () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const backoff = new Backoff<string>(defaultRetryPolicy);
    const limited = problem('rate-limited', { retryAfterMs: 30_000 });
    backoff.noteFailure('one', limited, 0);
    backoff.noteSuccess('under way', 29_999);
    expect(backoff.untilMs('other')).toBe(30_000);
    backoff.noteSuccess('under way', 30_000);
    expect(backoff.untilMs('other')).toBe(0);
  });
});

it.each<ProblemKind>([
  ...(['rate-limited', 'unauthorized', 'wrong-credentials', 'keychain-entry-missing', 'keychain-locked'] as const),
  ...problemsOfTheWay,
])('%s would meet every other change too', (kind) => {
  expect(concernsAll(problem(kind))).toBe(true);
});

it.each<ProblemKind>(['server-error', 'timeout', 'rejected', 'not-found', 'internal'])(
  '%s concerns its own change',
  (kind) => {
    expect(concernsAll(problem(kind))).toBe(false);
  },
);

it('a change whose answer never came is searched for at once and for a minute, a discarded one for seconds', () => {
  const { searchDelaysMs, discardSearchDelaysMs, closeGraceMs, copyGraceMs } = defaultRetryPolicy;
  const sum = (delaysMs: readonly number[]) => delaysMs.reduce((total, delayMs) => total + delayMs, 0);
  expect([searchDelaysMs[0], sum(searchDelaysMs), searchDelaysMs.length]).toEqual([0, 62_000, 6]);
  expect([discardSearchDelaysMs[0], sum(discardSearchDelaysMs), discardSearchDelaysMs.length]).toEqual([0, 6_000, 3]);
  expect([closeGraceMs, copyGraceMs]).toEqual([1_000, 4_000]);
});
