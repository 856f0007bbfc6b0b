import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { TokenSource } from '../api/account-http.ts';
import type { Http } from '../api/http.ts';
import { type Credentials, requestToken, serverDetails, type Token } from '../api/sign-in.ts';
import type { AccountKey } from '../contract/ids.ts';
import { ProblemError, problem } from '../contract/problem.ts';
import { readRequired, type Vault } from '../keychain/vault.ts';

const credentialsSchema = z.object({ clientId: z.string(), clientSecret: z.string() });

const storedTokenSchema = z.object({
  accessToken: z.string(),
  /** By this computer's clock, in milliseconds since 1970. */
  expiresAtMs: z.number(),
});
type StoredToken = z.infer<typeof storedTokenSchema>;

const databaseKeySchema = z.string().regex(/^[0-9a-f]{64}$/);

/** What lies in the vault: for each login its credentials and its token, for each opened account its database key. */
export class Secrets {
  readonly #vault: Vault;

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** @throws ProblemError `keychain-entry-missing`, or another `keychain-…` */
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

  /** The key of the account's database, made when there is none: 64 hexadecimal digits. */
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

/** A token is renewed when it has less than this left. */
const renewBeforeExpiryMs = 60_000;

/** The access token of one login, kept in the vault between starts and renewed with the login's credentials. */
export class LoginTokens implements TokenSource {
  readonly #http: Http;
  readonly #secrets: Secrets;
  readonly #loginId: string;
  readonly #onKeepFailure: (error: unknown) => void;
  #token: StoredToken | null = null;
  #renewal: Promise<string> | null = null;
  #keeping: Promise<void> | null = null;
  readonly #closed = new AbortController();

  constructor(http: Http, secrets: Secrets, loginId: string, onKeepFailure: (error: unknown) => void) {
    this.#http = http;
    this.#secrets = secrets;
    this.#loginId = loginId;
    this.#onKeepFailure = onKeepFailure;
  }

  async current(): Promise<string> {
    this.#token ??= await this.#secrets.token(this.#loginId);
    const isGood = this.#token !== null && this.#token.expiresAtMs - Date.now() > renewBeforeExpiryMs;
    return this.#token && isGood ? this.#token.accessToken : await this.#renew();
  }

  async renewed(refused: string): Promise<string> {
    if (this.#token && this.#token.accessToken !== refused) return this.#token.accessToken;
    return await this.#renew();
  }

  /** Nothing is asked for or written to the vault after this: the login may be about to be forgotten. */
  async close(): Promise<void> {
    this.#closed.abort();
    await this.#keeping;
  }

  /** Calls that find the token too old at the same moment share one renewal. */
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
      // The token works whether it can be kept or not: a keychain that is full must not stop the sync.
      this.#keeping = this.#secrets.keepToken(this.#loginId, this.#token).catch(this.#onKeepFailure);
      await this.#keeping;
    }
    return token.accessToken;
  }
}

/** These credentials were accepted once: where they are refused now, nobody mistyped them, and the words must not say so. */
async function renew(http: Http, credentials: Credentials, signal: AbortSignal): Promise<Token> {
  try {
    return await requestToken(http, credentials, signal);
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.kind !== 'wrong-credentials') throw error;
    const { message, todo } = problem('unauthorized');
    throw new ProblemError('wrong-credentials', { message, todo, ...serverDetails(error) }, error);
  }
}
