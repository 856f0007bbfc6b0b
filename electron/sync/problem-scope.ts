/* What a problem of one call says about other calls, and about the connection to the server. */

import { UnsentError } from '../api/network-errors.ts';
import { type Problem, type ProblemKind, problemOf, problemsOfTheWay } from '../contract/problem.ts';
import type { Connection } from '../contract/sync-status.ts';

const offline: readonly ProblemKind[] = [...problemsOfTheWay, 'timeout'];
const refused: readonly ProblemKind[] = [
  'unauthorized',
  'wrong-credentials',
  'no-permission',
  'account-gone',
  'keychain-entry-missing',
];

/** Returns the state of the connection that a problem, or `null` for none, stands for. */
export function connectionOf(problem: Problem | null): Connection {
  if (!problem) return 'online';
  const { kind } = problem;
  if (offline.includes(kind)) return 'offline';
  return refused.includes(kind) ? 'refused' : 'trouble';
}

const ofOneCall: readonly ProblemKind[] = [
  'not-found',
  'not-permitted',
  'no-permission',
  'rejected',
  'server-error',
  'malformed-answer',
  'timeout',
];

/**
 * Whether a failure may lie in what this call asked for, so that other calls can succeed and may be made. What was never sent,
 * as where no token could be had, failed for another reason.
 */
export function affectsOneCallOnly(error: unknown): boolean {
  const { kind, retryAfterMs } = problemOf(error);
  return !(error instanceof UnsentError) && ofOneCall.includes(kind) && !retryAfterMs;
}
