/*
 * The secrets of logins and accounts in the vault, and the access token that is renewed with them.
 */

import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { TokenSource } from '../api/account-http.ts';
import type { Http } from '../api/http.ts';
import { type Credentials, requestToken, serverDetails, type Token } from '../api/sign-in.ts';
import type { AccountKey } from '../contract/ids.ts';
import { ProblemError, problem } from '../contract/problem.ts';
import { readRequired, type Vault } from '../keychain/vault.ts';

/**
 * Reads and writes the vault's entries: credentials and access token of each login, database key of each opened account.
 * Every method throws ProblemError `keychain-…` when the vault refuses.
 */
export class Secrets {
  readonly #vault: Vault;

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** @throws ProblemError `keychain-entry-missing` when the vault no longer holds them */
  async credentials(loginId: string): Promise<Credentials> {
    return credentialsSchema.parse(JSON.parse(await readRequired(this.#vault, `credentials/${loginId}`)));
  }

  async keepCredentials(loginId: string, credentials: Credentials): Promise<void> {
    await this.#vault.write(`credentials/${loginId}`, JSON.stringify(credentials));
  }

  async token(loginId: string): Promise<StoredToken | null> {
    const text = await this.#vault.read(`token/${loginId}`);
    return text === null ? null : storedTokenSchema.parse(JSON.parse(text));
  }

  async keepToken(loginId: string, token: StoredToken): Promise<void> {
    await this.#vault.write(`token/${loginId}`, JSON.stringify(token));
  }

  async forgetLogin(loginId: string): Promise<void> {
    await this.#vault.remove(`token/${loginId}`);
    await this.#vault.remove(`credentials/${loginId}`);
  }

  /** Returns the key of the account's databases, 64 hexadecimal digits, and creates it when there is none. */
  async databaseKey(account: AccountKey): Promise<string> {
    const name = `database-key/${account}`;
    const known = databaseKeySchema.safeParse(await this.#vault.read(name));
    if (known.success) return known.data;
    const key = randomBytes(32).toString('hex');
    await this.#vault.write(name, key);
    return key;
  }

  async forgetDatabaseKey(account: AccountKey): Promise<void> {
    await this.#vault.remove(`database-key/${account}`);
  }
}

const credentialsSchema = z.object({ clientId: z.string(), clientSecret: z.string() });

const storedTokenSchema = z.object({
  accessToken: z.string(),
  /** By this computer's clock, in milliseconds since 1970. */
  expiresAtMs: z.number(),
});
type StoredToken = z.infer<typeof storedTokenSchema>;

const databaseKeySchema = z.string().regex(/^[0-9a-f]{64}$/);

/** A token with less time than this left is renewed. */
const renewBeforeExpiryMs = 60_000;

/** The access token of one login. The vault keeps it between starts, and it is renewed with the login's credentials. */
export class LoginTokens implements TokenSource {
  readonly #http: Http;
  readonly #secrets: Secrets;
  readonly #loginId: string;
  readonly #onKeepFailure: (error: unknown) => void;
  readonly #closed = new AbortController();
  #token: StoredToken | null = null;
  #renewal: Promise<string> | null = null;
  /** The vault is writing a renewed token. */
  #keeping: Promise<void> | null = null;

  /** @param onKeepFailure receives the error when the vault refuses a renewed token, which is used all the same */
  constructor(http: Http, secrets: Secrets, loginId: string, onKeepFailure: (error: unknown) => void) {
    this.#http = http;
    this.#secrets = secrets;
    this.#loginId = loginId;
    this.#onKeepFailure = onKeepFailure;
  }

  async current(): Promise<string> {
    this.#token ??= await this.#secrets.token(this.#loginId);
    const isValid = this.#token !== null && this.#token.expiresAtMs - Date.now() > renewBeforeExpiryMs;
    return this.#token && isValid ? this.#token.accessToken : await this.#renew();
  }

  async renewed(refused: string): Promise<string> {
    if (this.#token && this.#token.accessToken !== refused) return this.#token.accessToken;
    return await this.#renew();
  }

  /** Ends all requests and writes to the vault, because the login may be removed next. */
  async close(): Promise<void> {
    this.#closed.abort();
    await this.#keeping;
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
    const token = await renew(this.#http, await this.#secrets.credentials(this.#loginId), signal);
    this.#token = { accessToken: token.accessToken, expiresAtMs: Date.now() + token.expiresInS * 1_000 };
    if (!signal.aborted) {
      // The token works even if it cannot be stored: a full keychain must not stop the sync.
      this.#keeping = this.#secrets.keepToken(this.#loginId, this.#token).catch(this.#onKeepFailure);
      await this.#keeping;
    }
    return token.accessToken;
  }
}

/**
 * Requests a token with credentials that the server accepted before. When it refuses them now, they were withdrawn and not
 * mistyped, so the problem asks for a new sign-in instead of a check for typing errors.
 */
async function renew(http: Http, credentials: Credentials, signal: AbortSignal): Promise<Token> {
  try {
    return await requestToken(http, credentials, signal);
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.kind !== 'wrong-credentials') throw error;
    const { message, todo } = problem('unauthorized');
    throw new ProblemError('wrong-credentials', { message, todo, ...serverDetails(error) }, error);
  }
}
