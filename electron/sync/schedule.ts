import type { RetryBounds } from '../api/retry-delay.ts';
import { type Problem, type ProblemKind, problemsOfTheWay } from '../contract/problem.ts';
import type { Connection } from '../contract/sync-status.ts';

/** How long after a round that went well the next one begins. */
export const roundIntervalMs = 2 * 60_000;

/** The same while nobody looks, or while the computer runs on its battery. */
export const quietRoundIntervalMs = 10 * 60_000;

/** How often the whole list is walked, which finds what no other call tells. */
export const walkIntervalMs = 24 * 60 * 60_000;

/** After a walk that one of its pages kept from its end, while rounds go well. */
export const walkRetryMs = 15 * 60_000;

/** Whether that is so long ago, or never was. A time that has yet to come tells that this computer's clock was ahead then. */
export function isDue(atMs: number | null, intervalMs: number): boolean {
  if (atMs === null) return true;
  const ageMs = Date.now() - atMs;
  return ageMs < 0 || ageMs >= intervalMs;
}

/** Between a round that failed and the next. */
export const roundRetries: RetryBounds = { firstRetryMs: 2_000, longestRetryMs: 60_000 };

const offline: readonly ProblemKind[] = [...problemsOfTheWay, 'timeout'];
const refused: readonly ProblemKind[] = [
  'unauthorized',
  'wrong-credentials',
  'no-permission',
  'account-gone',
  'keychain-entry-missing',
];

const ofOneCall: readonly ProblemKind[] = [
  'not-found',
  'no-permission',
  'rejected',
  'server-error',
  'malformed-answer',
  'timeout',
];

/** Whether a call may have failed for what it asked for alone, so that others can go well all the same and may be made. */
export function isOfOneCall({ kind, retryAfterMs }: Problem): boolean {
  return ofOneCall.includes(kind) && !retryAfterMs;
}

/** What a problem, or that there is none, says about the connection. */
export function connectionOf(problem: Problem | null): Connection {
  if (!problem) return 'online';
  const { kind } = problem;
  if (offline.includes(kind)) return 'offline';
  return refused.includes(kind) ? 'refused' : 'trouble';
}
