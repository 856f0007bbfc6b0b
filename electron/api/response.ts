/* A complete response and, where it is no success, the problem that it stands for. */

import { ProblemError, type ProblemKind } from '../contract/problem.ts';
import { type ErrorBody, isErrorBody, parseJson, readErrorBody } from './error-body.ts';
import { longestPauseMs } from './retry-delay.ts';

/** A response whose whole body was received. */
export type HttpResponse = { status: number; headers: Headers; body: string };

export const isSuccess = (status: number): boolean => status >= 200 && status <= 299;

/**
 * Returns the JSON of a success, `null` for an empty body.
 * @throws ProblemError for any other response, and for a success in name only: an error, a page, or anything but JSON
 */
export function jsonOf(response: HttpResponse): unknown {
  if (!isSuccess(response.status)) throw problemOfResponse(response);
  const value = parseJson(response.body);
  if (value === undefined || isErrorBody(value)) throw problemOfResponse(response);
  return value;
}

/** Returns the problem that a response stands for when it is not the awaited one. */
export function problemOfResponse(response: HttpResponse): ProblemError {
  const error = readErrorBody(response.body);
  const kind = problemKindOf(response, error);
  const pauseMs = parseRetryAfter(response.headers) ?? (kind === 'rate-limited' ? defaultPauseMs : undefined);
  const correlationId = error.correlationId || correlationIdOf(response);
  return new ProblemError(kind, {
    httpStatus: response.status,
    ...(error.message && { serverMessage: error.message }),
    ...(error.code && { serverCode: error.code }),
    ...(correlationId && { correlationId }),
    ...(pauseMs !== undefined && { retryAfterMs: pauseMs }),
  });
}

/**
 * A 403 or 404 counts as the vendor's only when its body has one of the vendor's forms, since corporate gateways send them
 * too. A 401 is clear with any body but a page: that comes from a gateway with its own sign-in page.
 */
function problemKindOf({ status, headers }: HttpResponse, error: ErrorBody): ProblemKind {
  const { isFromVendor, isPage, isRateLimit } = error;
  if (isRateLimit || status === 429) return 'rate-limited';
  if (isSuccess(status)) {
    if (isPage || /\bhtml\b/i.test(headers.get('content-type') ?? '')) return 'captive-portal';
    return isFromVendor ? 'server-error' : 'malformed-answer';
  }
  if (isFromVendor && saysTicketUnknown(status, error)) return 'not-found';
  if (status === 401) return isPage ? 'gateway-refused' : 'unauthorized';
  if (status === 403) return isFromVendor ? 'not-permitted' : 'gateway-refused';
  if (status === 404) return isFromVendor ? 'not-found' : 'gateway-refused';
  if (status === 407) return 'proxy-auth';
  if (status === 511) return 'captive-portal'; // RFC 6585: the network wants a sign-in
  if (status >= 500 || transientStatuses.includes(status)) return 'server-error';
  return status < 400 ? 'redirected' : 'rejected';
}

/** The request did not arrive in time or too early: sent again, it may succeed. */
const transientStatuses = [408, 425];

/** The vendor also sends other statuses than 404 for a ticket that it does not know. */
function saysTicketUnknown(status: number, { code, message }: ErrorBody): boolean {
  if (status >= 500) return false;
  if (/^REQUEST_ID_INVALID$/i.test(code)) return true;
  const refusals = [401, 403]; // a 400 with such words may mean the site or the account
  return refusals.includes(status) && /\b(ticket|work ?order|request|resource)\b.*\bnot (be )?found\b/i.test(message);
}

/** The pause after a rate limit for which the server names none: the gateway counts requests in each second or minute. */
const defaultPauseMs = 3_000;

/**
 * Parses `Retry-After`, a number of seconds or a date. A date is measured against the response's own `Date`: this computer's
 * clock may be hours off. Returns milliseconds from now, `undefined` if there is no usable value.
 */
export function parseRetryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after')?.trim() ?? '';
  const nowMs = parseHttpDate(headers.get('date') ?? '') ?? Date.now();
  const untilMs = parseHttpDate(value);
  const ms = /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1_000 : untilMs !== undefined ? untilMs - nowMs : undefined;
  return ms === undefined ? undefined : Math.min(Math.max(0, ms), longestPauseMs);
}

/** Returns the moment of an HTTP or ISO date in milliseconds since 1970, `undefined` for any other text. */
export function parseHttpDate(text: string): number | undefined {
  if (!/^([a-z]{3,9},? |\d{4}-\d\d-\d\d)/i.test(text)) return undefined;
  const ms = Date.parse(/(gmt|utc|z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text} GMT`);
  return Number.isNaN(ms) ? undefined : ms;
}

/** The API documents no such header for successes; these are the usual names. */
const correlationHeaders = ['x-correlation-id', 'correlation-id', 'x-correlationid', 'x-request-id'];

/** Returns the id by which the operator finds an exchange in its log, if the response carries one in its headers. */
export function correlationIdOf({ headers }: Pick<HttpResponse, 'headers'>): string | null {
  const id = correlationHeaders.map((name) => headers.get(name)?.trim()).find((value) => value);
  return id?.slice(0, 100) ?? null;
}
