import type { Problem } from '../contract/problem.ts';

/** However long the server asks to wait, it is asked again after this time. */
export const longestPauseMs = 60 * 60_000;

export type RetryBounds = {
  /** After the first failure; the delay doubles with each further one. */
  firstRetryMs: number;
  longestRetryMs: number;
};

/**
 * Exponential backoff with jitter: returns the delay after the `failures`-th failure in a row, at least as long as the
 * server asked for, and an hour at most. Up to a quarter is added at random, so that many computers that lost a server do not
 * return at once.
 */
export function retryDelayMs(
  failures: number,
  problem: Problem | null,
  { firstRetryMs, longestRetryMs }: RetryBounds,
  random: () => number = Math.random,
): number {
  const backoffMs = Math.min(firstRetryMs * 2 ** (failures - 1), longestRetryMs);
  return Math.min(Math.max(backoffMs, problem?.retryAfterMs ?? 0) * (1 + random() / 4), longestPauseMs);
}
