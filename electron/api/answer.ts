import { ProblemError, type ProblemKind } from '../contract/problem.ts';
import { type ErrorBody, readErrorBody } from './error-body.ts';

/** A whole answer, whatever it says. */
export type Answer = { status: number; headers: Headers; body: string };

export const isSuccess = (status: number): boolean => status >= 200 && status <= 299;

/** The problem that an answer other than a success is. */
export function problemOfAnswer({ status, headers, body }: Answer): ProblemError {
  const error = readErrorBody(body);
  const retryAfterMs = parseRetryAfter(headers.get('retry-after'));
  return new ProblemError(kindOfStatus(status, error), {
    httpStatus: status,
    ...(error.message && { serverMessage: error.message }),
    ...(error.correlationId && { correlationId: error.correlationId }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}

/**
 * A 403 or 404 counts as the vendor's only in the vendor's own form: corporate gateways answer with them too. A 401 needs no
 * words to be understood, but for a page, which is a gateway's that wants a sign-in of its own.
 */
function kindOfStatus(status: number, error: ErrorBody): ProblemKind {
  if (status === 401) return error.isPage ? 'gateway-refused' : 'unauthorized';
  if (status === 403) return error.isFromVendor ? 'no-permission' : 'gateway-refused';
  if (status === 404) return error.isFromVendor ? 'not-found' : 'gateway-refused';
  if (status === 407) return 'proxy-auth';
  if (status === 429) return 'rate-limited';
  if (status >= 500) return 'server-error';
  return status < 400 ? 'redirected' : 'rejected';
}

/** No server is obeyed for longer. */
const longestRetryAfterMs = 24 * 60 * 60_000;

/** `Retry-After` is a number of seconds or a date. */
export function parseRetryAfter(value: string | null): number | undefined {
  if (value === null) return undefined;
  const ms = /^\d+$/.test(value.trim()) ? Number(value) * 1_000 : Date.parse(value) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(0, ms), longestRetryAfterMs);
}

/** Not documented for answers that are no errors; these are the usual names. */
const correlationHeaders = ['x-correlation-id', 'correlation-id', 'x-correlationid', 'x-request-id'];

/** The id by which the operator finds an exchange in its own log, where the answer carries one. */
export function correlationIdOf({ headers }: Answer): string | null {
  const id = correlationHeaders.map((name) => headers.get(name)?.trim()).find((value) => value);
  return id?.slice(0, 100) ?? null;
}
