/* A complete response and, where it is no success, the problem that it stands for. */

import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import { ProblemError, type ProblemKind } from '../contract/problem.ts';
import { text } from './wire.ts';

/** A response whose whole body was received. */
export type HttpResponse = { status: number; headers: Headers; body: string };

export const isSuccess = (status: number): boolean => status >= 200 && status <= 299;

/** Returns the problem that a response other than a success stands for. */
export function problemOfResponse({ status, headers, body }: HttpResponse): ProblemError {
  const error = readErrorBody(body);
  const retryAfterMs = parseRetryAfter(headers.get('retry-after'));
  return new ProblemError(problemKindOf(status, error), {
    httpStatus: status,
    ...(error.message && { serverMessage: error.message }),
    ...(error.correlationId && { correlationId: error.correlationId }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}

/**
 * A 403 or 404 counts as the vendor's only when its body has the vendor's form, since corporate gateways send them too. A
 * 401 is clear with any body but a page: that comes from a gateway with its own sign-in page.
 */
function problemKindOf(status: number, error: ErrorBody): ProblemKind {
  if (status === 401) return error.isPage ? 'gateway-refused' : 'unauthorized';
  if (status === 403) return error.isFromVendor ? 'no-permission' : 'gateway-refused';
  if (status === 404) return error.isFromVendor ? 'not-found' : 'gateway-refused';
  if (status === 407) return 'proxy-auth';
  if (status === 429) return 'rate-limited';
  if (status >= 500) return 'server-error';
  return status < 400 ? 'redirected' : 'rejected';
}

/** The longest pause that is kept, even if the server asks for more. */
const longestRetryAfterMs = 24 * 60 * 60_000;

/** Parses `Retry-After`, a number of seconds or a date. Returns milliseconds from now, `undefined` if there is no usable value. */
export function parseRetryAfter(value: string | null): number | undefined {
  if (value === null) return undefined;
  const ms = /^\d+$/.test(value.trim()) ? Number(value) * 1_000 : Date.parse(value) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(0, ms), longestRetryAfterMs);
}

/** The API documents no such header for successes; these are the usual names. */
const correlationHeaders = ['x-correlation-id', 'correlation-id', 'x-correlationid', 'x-request-id'];

/** Returns the id by which the operator finds an exchange in its log, if the response carries one in its headers. */
export function correlationIdOf({ headers }: HttpResponse): string | null {
  const id = correlationHeaders.map((name) => headers.get(name)?.trim()).find((value) => value);
  return id?.slice(0, 100) ?? null;
}

/** Returns `undefined` for text that is not JSON; no schema of a response accepts that. */
export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** The body of an error response. */
type ErrorBody = {
  /** Written by the vendor's application or gateway, and not by a proxy or another gateway on the way. */
  isFromVendor: boolean;
  /** A page for a browser. */
  isPage: boolean;
  message?: string;
  correlationId?: string;
};

/** Reads the three forms of errors (companion page "Errors"). The message never contains markup. */
export function readErrorBody(body: string): ErrorBody {
  const trimmed = body.trim();
  if (trimmed.startsWith('{')) return readJson(trimmed);
  if (trimmed.includes('<ErrorWrapper')) return readXml(trimmed);
  return { isFromVendor: false, isPage: trimmed.startsWith('<') };
}

const fromVendor = { isFromVendor: true, isPage: false } as const;
const fromOthers = { isFromVendor: false, isPage: false } as const;

/** The `error` of the application, or the `fault` of the gateway in front of it; parsed leniently, as all responses are. */
const jsonErrorSchema = z.union([
  z.object({ error: z.object({ message: text, correlationId: text }) }).transform(({ error }) => error),
  z.object({ fault: z.record(z.string(), z.unknown()) }).transform(() => ({ message: '', correlationId: '' })),
]);

function readJson(body: string): ErrorBody {
  const parsed = jsonErrorSchema.safeParse(parseJson(body));
  if (!parsed.success) return fromOthers;
  return { ...fromVendor, ...plainText(parsed.data.message, parsed.data.correlationId) };
}

/** Values stay text: a code such as `0503` must not become the number 503. */
const xml = new XMLParser({ parseTagValue: false, ignoreAttributes: true });

const xmlErrorSchema = z.object({
  Description: z.string().optional(),
  ReasonCode: z.string().optional(),
  CorrelationId: z.string().optional(),
});

function readXml(body: string): ErrorBody {
  try {
    const error = xmlErrorSchema.safeParse(innermostError(xml.parse(body)));
    if (!error.success) return fromVendor;
    return { ...fromVendor, ...plainText(error.data.Description ?? error.data.ReasonCode, error.data.CorrelationId) };
  } catch {
    return fromOthers;
  }
}

/** The vendor's sample nests `Error` in `Error`; the innermost one holds the fields. */
function innermostError(node: unknown): unknown {
  for (let depth = 0; depth < 6 && typeof node === 'object' && node !== null; depth++) {
    const inner = Object.entries(node).find(([name]) => ['ErrorWrapper', 'Errors', 'Error'].includes(name))?.[1];
    if (inner === undefined) return node;
    node = Array.isArray(inner) ? inner[0] : inner;
  }
  return node;
}

const maxMessageLength = 500;

function plainText(
  message: string | undefined,
  correlationId: string | undefined,
): Pick<ErrorBody, 'message' | 'correlationId'> {
  const plain = message
    ?.replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, maxMessageLength);
  return { ...(plain && { message: plain }), ...(correlationId && { correlationId: correlationId.slice(0, 100) }) };
}
