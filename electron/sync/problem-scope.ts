/* What a problem of one call says about other calls, and about the connection to the server. */

import { type Problem, type ProblemKind, problemsOfTheWay } from '../contract/problem.ts';
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

/** Whether the problem may lie in what this call asked for, so that other calls can succeed and may be made. */
export function affectsOneCallOnly({ kind, retryAfterMs }: Problem): boolean {
  return ofOneCall.includes(kind) && !retryAfterMs;
}
