import type { z } from 'zod';
import { ProblemError, problemOf } from '../contract/problem.ts';
import { untilAborted } from './exchange.ts';
import type { Http, HttpRequest, HttpUpload, Written } from './http.ts';
import { UnsentError } from './network-errors.ts';
import { requestAccounts, serverDetails } from './sign-in.ts';

/** The HTTP client for one account: adds the access token and the two account headers (section 4) to each request. */
export class AccountHttp {
  readonly #http: Http;
  readonly #tokens: TokenSource;
  readonly #account: AccountIds;

  constructor(http: Http, tokens: TokenSource, account: AccountIds) {
    this.#http = http;
    this.#tokens = tokens;
    this.#account = account;
  }

  send<S extends z.ZodType>(request: WithoutHeaders<HttpRequest>, schema: S): Promise<z.infer<S>> {
    return this.#authorized(request.signal, (headers) => this.#http.send({ ...request, headers }, schema));
  }

  write<S extends z.ZodType>(request: WithoutHeaders<HttpRequest>, schema: S): Promise<Written<z.infer<S>>> {
    return this.#authorized(request.signal, (headers) => this.#http.write({ ...request, headers }, schema));
  }

  upload<S extends z.ZodType>(upload: WithoutHeaders<HttpUpload>, schema: S): Promise<Written<z.infer<S>>> {
    return this.#authorized(upload.signal, (headers) => this.#http.upload({ ...upload, headers }, schema));
  }

  download(request: WithoutHeaders<HttpRequest>): Promise<AsyncIterable<Uint8Array>> {
    const askServer = () => this.isListed(request.signal);
    return this.#authorized(request.signal, (headers) => this.#http.download({ ...request, headers }, askServer));
  }

  /** Whether the accounts call still lists this account. */
  async isListed(signal: AbortSignal | undefined): Promise<boolean> {
    const accounts = await requestAccounts(this.#http, await this.#token(signal, this.#tokens.current()), signal);
    return accounts.some((account) => account.accountId === this.#account.accountId);
  }

  /**
   * Sends a request and, after a 401, sends it once more with a newer token, if there is one. This is safe for a write too:
   * whether the server or a gateway refused the token, the request was not processed.
   */
  async #authorized<T>(
    signal: AbortSignal | undefined,
    send: (headers: Record<string, string>) => Promise<T>,
  ): Promise<T> {
    const token = await this.#token(signal, this.#tokens.current());
    const first = await settled(send(this.#headers(token)));
    if (!first.refusal) return first.value;
    const renewed = await this.#token(signal, this.#tokens.renewed(token));
    if (renewed === null) throw notPermitted(first.refusal);
    const last = renewed === token ? first : await settled(send(this.#headers(renewed)));
    if (!last.refusal) return last.value;
    throw await this.#explainRefusal(last.refusal, renewed, signal);
  }

  /**
   * Finds out what a 401 means that a new token has not ended: the vendor also sends it for a single operation that the user
   * may not do. The accounts call needs no right, so only when it is refused too is the sign-in at fault.
   */
  async #explainRefusal(refusal: ProblemError, token: string, signal: AbortSignal | undefined): Promise<unknown> {
    if (refusal.problem.kind !== 'unauthorized') return refusal;
    try {
      await requestAccounts(this.#http, token, signal);
    } catch (error) {
      if (signal?.aborted) return error;
      const { kind } = problemOf(error);
      return kind === 'unauthorized' ? refusal : new UnsentError(problemOf(error), error);
    }
    return notPermitted(refusal);
  }

  /**
   * Waits for a token. However the token call fails, the request that needs the token has not been sent. An abort ends
   * only the waiting: other requests may be waiting for the same token.
   */
  async #token<T extends string | null>(signal: AbortSignal | undefined, token: Promise<T>): Promise<T> {
    try {
      return await (signal ? untilAborted(AbortSignal.any([signal]), token) : token);
    } catch (error) {
      throw signal?.aborted ? error : new UnsentError(problemOf(error), error);
    }
  }

  #headers(token: string): Record<string, string> {
    const { masterAccountId, accountId } = this.#account;
    return { Authorization: `Bearer ${token}`, 'Master-Account-Id': masterAccountId, 'Account-Id': accountId };
  }
}

type Settled<T> = { value: T; refusal?: never } | { refusal: ProblemError };

/** Tells a 401 that may lie in the token from a result; every other failure is thrown. */
async function settled<T>(work: Promise<T>): Promise<Settled<T>> {
  try {
    return { value: await work };
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.httpStatus !== 401) throw error;
    if (!['unauthorized', 'gateway-refused'].includes(error.problem.kind)) throw error;
    return { refusal: error };
  }
}

/** The server accepts the token that it refused for one call. What a gateway's page refused is not explained by that. */
function notPermitted(refusal: ProblemError): ProblemError {
  if (refusal.problem.kind !== 'unauthorized') return refusal;
  return new ProblemError('not-permitted', serverDetails(refusal), refusal);
}

export interface TokenSource {
  /** Returns a token that is valid now. */
  current(): Promise<string>;
  /**
   * The server refused a call with the token `refused`: returns a newer one, the same if the server hands it out again, or
   * `null` if the server was asked and accepts it otherwise.
   */
  renewed(refused: string): Promise<string | null>;
}

/** The values of the headers `Master-Account-Id` and `Account-Id`. */
export type AccountIds = { masterAccountId: string; accountId: string };

type WithoutHeaders<R> = Omit<R, 'headers'>;
