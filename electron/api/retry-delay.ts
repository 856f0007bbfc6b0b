import type { Problem } from '../contract/problem.ts';

export type RetryBounds = {
  /** After the first failure; twice as long after each further one. */
  firstRetryMs: number;
  longestRetryMs: number;
};

/**
 * How long to wait after the `failures`-th failure in a row: twice as long each time, what the server asked for at least,
 * and up to a quarter more by chance, so that many computers that lost one server do not come back as one.
 */
export function retryDelayMs(
  failures: number,
  problem: Problem | null,
  { firstRetryMs, longestRetryMs }: RetryBounds,
  random: () => number = Math.random,
): number {
  const backoffMs = Math.min(firstRetryMs * 2 ** (failures - 1), longestRetryMs);
  return Math.max(backoffMs, problem?.retryAfterMs ?? 0) * (1 + random() / 4);
}
