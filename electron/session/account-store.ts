import { randomUUID } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Credentials, Token } from '../api/sign-in.ts';
import type { ListedAccount } from '../api/wire.ts';
import type { AccountKey } from '../contract/ids.ts';
import { ProblemError, problemOf } from '../contract/problem.ts';
import type { Account, Environment } from '../contract/session.ts';
import { SessionVault, type Vault } from '../keychain/vault.ts';
import { Secrets } from './credentials.ts';
import {
  describeAccounts,
  emptyRegistry,
  findAccount,
  type KnownAccount,
  type Login,
  type Registry,
  RegistryFile,
  withLogin,
  withOpened,
  withoutAccount,
} from './registry.ts';

/** Folders of caches whose key is forgotten when the application ends. */
const sessionFolderPrefix = 'session-only-';

/**
 * The accounts that live in one vault: those that are kept, with the operating system's keychain and a file, and
 * those "for this session only", of which nothing outlives the application.
 */
export class AccountStore {
  readonly secrets: Secrets;
  readonly isSessionOnly: boolean;
  readonly #folder: string;
  readonly #file: RegistryFile | null;
  #registry: Registry = emptyRegistry;
  #isLoaded = false;

  private constructor(vault: Vault, folder: string, file: RegistryFile | null) {
    this.secrets = new Secrets(vault);
    this.isSessionOnly = file === null;
    this.#folder = folder;
    this.#file = file;
  }

  /** `onDamage` is told when the file of the accounts was found damaged, also where its copy makes up for it. */
  static kept(vault: Vault, userDataFolder: string, onDamage: (error: ProblemError) => void): AccountStore {
    const file = new RegistryFile(join(userDataFolder, 'accounts.json'), onDamage);
    return new AccountStore(vault, join(userDataFolder, 'accounts'), file);
  }

  static sessionOnly(userDataFolder: string): AccountStore {
    return new AccountStore(new SessionVault(), join(userDataFolder, 'accounts'), null);
  }

  /**
   * Reads what is kept; for a realm of one session, clears away what an earlier one left when it was killed.
   * @throws ProblemError `accounts-set-aside`, `disk-error`
   */
  async load(): Promise<void> {
    if (this.#file) this.#registry = await this.#file.read();
    else await this.#removeSessionFolders();
    this.#isLoaded = true;
  }

  get current(): AccountKey | null {
    return this.#registry.current;
  }

  get accounts(): Account[] {
    return describeAccounts(this.#registry);
  }

  find(key: AccountKey): { login: Login; account: KnownAccount } | null {
    return findAccount(this.#registry, key);
  }

  folderOf(key: AccountKey): string {
    return join(this.#folder, this.isSessionOnly ? sessionFolderPrefix + key : key);
  }

  /** Keeps proven credentials, their token and accounts; answers the login's accounts. Nothing is kept when vault or disk refuse. */
  async addLogin(
    place: { environment: Environment; baseUrl: string },
    credentials: Credentials,
    token: Token,
    accounts: readonly ListedAccount[],
  ): Promise<KnownAccount[]> {
    if (this.#file && !this.#isLoaded) await this.load(); // what could not be read at the start must not be overwritten
    const id = randomUUID();
    const { registry, dropped } = withLogin(this.#registry, { id, ...place }, accounts);
    try {
      await this.secrets.keepCredentials(id, credentials);
      await this.secrets.keepToken(id, {
        accessToken: token.accessToken,
        expiresAtMs: Date.now() + token.expiresInS * 1_000,
      });
      await this.#write(registry);
    } catch (error) {
      const forgotten = this.secrets.forgetLogin(id).catch(() => undefined); // what failed before says more
      if (problemOf(error).kind !== 'keychain-locked') await forgotten; // which has been waited for long enough
      throw error;
    }
    for (const login of dropped) await this.secrets.forgetLogin(login.id);
    return registry.logins.find((login) => login.id === id)?.accounts ?? [];
  }

  async markOpened(key: AccountKey): Promise<void> {
    const isKnown = this.current === key && this.find(key)?.account.isOpened;
    if (!isKnown) await this.#write(withOpened(this.#registry, key)); // a full disk must not keep a cache from opening
  }

  /**
   * Removes an account's key, files and token, and its secret where no other opened account uses it.
   * @throws ProblemError `keychain-…`, and then no file is gone and all can be read; `disk-error`. With both the account stays
   * listed, so that it can be tried again.
   */
  async removeAccount(key: AccountKey): Promise<void> {
    const found = this.find(key);
    if (!found) throw new ProblemError('no-open-account');
    const { registry, isLoginDropped } = withoutAccount(this.#registry, key);
    if (isLoginDropped) await this.secrets.forgetLogin(found.login.id); // can be typed again
    await this.secrets.forgetDatabaseKey(key); // from here on nobody reads the files
    await removeFolder(this.folderOf(key)).catch((error: unknown) => {
      throw new ProblemError('disk-error', notSignedOut, error);
    });
    await this.#write(registry);
  }

  /** For the end of the application: nothing of a session-only account stays. @throws ProblemError `disk-error` */
  async close(): Promise<void> {
    if (this.isSessionOnly) await this.#removeSessionFolders();
  }

  async #removeSessionFolders(): Promise<void> {
    const names = await readdir(this.#folder).catch(() => []); // the folder is not there before the first sign-in
    const leftovers = names.filter((candidate) => candidate.startsWith(sessionFolderPrefix));
    const removals = await Promise.allSettled(leftovers.map((name) => removeFolder(join(this.#folder, name))));
    const failed = removals.find((removal) => removal.status === 'rejected');
    if (failed) throw new ProblemError('disk-error', notRemoved, failed.reason);
  }

  async #write(registry: Registry): Promise<void> {
    await this.#file?.write(registry);
    this.#registry = registry;
  }
}

const removeFolder = (folder: string) => rm(folder, { recursive: true, force: true, maxRetries: 3 });

const notSignedOut = {
  message: 'The folder with this account’s tickets could not be removed from this computer.',
  kept: 'Nobody can read it: it is encrypted, and its key is forgotten. The account stays in the list; nothing was changed at the operator’s.',
  todo: 'Check that no other program holds Colodesk’s folder, then sign out once more.',
};

const notRemoved = {
  message: 'What an earlier session left on this computer could not be removed.',
  kept: 'Nobody can read it: it is encrypted, and its key is forgotten.',
  todo: 'Check that no other program holds Colodesk’s folder; it is tried again at the next start.',
};
