/*
 * The secrets of logins and accounts in the vault, and the access token that is renewed with them.
 */

import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
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
import type { AccountKey } from '../contract/ids.ts';
import { ProblemError, problem, problemOf, problemsOfTheWay } from '../contract/problem.ts';
import type { Vault } from '../keychain/vault.ts';
import { words } from '../words/words.ts';

/**
 * Reads and writes the vault's entries: credentials and access token of each login, database key of each opened account.
 * Every method throws ProblemError `keychain-…` when the vault refuses.
 */
export class Secrets {
  readonly #vault: Vault;
  /**
   * The keys that were read or made since the start. An account that is opened again does not wait for a keychain that no
   * longer answers.
   */
  readonly #databaseKeys = new Map<AccountKey, string>();
  /** Tokens on their way into the vault, by login: none may get there after the login was removed. */
  readonly #keeping = new Map<string, Promise<void>>();

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** @throws ProblemError `keychain-entry-missing` when the vault does not hold them, or nothing that can be read */
  async credentials(loginId: string): Promise<Credentials> {
    const credentials = parseEntry(credentialsSchema, await this.#vault.read(`credentials/${loginId}`));
    if (!credentials) throw new ProblemError('keychain-entry-missing');
    return credentials;
  }

  async keepCredentials(loginId: string, credentials: Credentials): Promise<void> {
    await this.#vault.write(`credentials/${loginId}`, JSON.stringify(credentials));
  }

  /** Returns `null` for a token that is not there or cannot be read: another is quickly had. */
  async token(loginId: string): Promise<StoredToken | null> {
    return parseEntry(storedTokenSchema, await this.#vault.read(`token/${loginId}`));
  }

  async keepToken(loginId: string, token: StoredToken): Promise<void> {
    const written = this.#vault.write(`token/${loginId}`, JSON.stringify(token));
    const settled = written.catch(() => undefined); // whoever keeps the token learns it
    this.#keeping.set(loginId, settled);
    try {
      await written;
    } finally {
      if (this.#keeping.get(loginId) === settled) this.#keeping.delete(loginId);
    }
  }

  async forgetLogin(loginId: string): Promise<void> {
    await this.#keeping.get(loginId);
    await this.#vault.remove(`token/${loginId}`);
    await this.#vault.remove(`credentials/${loginId}`);
  }

  /** Returns the key of the account's databases, 64 hexadecimal digits, and creates it when there is none. */
  async databaseKey(account: AccountKey): Promise<string> {
    const key = this.#databaseKeys.get(account) ?? (await this.#storedDatabaseKey(account));
    this.#databaseKeys.set(account, key);
    return key;
  }

  async forgetDatabaseKey(account: AccountKey): Promise<void> {
    await this.#vault.remove(`database-key/${account}`);
    this.#databaseKeys.delete(account);
  }

  async #storedDatabaseKey(account: AccountKey): Promise<string> {
    const name = `database-key/${account}`;
    const known = databaseKeySchema.safeParse(await this.#vault.read(name));
    if (known.success) return known.data;
    const key = randomBytes(32).toString('hex');
    await this.#vault.write(name, key);
    return key;
  }
}

const credentialsSchema = z.object({ clientId: z.string(), clientSecret: z.string() });

/** Times are by this computer's clock, in milliseconds since 1970. */
const storedTokenSchema = z.object({
  accessToken: z.string(),
  /** Missing in the entries of older versions. */
  receivedAtMs: z.number().default(0),
  expiresAtMs: z.number(),
});
type StoredToken = z.infer<typeof storedTokenSchema>;

/** Other programs can change an entry, so that it is no longer JSON of this form; then this returns `null`. */
function parseEntry<S extends z.ZodType>(schema: S, text: string | null): z.infer<S> | null {
  try {
    return schema.parse(JSON.parse(text ?? ''));
  } catch {
    return null;
  }
}

/** What the vault keeps of a token that has just been received. */
export function storedTokenOf({ accessToken, expiresInS }: Token): StoredToken {
  const receivedAtMs = Date.now();
  return { accessToken, receivedAtMs, expiresAtMs: receivedAtMs + expiresInS * 1_000 };
}

const databaseKeySchema = z.string().regex(/^[0-9a-f]{64}$/);

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
  readonly #loginId: string;
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

  /** @param onKeepFailure receives the error when the vault refuses a renewed token, which is used all the same */
  constructor(
    http: Http,
    secrets: Secrets,
    loginId: string,
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
    const kept = await this.#secrets.token(this.#loginId);
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
    const credentials = await this.#secrets.credentials(this.#loginId);
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
        await this.#secrets.keepToken(this.#loginId, stored);
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
