import ky, { type KyInstance } from 'ky';
import type { z } from 'zod';
import { ProblemError } from '../contract/problem.ts';
import { readResponse, runExchange, streamBody, Timeout } from './exchange.ts';
import { type WriteNetwork, writesThrough } from './network.ts';
import { correlationIdOf, type HttpResponse, isSuccess, parseJson, problemOfResponse } from './response.ts';

/** How long a request may take from its first byte to the last byte of the response; for files, how long nothing may be transferred. */
const defaultTimeLimitMs = 30_000;

export type HttpOptions = {
  /** Called with the first request, and again with the next one if it failed: the demo service starts only then. */
  baseUrl: () => Promise<string>;
  /** Chromium's in the application, so that the system's proxy and certificates count; Node's in tests. */
  fetch: typeof fetch;
  /** The network for writes. Without it `fetch` is used, which must then never repeat a request by itself. */
  writes?: WriteNetwork | undefined;
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
    return this.#parse(await this.#exchange(reading, request), schema);
  }

  /** As `send`, for a request that changes something: the server gets it at most once. */
  async write<S extends z.ZodType>(request: HttpRequest, schema: S): Promise<Written<z.infer<S>>> {
    const { writing } = await this.#connect();
    return this.#parseWritten(await this.#exchange(writing, request), schema);
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
      readResponse(await this.#writes.upload({ url: url.href, headers, body: upload.body, onProgress, signal })),
    );
    return this.#parseWritten(response, schema);
  }

  /** Opens the body of a response that may be large, with the time limit of `upload`. Reading it fails as `send` does. */
  async download(request: HttpRequest): Promise<AsyncIterable<Uint8Array>> {
    const { reading } = await this.#connect();
    const idleTimeout = this.#newTimeout();
    const response = await runExchange(request.signal, idleTimeout, async (signal) => {
      const opened = await reading(request.path, { ...kyOptionsOf(request), signal });
      if (!isSuccess(opened.status)) throw problemOfResponse(await readResponse(opened));
      return opened;
    });
    return streamBody(response, request.signal, idleTimeout);
  }

  #newTimeout(): Timeout {
    return new Timeout(this.#options.timeLimitMs ?? defaultTimeLimitMs);
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

  #exchange(client: KyInstance, request: HttpRequest): Promise<HttpResponse> {
    return runExchange(request.signal, this.#newTimeout(), async (signal) =>
      readResponse(await client(request.path, { ...kyOptionsOf(request), signal })),
    );
  }

  #parseWritten<S extends z.ZodType>(response: HttpResponse, schema: S): Written<z.infer<S>> {
    return { ...(this.#parse(response, schema) as object), correlationId: correlationIdOf(response) } as Written<
      z.infer<S>
    >;
  }

  #parse<S extends z.ZodType>(response: HttpResponse, schema: S): z.infer<S> {
    this.#reportServerTime(response.headers);
    if (!isSuccess(response.status)) throw problemOfResponse(response);
    const value = schema.safeParse(parseJson(response.body));
    if (!value.success) throw new ProblemError('malformed-answer', { httpStatus: response.status }, value.error);
    return value.data;
  }

  #reportServerTime(headers: Headers) {
    const serverTimeMs = Date.parse(headers.get('date') ?? '');
    if (!Number.isNaN(serverTimeMs)) this.#options.onServerTime?.(serverTimeMs);
  }
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
