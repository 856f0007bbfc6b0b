import type { z } from 'zod';
import { ProblemError, problemOf } from '../contract/problem.ts';
import { untilAborted } from './exchange.ts';
import type { Http, HttpRequest, HttpUpload, Written } from './http.ts';
import { UnsentError } from './network-errors.ts';
import { requestAccounts } from './sign-in.ts';

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
    return this.#authorized(request.signal, (headers) => this.#http.download({ ...request, headers }));
  }

  /** Whether the accounts call still lists this account. */
  async isListed(signal: AbortSignal | undefined): Promise<boolean> {
    const accounts = await requestAccounts(this.#http, await this.#token(signal, this.#tokens.current()), signal);
    return accounts.some((account) => account.accountId === this.#account.accountId);
  }

  /**
   * Sends a request and, after a 401, sends it once more with a newer token. This is safe for a write too: whether the
   * server or a gateway refused the token, the request was not processed.
   */
  async #authorized<T>(
    signal: AbortSignal | undefined,
    send: (headers: Record<string, string>) => Promise<T>,
  ): Promise<T> {
    const token = await this.#token(signal, this.#tokens.current());
    try {
      return await send(this.#headers(token));
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.httpStatus !== 401) throw error;
    }
    return await send(this.#headers(await this.#token(signal, this.#tokens.renewed(token))));
  }

  /**
   * Waits for a token. However the token call fails, the request that needs the token has not been sent. An abort ends
   * only the waiting: other requests may be waiting for the same token.
   */
  async #token(signal: AbortSignal | undefined, token: Promise<string>): Promise<string> {
    try {
      return await untilAborted(signal ? [signal] : [], token);
    } catch (error) {
      throw signal?.aborted ? error : new UnsentError(problemOf(error), error);
    }
  }

  #headers(token: string): Record<string, string> {
    const { masterAccountId, accountId } = this.#account;
    return { Authorization: `Bearer ${token}`, 'Master-Account-Id': masterAccountId, 'Account-Id': accountId };
  }
}

export interface TokenSource {
  /** Returns a token that is valid now. */
  current(): Promise<string>;
  /** The server refused the token `refused`: returns a newer one. */
  renewed(refused: string): Promise<string>;
}

/** The values of the headers `Master-Account-Id` and `Account-Id`. */
export type AccountIds = { masterAccountId: string; accountId: string };

type WithoutHeaders<R> = Omit<R, 'headers'>;
