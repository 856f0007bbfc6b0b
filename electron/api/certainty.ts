import { type Problem, ProblemError, type ProblemKind } from '../contract/problem.ts';

/** A problem that came up before the request left this computer. */
export class UnsentError extends ProblemError {
  constructor({ kind, ...details }: Problem, cause?: unknown) {
    super(kind, details, cause);
  }
}

/**
 * Answers that are given before anybody works on the request. A redirection or a page of something on the way is none of
 * them: it may stand in place of an answer, and not of the request.
 */
const unworked: readonly ProblemKind[] = ['proxy-auth', 'rate-limited'];

/**
 * Whether a write that failed surely had no effect, so that sending it again cannot double it. "No" for everything of
 * which this is not certain: no answer in time, a connection that broke off, a server's own fault, an answer that
 * cannot be read. And "no" for what the server looked at and refused: sending that again is no use.
 */
export function wasSurelyNotDone(error: unknown): boolean {
  if (error instanceof UnsentError) return true;
  if (!(error instanceof ProblemError)) return false;
  const { kind, httpStatus } = error.problem;
  return unworked.includes(kind) || httpStatus === 401; // whoever wrote it asks for another token first
}
