import { type Problem, ProblemError, type ProblemKind } from '../contract/problem.ts';

/** A problem that came up before the request left this computer. */
export class UnsentError extends ProblemError {
  constructor({ kind, ...details }: Problem, cause?: unknown) {
    super(kind, details, cause);
  }
}

/** Answers that come from in front of the application, which has then not seen the request, and its own two that judge nothing. */
const unworked: readonly ProblemKind[] = [
  'proxy-auth',
  'gateway-refused',
  'redirected',
  'rate-limited',
  'unauthorized',
];

/**
 * Whether a write that failed surely had no effect, so that sending it again cannot double it. "No" for everything of
 * which this is not certain: no answer in time, a connection that broke off, a server's own fault, an answer that
 * cannot be read. And "no" for what the server looked at and refused: sending that again is no use.
 */
export function wasSurelyNotDone(error: unknown): boolean {
  if (error instanceof UnsentError) return true;
  return error instanceof ProblemError && unworked.includes(error.problem.kind);
}
