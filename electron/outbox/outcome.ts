import { type Problem, ProblemError, type ProblemKind, problem } from '../contract/problem.ts';
import type { StoredChange } from './stored-change.ts';

const refusals: readonly ProblemKind[] = ['rejected', 'not-found', 'no-permission', 'account-gone'];

/** What is wrong with the change itself was found before anything left. */
const faults: readonly ProblemKind[] = ['invalid-input', 'file-empty', 'file-unusable'];

/**
 * What a failure means for the change that was being sent: it is refused, it had no effect, or, in every other case,
 * nobody knows.
 */
export function outcomeOf(
  error: unknown,
  wasSurelyNotDone: (error: unknown) => boolean,
): 'refused' | 'not-done' | 'unknown' {
  if (!(error instanceof ProblemError)) return 'unknown';
  const { kind } = error.problem;
  if (wasSurelyNotDone(error)) return faults.includes(kind) ? 'refused' : 'not-done';
  return refusals.includes(kind) ? 'refused' : 'unknown';
}

/** The vendor answers a missing permission with 404 (companion page "Tickets"): a ticket that is not there yet cannot be unknown. */
export function refusalOf({ change }: StoredChange, cause: Problem): Problem {
  if (change.kind !== 'create' || cause.kind !== 'not-found') return cause;
  const { kind: _kind, message: _message, todo: _todo, ...details } = cause;
  return problem('no-permission', details);
}
