import { ProblemError } from '../contract/problem.ts';

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
    throw new ProblemError(kind, { ...(kind !== 'disk-busy' && notWritable), kept: 'It is still in the form.' }, error);
  }
}

const notWritable = {
  message: 'The disk is full or not writable, so what you typed could not be saved.',
  todo: 'Free some space, then try again.',
};
