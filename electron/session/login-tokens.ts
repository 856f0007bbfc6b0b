/* The access token of a login, which is renewed with the login’s credentials. */

import { setTimeout as wait } from 'node:timers/promises';
import type { TokenSource } from '../api/account-http.ts';
import type { Http } from '../api/http.ts';
import {
  type Credentials,
  type RefusalReason,
  refusalReason,
  requestAccounts,
  requestToken,
  type Token,
} from '../api/sign-in.ts';
import { ProblemError, problem, problemOf, problemsOfTheWay } from '../contract/problem.ts';
import { words } from '../words/words.ts';
import { type Secrets, storedTokenOf } from './secrets.ts';

/** Time for a request to reach the server with the token, but never more than a tenth of the token's life. */
const longestMarginMs = 5_000;

/** How long closing an account waits until a token is kept. */
const keepingLimitMs = 1_000;

/** A token that lives shorter than this is not written to the vault: it would have expired by the next start. */
const shortestKeptLifeMs = 60_000;

/**
 * The access token of one login. It is used until its life ends or the server refuses it, and then renewed with the login's
 * credentials, at most once in `renewalIntervalMs`: calls that need a newer one sooner wait for the next renewal, or fail as
 * the last one did. So a server whose tokens are short-lived, or that hands out the same one again, gets little load, and
 * the calls still go on. The vault keeps the token between starts.
 */
export class LoginTokens implements TokenSource {
  readonly #http: Http;
  readonly #secrets: Secrets;
  readonly #loginId: () => string;
  readonly #onKeepFailure: (error: unknown) => void;
  readonly #renewalIntervalMs: number;
  readonly #closed = new AbortController();
  /** By the monotonic clock, since the computer's clock may be set while the token lives. */
  #token: { accessToken: string; usableUntilMs: number } | null = null;
  #loading: Promise<void> | null = null;
  #renewal: Promise<string> | null = null;
  /** When the last renewal that the server answered was asked for, by the monotonic clock. */
  #renewedAtMs = Number.NEGATIVE_INFINITY;
  /** Why the server refused that renewal, which is its answer until the next one; `null` if it did not. */
  #refusal: unknown = null;
  /** The access token that the vault holds. */
  #keptToken: string | null = null;
  /** Settles when nothing is being written to the vault. */
  #keeping: Promise<void> = Promise.resolve();

  /**
   * @param loginId asked each time, since another login may take this one's place while the account is open
   * @param onKeepFailure receives the error when the vault refuses a renewed token, which is used all the same
   */
  constructor(
    http: Http,
    secrets: Secrets,
    loginId: () => string,
    onKeepFailure: (error: unknown) => void,
    renewalIntervalMs = 10_000,
  ) {
    this.#http = http;
    this.#secrets = secrets;
    this.#loginId = loginId;
    this.#onKeepFailure = onKeepFailure;
    this.#renewalIntervalMs = renewalIntervalMs;
  }

  async current(): Promise<string> {
    return (await this.#usableToken()) ?? (await this.#renew());
  }

  /**
   * So soon after a renewal that the next one has to wait, the server is first asked whether the token itself is at fault: it
   * may have refused a single operation, which no other token makes possible.
   */
  async renewed(refused: string): Promise<string | null> {
    const token = await this.#usableToken();
    if (token !== null && token !== refused) return token;
    if (token !== null && this.#pauseMs() > 0 && (await this.#isAccepted(token))) return null;
    return await this.#renew();
  }

  /** Ends all requests. A token that is being kept has a moment to get into the vault; nobody waits for one that hangs. */
  async close(): Promise<void> {
    this.#closed.abort();
    const over = new AbortController();
    await Promise.race([
      this.#keeping,
      wait(keepingLimitMs, undefined, { signal: over.signal }).catch(() => undefined),
    ]);
    over.abort();
  }

  /** Whether the accounts call, which needs no right, accepts a token. @throws ProblemError if that cannot be found out */
  async #isAccepted(token: string): Promise<boolean> {
    try {
      await requestAccounts(this.#http, token, this.#closed.signal);
      return true;
    } catch (error) {
      if (this.#closed.signal.aborted || problemOf(error).kind !== 'unauthorized') throw error;
      return false;
    }
  }

  /** How long the next renewal has to wait; not above 0 if it need not. */
  #pauseMs(): number {
    return this.#renewedAtMs + this.#renewalIntervalMs - performance.now();
  }

  async #usableToken(): Promise<string | null> {
    this.#loading ??= this.#load().catch((error: unknown) => {
      this.#loading = null; // the vault may be unlocked by the next call
      throw error;
    });
    await this.#loading;
    return this.#token && performance.now() < this.#token.usableUntilMs ? this.#token.accessToken : null;
  }

  /** Takes over the kept token, unless it is from the future: the clock was set back, so its age is not known. */
  async #load(): Promise<void> {
    const kept = await this.#secrets.token(this.#loginId());
    this.#keptToken = kept?.accessToken ?? null;
    const nowMs = Date.now();
    if (kept && kept.receivedAtMs <= nowMs) this.#use(kept.accessToken, kept.expiresAtMs - nowMs);
  }

  #use(accessToken: string, lifeMs: number): void {
    const marginMs = Math.min(longestMarginMs, lifeMs / 10);
    this.#token = { accessToken, usableUntilMs: performance.now() + lifeMs - marginMs };
  }

  /** Calls that need a new token at the same time share one renewal. */
  #renew(): Promise<string> {
    this.#renewal ??= this.#request().finally(() => {
      this.#renewal = null;
    });
    return this.#renewal;
  }

  async #request(): Promise<string> {
    const { signal } = this.#closed;
    const pauseMs = this.#pauseMs();
    if (pauseMs > 0) {
      if (this.#refusal) throw this.#refusal;
      await wait(pauseMs, undefined, { signal });
    }
    const credentials = await this.#secrets.credentials(this.#loginId());
    const askedAtMs = performance.now();
    try {
      const token = await renew(this.#http, credentials, signal);
      this.#noteAnswer(askedAtMs, null);
      this.#use(token.accessToken, token.expiresInS * 1_000);
      this.#keep(token);
      return token.accessToken;
    } catch (error) {
      const { kind, httpStatus } = problemOf(error);
      if (httpStatus !== undefined && !problemsOfTheWay.includes(kind)) this.#noteAnswer(askedAtMs, error);
      throw error;
    }
  }

  /** Without an answer of the server nothing is noted: a network that comes back is used at once. */
  #noteAnswer(askedAtMs: number, refusal: unknown): void {
    this.#renewedAtMs = askedAtMs;
    this.#refusal = refusal;
  }

  /**
   * Writes a token to the vault in the background: no call waits for a keychain that is slow or locked, and the token works
   * even if it cannot be stored.
   */
  #keep(token: Token): void {
    if (token.expiresInS * 1_000 < shortestKeptLifeMs) return;
    const stored = storedTokenOf(token);
    this.#keeping = this.#keeping
      .then(async () => {
        const isNewest = token.accessToken === this.#token?.accessToken;
        if (this.#closed.signal.aborted || !isNewest || token.accessToken === this.#keptToken) return;
        await this.#secrets.keepToken(this.#loginId(), stored);
        this.#keptToken = token.accessToken;
      })
      .catch(this.#onKeepFailure);
  }
}

/**
 * Requests a token with credentials that the server accepted before. When it refuses them now, they were withdrawn and not
 * mistyped, so the problem says what to do about that, and that nothing is lost meanwhile.
 */
async function renew(http: Http, credentials: Credentials, signal: AbortSignal): Promise<Token> {
  try {
    return await requestToken(http, credentials, signal);
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.kind !== 'wrong-credentials') throw error;
    const { kind, ...details } = error.problem;
    throw new ProblemError(kind, { ...details, ...renewalWords(refusalReason(details)) }, error);
  }
}

/** What to say instead of `requestToken`, by reason. */
function renewalWords(reason: RefusalReason): { message?: string; todo?: string; kept?: string } {
  if (reason === 'expired' || reason === 'blocked') return { kept: words().account.waitsForSignIn };
  const { message, todo } = problem('unauthorized');
  return { message: reason === 'wrong' ? words().account.noLongerAccepted : message, todo };
}
