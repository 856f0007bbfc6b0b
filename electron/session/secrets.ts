import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Credentials } from '../api/sign-in.ts';
import type { AccountKey } from '../contract/ids.ts';
import { readExpected, type Vault } from '../keychain/vault.ts';

const credentialsSchema = z.object({ clientId: z.string(), clientSecret: z.string() });

const storedTokenSchema = z.object({
  accessToken: z.string(),
  /** By this computer's clock, in milliseconds since 1970. */
  expiresAtMs: z.number(),
});
export type StoredToken = z.infer<typeof storedTokenSchema>;

const databaseKeySchema = z.string().regex(/^[0-9a-f]{64}$/);

/** What lies in the vault: for each login its credentials and its token, for each opened account its database key. */
export class Secrets {
  readonly #vault: Vault;

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** @throws ProblemError `keychain-entry-missing`, or another `keychain-…` */
  async credentials(loginId: string): Promise<Credentials> {
    return credentialsSchema.parse(JSON.parse(await readExpected(this.#vault, `credentials/${loginId}`)));
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
