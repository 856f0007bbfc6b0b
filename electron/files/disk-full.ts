import { type Problem, ProblemError } from '../contract/problem.ts';

/** Whether an error, or one of its causes, says that the disk is full or that the user's quota on it is used up. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')) return true;
  return isDiskFull(error.cause);
}

type Words = Partial<Pick<Problem, 'message' | 'todo' | 'kept'>>;

/** The problem to report for a failed write: `disk-full` with `ifFull` when the disk is full, else `disk-error` with `otherwise`. */
export function diskProblem(cause: unknown, { ifFull, otherwise }: { ifFull: Words; otherwise: Words }): ProblemError {
  return isDiskFull(cause)
    ? new ProblemError('disk-full', ifFull, cause)
    : new ProblemError('disk-error', otherwise, cause);
}
