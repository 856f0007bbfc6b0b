import { ProblemError } from '../contract/problem.ts';
import { words } from '../words/words.ts';

/**
 * Runs `write`, which saves what the user typed. If the disk refuses, nothing is lost, and the problem says so: the text is
 * still in the form.
 * @throws ProblemError `disk-full`, `disk-busy`, `disk-error`
 */
export function saveTyped(write: () => void): void {
  try {
    write();
  } catch (error) {
    if (!(error instanceof ProblemError) || !error.problem.kind.startsWith('disk-')) throw error;
    const { kind } = error.problem;
    const { typed, stillInForm } = words().saving;
    throw new ProblemError(kind, { ...(kind !== 'disk-busy' && typed), kept: stillInForm }, error);
  }
}
