import ky, { type KyInstance } from 'ky';
import type { z } from 'zod';
import { ProblemError } from '../contract/problem.ts';
import { readResponse, runExchange, streamBody, Timeout } from './exchange.ts';
import { type WriteNetwork, writesThrough } from './network.ts';
import { correlationIdOf, type HttpResponse, isSuccess, jsonOf, parseHttpDate, problemOfResponse } from './response.ts';

/**
 * How long nothing may arrive. The vendor's server was seen to need 29 s for a list and 10 s for a write, and most gateways
 * give up after 30 or 60 s: what has not come by then does not come any more. A write has this time as a whole, because its
 * response arrives in one piece (see `WriteNetwork`).
 */
const defaultTimeLimitMs = 60_000;

/** How many time limits a read may take as a whole while bytes keep coming: one of three minutes was seen. */
const maxLimitsOfRead = 3;

export type HttpOptions = {
  /** Called with the first request, and again with the next one if it failed: the demo service starts only then. */
  baseUrl: () => Promise<string>;
  /** Chromium's in the application, so that the system's proxy and certificates count; Node's in tests. */
  fetch: typeof fetch;
  /** The network for writes. Without it `fetch` is used, which must then never repeat a request by itself. */
  writes?: WriteNetwork | undefined;
  /** How long nothing may arrive; a minute by default. */
  timeLimitMs?: number | undefined;
  /** Called with the server's time, in milliseconds since 1970, for each response that carries it. */
  onServerTime?: ((serverTimeMs: number) => void) | undefined;
};

export type HttpRequest = {
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  headers?: Record<string, string>;
  query?: Record<string, string | number>;
  form?: Record<string, string>;
  /** Sent as JSON. */
  json?: unknown;
  signal?: AbortSignal | undefined;
};

export type HttpUpload = Pick<HttpRequest, 'path' | 'query' | 'headers' | 'signal'> & {
  contentType: string;
  body: Uint8Array;
  onProgress(sentBytes: number): void;
};

/** The result of a write, with the id by which the operator finds the request in its log, if the server sent one. */
export type Written<T> = T & { readonly correlationId: string | null };

/** The one HTTP client: every request of the application goes through it, and every failure is thrown as a `ProblemError`. */
export class Http {
  #clients: Promise<{ baseUrl: string; reading: KyInstance; writing: KyInstance }> | undefined;
  readonly #options: HttpOptions;
  readonly #writes: WriteNetwork;

  constructor(options: HttpOptions) {
    this.#options = options;
    this.#writes = options.writes ?? writesThrough(options.fetch);
  }

  /**
   * Sends a request that may reach the server any number of times, and parses the response.
   * @throws ProblemError of the network or the server, or `malformed-answer`; an abort by `signal` is thrown as it is.
   */
  async send<S extends z.ZodType>(request: HttpRequest, schema: S): Promise<z.infer<S>> {
    const { reading } = await this.#connect();
    const timeout = this.#newTimeout(maxLimitsOfRead);
    return this.#parse(await this.#exchange(reading, request, timeout, () => timeout.restart()), schema);
  }

  /** As `send`, for a request that changes something: the server gets it at most once. */
  async write<S extends z.ZodType>(request: HttpRequest, schema: S): Promise<Written<z.infer<S>>> {
    const { writing } = await this.#connect();
    return this.#parseWritten(await this.#exchange(writing, request, this.#newTimeout()), schema);
  }

  /** As `write`, for a body that may take long: the time limit counts only while nothing is transferred. */
  async upload<S extends z.ZodType>(upload: HttpUpload, schema: S): Promise<Written<z.infer<S>>> {
    const { baseUrl } = await this.#connect();
    const url = new URL(`${baseUrl}/${upload.path}`);
    for (const [name, value] of Object.entries(upload.query ?? {})) url.searchParams.set(name, String(value));
    const idleTimeout = this.#newTimeout();
    const onProgress = (sentBytes: number) => {
      idleTimeout.restart();
      upload.onProgress(sentBytes);
    };
    const headers = { ...upload.headers, 'Content-Type': upload.contentType };
    const response = await runExchange(upload.signal, idleTimeout, async (signal) =>
      readResponse(await this.#writes.upload({ url: url.href, headers, body: upload.body, onProgress, signal }), () =>
        idleTimeout.restart(),
      ),
    );
    return this.#parseWritten(response, schema);
  }

  /**
   * Opens the body of a response that may be large, with the time limit of `upload`. Reading it fails as `send` does.
   * @param askServer is called when the file may be the page of a guest network; fails if the server is out of reach
   */
  async download(request: HttpRequest, askServer: () => Promise<unknown>): Promise<AsyncIterable<Uint8Array>> {
    const { reading } = await this.#connect();
    const idleTimeout = this.#newTimeout();
    const response = await runExchange(request.signal, idleTimeout, async (signal) => {
      const opened = await reading(request.path, { ...kyOptionsOf(request), signal });
      this.#reportServerTime(opened.headers);
      if (isSuccess(opened.status)) return opened;
      throw problemOfResponse(await readResponse(opened, () => idleTimeout.restart()));
    });
    const stream = streamBody(response, request.signal, idleTimeout);
    if (!mayBeNoFile(response)) return stream;
    const chunks: Uint8Array[] = [];
    for await (const chunk of stream) chunks.push(chunk);
    const { status, headers } = response;
    const found = problemOfResponse({ status, headers, body: Buffer.concat(chunks).toString() });
    if (found.problem.kind === 'captive-portal') await askServer();
    else if (found.problem.kind !== 'malformed-answer') throw found;
    return (async function* () {
      yield* chunks;
    })();
  }

  #newTimeout(maxLimits = Number.POSITIVE_INFINITY): Timeout {
    const limitMs = this.#options.timeLimitMs ?? defaultTimeLimitMs;
    return new Timeout(limitMs, limitMs * maxLimits, this.#writes.userAskedUntilMs);
  }

  #connect() {
    this.#clients ??= this.#makeClients();
    this.#clients.catch(() => {
      this.#clients = undefined; // the demo service may start the next time
    });
    return this.#clients;
  }

  async #makeClients() {
    const baseUrl = await this.#options.baseUrl();
    const settings = {
      prefix: baseUrl,
      throwHttpErrors: false,
      retry: 0, // the sync and the outbox decide when to try again
      timeout: false, // ky's ends with the headers of the response; ours covers the body too
      redirect: 'error', // credentials must never follow to another server
    } as const;
    return {
      baseUrl,
      reading: ky.create({ ...settings, fetch: this.#options.fetch }),
      writing: ky.create({ ...settings, fetch: this.#writes.fetch }),
    };
  }

  #exchange(
    client: KyInstance,
    request: HttpRequest,
    timeout: Timeout,
    onBytes: () => void = () => undefined,
  ): Promise<HttpResponse> {
    return runExchange(request.signal, timeout, async (signal) =>
      readResponse(await client(request.path, { ...kyOptionsOf(request), signal }), onBytes),
    );
  }

  #parseWritten<S extends z.ZodType>(response: HttpResponse, schema: S): Written<z.infer<S>> {
    return { ...(this.#parse(response, schema) as object), correlationId: correlationIdOf(response) } as Written<
      z.infer<S>
    >;
  }

  #parse<S extends z.ZodType>(response: HttpResponse, schema: S): z.infer<S> {
    this.#reportServerTime(response.headers);
    const value = schema.safeParse(jsonOf(response));
    if (value.success) return value.data;
    const correlationId = correlationIdOf(response);
    const details = { httpStatus: response.status, ...(correlationId && { correlationId }) };
    throw new ProblemError('malformed-answer', details, value.error);
  }

  #reportServerTime(headers: Headers) {
    const serverTimeMs = parseHttpDate(headers.get('date') ?? '');
    if (serverTimeMs !== undefined) this.#options.onServerTime?.(serverTimeMs);
  }
}

/** Whether an error or a page may stand in place of a file: their type says so, and a file's own name is missing. */
function mayBeNoFile({ headers }: Response): boolean {
  return !headers.has('content-disposition') && /\b(html|json|xml)\b/i.test(headers.get('content-type') ?? '');
}

function kyOptionsOf({ method, headers, query, form, json }: HttpRequest) {
  return {
    method,
    ...(headers && { headers }),
    ...(query && { searchParams: query }),
    ...(form && { body: new URLSearchParams(form) }),
    ...(json !== undefined && { json }),
  };
}
