import ky, { type KyInstance } from 'ky';
import type { z } from 'zod';
import { ProblemError } from '../contract/problem.ts';
import { bodyOf, guarded, readAnswer, SilenceLimit, TimeLimit } from './exchange.ts';
import { type WriteNetwork, writesThrough } from './network.ts';
import { type Answer, correlationIdOf, isSuccess, parseJson, problemOfAnswer } from './response.ts';

/** How long one request may take from its first byte to the last byte of its answer; files: how long nothing may move. */
const defaultTimeLimitMs = 30_000;

export type HttpOptions = {
  /** Asked with the first request, and once where it answers: the demo service is started only then. */
  baseUrl: () => Promise<string>;
  /** Chromium's in the application, so that the system's proxy and certificates count; Node's in tests. */
  fetch: typeof fetch;
  /** The way of what changes something; without it `fetch`, which then must repeat nothing by itself. */
  writes?: WriteNetwork | undefined;
  timeLimitMs?: number | undefined;
  /** Told the server's clock, in milliseconds since 1970, with each answer that carries one. */
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

/** What a write was answered, with the id by which the operator finds it, where the server sent one. */
export type Written<T> = T & { readonly correlationId: string | null };

/** The one HTTP client: every request of the application goes through here, and every failure leaves as a `ProblemError`. */
export class Http {
  #clients: Promise<{ baseUrl: string; reading: KyInstance; writing: KyInstance }> | undefined;
  readonly #options: HttpOptions;
  readonly #writes: WriteNetwork;

  constructor(options: HttpOptions) {
    this.#options = options;
    this.#writes = options.writes ?? writesThrough(options.fetch);
  }

  /**
   * Sends a request that may reach the server any number of times, and parses its answer.
   * @throws ProblemError the network's, the server's, or `malformed-answer`; an abort by `signal` is thrown on as it is.
   */
  async send<S extends z.ZodType>(request: HttpRequest, answerSchema: S): Promise<z.infer<S>> {
    const { reading } = await this.#connect();
    return this.#valueOf(await this.#exchange(reading, request), answerSchema);
  }

  /** As `send`, for what changes something: the server gets it once at most. */
  async write<S extends z.ZodType>(request: HttpRequest, answerSchema: S): Promise<Written<z.infer<S>>> {
    const { writing } = await this.#connect();
    return this.#written(await this.#exchange(writing, request), answerSchema);
  }

  /** As `write`, for a body that takes its time: there is a limit only to how long nothing moves. */
  async upload<S extends z.ZodType>(upload: HttpUpload, answerSchema: S): Promise<Written<z.infer<S>>> {
    const { baseUrl } = await this.#connect();
    const url = new URL(`${baseUrl}/${upload.path}`);
    for (const [name, value] of Object.entries(upload.query ?? {})) url.searchParams.set(name, String(value));
    const silence = new SilenceLimit(this.#timeLimitMs);
    const onProgress = (sentBytes: number) => {
      silence.noteProgress();
      upload.onProgress(sentBytes);
    };
    const headers = { ...upload.headers, 'Content-Type': upload.contentType };
    const answer = await guarded(upload.signal, silence.signal, async (signal) =>
      readAnswer(await this.#writes.upload({ url: url.href, headers, body: upload.body, onProgress, signal })),
    ).finally(() => silence.pause());
    return this.#written(answer, answerSchema);
  }

  /** Opens the body of an answer that may be large, with the same limit as `upload`. The body fails as `send` does. */
  async download(request: HttpRequest): Promise<AsyncIterable<Uint8Array>> {
    const { reading } = await this.#connect();
    const silence = new SilenceLimit(this.#timeLimitMs);
    const response = await guarded(request.signal, silence.signal, async (signal) => {
      const opened = await reading(request.path, { ...kyOptionsOf(request), signal });
      if (!isSuccess(opened.status)) throw problemOfAnswer(await readAnswer(opened));
      return opened;
    }).finally(() => silence.pause());
    return bodyOf(response, request.signal, silence);
  }

  get #timeLimitMs(): number {
    return this.#options.timeLimitMs ?? defaultTimeLimitMs;
  }

  #connect() {
    this.#clients ??= this.#makeClients();
    this.#clients.catch(() => {
      this.#clients = undefined; // the demo service may come up another time
    });
    return this.#clients;
  }

  async #makeClients() {
    const baseUrl = await this.#options.baseUrl();
    const settings = {
      prefix: baseUrl,
      throwHttpErrors: false,
      retry: 0, // the sync and the outbox decide when to ask again
      timeout: false, // ky's ends with the answer's head; ours covers the body too
      redirect: 'error', // credentials never follow to another place
    } as const;
    return {
      baseUrl,
      reading: ky.create({ ...settings, fetch: this.#options.fetch }),
      writing: ky.create({ ...settings, fetch: this.#writes.fetch }),
    };
  }

  async #exchange(client: KyInstance, request: HttpRequest): Promise<Answer> {
    const limit = new TimeLimit(this.#timeLimitMs);
    return await guarded(request.signal, limit.signal, async (signal) =>
      readAnswer(await client(request.path, { ...kyOptionsOf(request), signal })),
    ).finally(() => limit.end());
  }

  #written<S extends z.ZodType>(answer: Answer, schema: S): Written<z.infer<S>> {
    return { ...(this.#valueOf(answer, schema) as object), correlationId: correlationIdOf(answer) } as Written<
      z.infer<S>
    >;
  }

  #valueOf<S extends z.ZodType>(answer: Answer, schema: S): z.infer<S> {
    this.#noteServerTime(answer.headers);
    if (!isSuccess(answer.status)) throw problemOfAnswer(answer);
    const value = schema.safeParse(parseJson(answer.body));
    if (!value.success) throw new ProblemError('malformed-answer', { httpStatus: answer.status }, value.error);
    return value.data;
  }

  #noteServerTime(headers: Headers) {
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
