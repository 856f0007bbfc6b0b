import type { z } from 'zod';
import { ProblemError, problemOf } from '../contract/problem.ts';
import { untilAborted } from './exchange.ts';
import type { Http, HttpRequest, HttpUpload, Written } from './http.ts';
import { UnsentError } from './network-errors.ts';
import { requestAccounts } from './sign-in.ts';

/** Hands out a token that is good now. */
export interface TokenSource {
  current(): Promise<string>;
  /** Called when the server refused `refused`: gives a newer one. */
  renewed(refused: string): Promise<string>;
}

/** The pair that stands in the headers `Master-Account-Id` and `Account-Id`. */
export type AccountIds = { masterAccountId: string; accountId: string };

type Bare<R> = Omit<R, 'headers'>;

/** The HTTP client in the name of one account: each request carries the token and the two account headers. */
export class AccountHttp {
  readonly #http: Http;
  readonly #tokens: TokenSource;
  readonly #account: AccountIds;

  constructor(http: Http, tokens: TokenSource, account: AccountIds) {
    this.#http = http;
    this.#tokens = tokens;
    this.#account = account;
  }

  send<S extends z.ZodType>(request: Bare<HttpRequest>, schema: S): Promise<z.infer<S>> {
    return this.#authorized(request.signal, (headers) => this.#http.send({ ...request, headers }, schema));
  }

  write<S extends z.ZodType>(request: Bare<HttpRequest>, schema: S): Promise<Written<z.infer<S>>> {
    return this.#authorized(request.signal, (headers) => this.#http.write({ ...request, headers }, schema));
  }

  upload<S extends z.ZodType>(upload: Bare<HttpUpload>, schema: S): Promise<Written<z.infer<S>>> {
    return this.#authorized(upload.signal, (headers) => this.#http.upload({ ...upload, headers }, schema));
  }

  download(request: Bare<HttpRequest>): Promise<AsyncIterable<Uint8Array>> {
    return this.#authorized(request.signal, (headers) => this.#http.download({ ...request, headers }));
  }

  /** Whether the accounts call still names this account. */
  async isListed(signal: AbortSignal | undefined): Promise<boolean> {
    const accounts = await requestAccounts(this.#http, await this.#token(signal, this.#tokens.current()), signal);
    return accounts.some((account) => account.accountId === this.#account.accountId);
  }

  /**
   * A 401 means that nothing was done, whoever wrote it: with a newer token the same request is sent once more, a write
   * too.
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
   * However the token's request ends, of the one that needs the token the server has seen nothing. Others may wait for the
   * same token: who is told to stop goes away from it, and does not end it.
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
