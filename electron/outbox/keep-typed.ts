import { ProblemError } from '../contract/problem.ts';

/** Writes what the user typed. What cannot be written was not lost, and the failure says so: it still stands in the form. */
export function keepTyped(write: () => void): void {
  try {
    write();
  } catch (error) {
    if (!(error instanceof ProblemError) || !error.problem.kind.startsWith('disk-')) throw error;
    const message = 'The disk is full or cannot be written, so what you typed could not be kept.';
    const todo = 'Free some space, then try again.';
    throw new ProblemError(error.problem.kind, { message, todo, kept: 'It still stands in the form.' }, error);
  }
}
