import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import { ProblemError, type ProblemKind } from '../contract/problem.ts';
import { text } from './wire.ts';

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

/** Text that is no JSON becomes `undefined`, which no answer's schema accepts. */
export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/**
 * Who wrote an error's body: the vendor's application or gateway, or something else on the way (a proxy's page or its own
 * JSON, nothing).
 */
type ErrorBody = {
  isFromVendor: boolean;
  /** It is a page for a browser to show. */
  isPage: boolean;
  message?: string;
  correlationId?: string;
};

const fromVendor = { isFromVendor: true, isPage: false } as const;
const fromOthers = { isFromVendor: false, isPage: false } as const;

/** The application's `error`, or the `fault` of the gateway before it; read as leniently as all that the server sends. */
const jsonErrorSchema = z.union([
  z.object({ error: z.object({ message: text, correlationId: text }) }).transform(({ error }) => error),
  z.object({ fault: z.record(z.string(), z.unknown()) }).transform(() => ({ message: '', correlationId: '' })),
]);

/** Reads the three error forms of the companion page "Errors". Markup never gets into the message. */
export function readErrorBody(body: string): ErrorBody {
  const trimmed = body.trim();
  if (trimmed.startsWith('{')) return readJson(trimmed);
  if (trimmed.includes('<ErrorWrapper')) return readXml(trimmed);
  return { isFromVendor: false, isPage: trimmed.startsWith('<') };
}

function readJson(body: string): ErrorBody {
  const parsed = jsonErrorSchema.safeParse(parseJson(body));
  if (!parsed.success) return fromOthers;
  return { ...fromVendor, ...words(parsed.data.message, parsed.data.correlationId) };
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
    return { ...fromVendor, ...words(error.data.Description ?? error.data.ReasonCode, error.data.CorrelationId) };
  } catch {
    return fromOthers;
  }
}

/** The sample nests `Error` in `Error`; the innermost one holds the words. */
function innermostError(node: unknown): unknown {
  for (let depth = 0; depth < 6 && typeof node === 'object' && node !== null; depth++) {
    const inner = Object.entries(node).find(([name]) => ['ErrorWrapper', 'Errors', 'Error'].includes(name))?.[1];
    if (inner === undefined) return node;
    node = Array.isArray(inner) ? inner[0] : inner;
  }
  return node;
}

const maxMessageLength = 500;

function words(
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
