import { ProblemError, type ProblemKind } from '../contract/problem.ts';

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
