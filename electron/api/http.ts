import ky, { type KyInstance } from 'ky';
import type { z } from 'zod';
import { ProblemError, type ProblemKind } from '../contract/problem.ts';
import { type ErrorBody, readErrorBody } from './error-body.ts';
import { kindOfNetworkFailure } from './failure.ts';

/** How long one request may take from its first byte to the last byte of its answer. */
const defaultTimeLimitMs = 30_000;

export type HttpOptions = {
  /** Asked once, with the first request: the demo service is started only then. */
  baseUrl: () => Promise<string>;
  /** Chromium's in the application, so that the system's proxy and certificates count; Node's in tests. */
  fetch: typeof fetch;
  timeLimitMs?: number | undefined;
  /** Told the server's clock, in milliseconds since 1970, with each answer that carries one. */
  onServerTime?: ((serverTimeMs: number) => void) | undefined;
};

export type HttpRequest = {
  method: 'GET' | 'POST';
  path: string;
  headers?: Record<string, string>;
  query?: Record<string, string | number>;
  form?: Record<string, string>;
  signal?: AbortSignal | undefined;
};

/** The one HTTP client: every request of the application goes through here, and every failure leaves as a `ProblemError`. */
export class Http {
  #ky: Promise<KyInstance> | undefined;
  readonly #options: HttpOptions;

  constructor(options: HttpOptions) {
    this.#options = options;
  }

  async #client(): Promise<KyInstance> {
    return ky.create({
      fetch: this.#options.fetch,
      prefix: await this.#options.baseUrl(),
      throwHttpErrors: false,
      retry: 0, // the sync decides when to ask again
      timeout: false, // ky's ends with the answer's head; ours covers the body too
      redirect: 'error', // credentials never follow to another place
    });
  }

  /**
   * Sends one request and parses its answer.
   * @throws ProblemError the network's, the server's, or `malformed-answer`; an abort by `signal` is thrown on as it is.
   */
  async send<S extends z.ZodType>(request: HttpRequest, answerSchema: S): Promise<z.infer<S>> {
    const { status, headers, body } = await this.#exchange(request);
    this.#noteServerTime(headers);
    if (status < 200 || status > 299) throw problemOfAnswer(status, headers, body);
    const answer = answerSchema.safeParse(parseJson(body));
    if (!answer.success) throw new ProblemError('malformed-answer', { httpStatus: status }, answer.error);
    return answer.data;
  }

  async #exchange(request: HttpRequest): Promise<{ status: number; headers: Headers; body: string }> {
    this.#ky ??= this.#client();
    const client = await this.#ky;
    const timeLimit = AbortSignal.timeout(this.#options.timeLimitMs ?? defaultTimeLimitMs);
    try {
      const response = await client(request.path, {
        method: request.method,
        signal: request.signal ? AbortSignal.any([request.signal, timeLimit]) : timeLimit,
        ...(request.headers && { headers: request.headers }),
        ...(request.query && { searchParams: request.query }),
        ...(request.form && { body: new URLSearchParams(request.form) }),
      });
      // Chromium hands out no word of what a proxy says instead of a secure server: reading it would fail.
      const body = response.status === 407 ? '' : await response.text();
      return { status: response.status, headers: response.headers, body };
    } catch (error) {
      if (request.signal?.aborted) throw error;
      if (timeLimit.aborted) throw new ProblemError('timeout', {}, error);
      throw new ProblemError(kindOfNetworkFailure(error), {}, error);
    }
  }

  #noteServerTime(headers: Headers) {
    const serverTimeMs = Date.parse(headers.get('date') ?? '');
    if (!Number.isNaN(serverTimeMs)) this.#options.onServerTime?.(serverTimeMs);
  }
}

/** Text that is no JSON becomes `undefined`, which no answer's schema accepts. */
function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function problemOfAnswer(status: number, headers: Headers, body: string): ProblemError {
  const error = readErrorBody(body);
  const retryAfterMs = parseRetryAfter(headers.get('retry-after'));
  return new ProblemError(kindOfStatus(status, error), {
    httpStatus: status,
    ...(error.message && { serverMessage: error.message }),
    ...(error.correlationId && { correlationId: error.correlationId }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}

/** A 401 or 403 counts as the vendor's only in the vendor's own form: corporate gateways answer with them too. */
function kindOfStatus(status: number, error: ErrorBody): ProblemKind {
  if (status === 401) return error.isFromVendor ? 'unauthorized' : 'gateway-refused';
  if (status === 403) return error.isFromVendor ? 'no-permission' : 'gateway-refused';
  if (status === 404) return 'not-found';
  if (status === 407) return 'proxy-auth';
  if (status === 429) return 'rate-limited';
  if (status >= 500) return 'server-error';
  return status < 400 ? 'redirected' : 'rejected';
}

/** `Retry-After` is a number of seconds or a date. */
export function parseRetryAfter(value: string | null): number | undefined {
  if (value === null) return undefined;
  if (/^\d+$/.test(value.trim())) return Number(value) * 1_000;
  const dateMs = Date.parse(value);
  return Number.isNaN(dateMs) ? undefined : Math.max(0, dateMs - Date.now());
}
