/* What the vault keeps of logins and accounts: credentials, access tokens and database keys. */

import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Credentials, Token } from '../api/sign-in.ts';
import type { AccountKey } from '../contract/ids.ts';
import { ProblemError } from '../contract/problem.ts';
import type { Vault } from '../keychain/vault.ts';

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

const databaseKeySchema = z.string().regex(/^[0-9a-f]{64}$/);

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
