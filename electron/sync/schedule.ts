import type { Problem, ProblemKind } from '../contract/problem.ts';
import type { Connection } from '../contract/sync-status.ts';

/** How long after a round that went well the next one begins. */
export const roundIntervalMs = 2 * 60_000;

/** The same while nobody looks, or while the computer runs on its battery. */
export const quietRoundIntervalMs = 10 * 60_000;

/** How often the whole list is walked, which finds what no other call tells. */
export const walkIntervalMs = 24 * 60 * 60_000;

const firstRetryMs = 2_000;
const longestRetryMs = 60_000;

/**
 * How long to wait after the `failures`-th failure in a row: twice as long each time, what the server asked for at least,
 * and up to a quarter more by chance, so that many computers that lost one server do not come back as one.
 */
export function retryDelayMs(failures: number, problem: Problem, random: () => number = Math.random): number {
  const backoffMs = Math.min(firstRetryMs * 2 ** (failures - 1), longestRetryMs);
  return Math.max(backoffMs, problem.retryAfterMs ?? 0) * (1 + random() / 4);
}

const offline: readonly ProblemKind[] = [
  'unknown-host',
  'no-connection',
  'tls',
  'proxy-auth',
  'redirected',
  'gateway-refused',
  'timeout',
];
const refused: readonly ProblemKind[] = [
  'unauthorized',
  'wrong-credentials',
  'no-permission',
  'account-gone',
  'keychain-entry-missing',
];

/** What a problem says about the connection. */
export function connectionOf({ kind }: Problem): Connection {
  if (offline.includes(kind)) return 'offline';
  return refused.includes(kind) ? 'refused' : 'trouble';
}
