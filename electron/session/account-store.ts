/*
 * Where accounts are kept: one store for those that stay on this computer, one for those that last for a session only.
 */

import { randomUUID } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Http } from '../api/http.ts';
import { type Credentials, requestAccounts, requestToken } from '../api/sign-in.ts';
import type { AccountKey } from '../contract/ids.ts';
import { type Problem, ProblemError, problemOf } from '../contract/problem.ts';
import type { Account } from '../contract/session.ts';
import { SessionVault, type Vault } from '../keychain/vault.ts';
import { words } from '../words/words.ts';
import { type AccountEntry, listAccounts } from './account-list.ts';
import type { Server } from './environment.ts';
import {
  emptyRegistry,
  findAccount,
  isUsed,
  type KnownAccount,
  type Login,
  type Registry,
  RegistryFile,
  withLeaving,
  withLogin,
  withMasterAccount,
  withOpened,
  withoutAccount,
  withoutUnused,
} from './registry.ts';
import { Secrets, storedTokenOf } from './secrets.ts';

/** Both stores of this computer. An account is in exactly one of them. */
export class AccountStores {
  readonly #kept: AccountStore;
  readonly #sessionOnly: AccountStore;
  readonly #onProblem: (problem: Problem, error: unknown) => void;

  constructor(vault: Vault, userDataFolder: string, onProblem: (problem: Problem, error: unknown) => void) {
    const report = (error: unknown) => onProblem(problemOf(error), error);
    this.#kept = AccountStore.kept(vault, userDataFolder, report);
    this.#sessionOnly = AccountStore.sessionOnly(userDataFolder, report);
    this.#onProblem = onProblem;
  }

  /** Loads both stores, also when one of them fails. Returns the first problem. */
  load(): Promise<Problem | undefined> {
    return this.#inEach((store) => store.load());
  }

  /** Whether a kill, or a disk that refused, cut a sign-out short. */
  get isAnyLeaving(): boolean {
    return this.#kept.entries.some(isLeaving);
  }

  /** Finishes such sign-outs. What fails is reported. */
  finishSignOuts(): Promise<void> {
    return this.#kept.finishSignOuts();
  }

  /** Closes both stores, also when one of them fails. */
  async close(): Promise<void> {
    await this.#inEach((store) => store.close());
  }

  /** The account to open at the start. */
  get current(): AccountKey | null {
    return this.#kept.current;
  }

  get accounts(): Account[] {
    return listAccounts([...this.#kept.entries, ...this.#sessionOnly.entries]);
  }

  select(isSessionOnly: boolean): AccountStore {
    return isSessionOnly ? this.#sessionOnly : this.#kept;
  }

  /** Returns an account, described for the window too, with its login and store. @throws ProblemError `no-open-account` */
  find(key: AccountKey): { store: AccountStore; login: Login; account: KnownAccount; described: Account } {
    const described = this.accounts.find((account) => account.key === key);
    for (const store of [this.#kept, this.#sessionOnly]) {
      const found = store.find(key);
      if (found && described) return { store, described, ...found };
    }
    throw new ProblemError('no-open-account');
  }

  async #inEach(work: (store: AccountStore) => Promise<void>): Promise<Problem | undefined> {
    let first: Problem | undefined;
    for (const store of [this.#kept, this.#sessionOnly]) {
      await work(store).catch((error: unknown) => {
        const problem = problemOf(error);
        this.#onProblem(problem, error);
        first ??= problem;
      });
    }
    return first;
  }
}

/** Folders of caches whose key is forgotten when the application ends. */
const sessionFolderPrefix = 'session-only-';

/**
 * The accounts whose secrets are in one vault. Kept accounts use the operating system's keychain and are listed in a file;
 * of accounts "for this session only" nothing outlives the application.
 */
export class AccountStore {
  readonly secrets: Secrets;
  readonly isSessionOnly: boolean;
  readonly #folder: string;
  readonly #file: RegistryFile | null;
  readonly #report: (error: unknown) => void;
  #registry: Registry = emptyRegistry;
  #isLoaded = false;

  private constructor(vault: Vault, folder: string, file: RegistryFile | null, report: (error: unknown) => void) {
    this.secrets = new Secrets(vault);
    this.isSessionOnly = file === null;
    this.#folder = folder;
    this.#file = file;
    this.#report = report;
  }

  /** @param report called for what fails beside the work, and when the list of accounts is damaged but its copy replaces it */
  static kept(vault: Vault, userDataFolder: string, report: (error: unknown) => void): AccountStore {
    const file = new RegistryFile(join(userDataFolder, 'accounts.json'), report);
    return new AccountStore(vault, join(userDataFolder, 'accounts'), file, report);
  }

  static sessionOnly(userDataFolder: string, report: (error: unknown) => void): AccountStore {
    return new AccountStore(new SessionVault(), join(userDataFolder, 'accounts'), null, report);
  }

  /**
   * Reads the list of accounts. The session-only store instead removes the folders that a killed application left behind.
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

  get entries(): AccountEntry[] {
    const { isSessionOnly } = this;
    return this.#registry.logins.flatMap((login) =>
      login.accounts.map((account) => ({ login, account, isSessionOnly })),
    );
  }

  find(key: AccountKey): { login: Login; account: KnownAccount } | null {
    return findAccount(this.#registry, key);
  }

  folderOf(key: AccountKey): string {
    return join(this.#folder, this.isSessionOnly ? sessionFolderPrefix + key : key);
  }

  /**
   * Signs in and returns the login's accounts. Credentials, token and accounts are stored once the server has accepted the
   * credentials; when the vault or the disk then refuses, nothing is stored.
   * @throws ProblemError of the sign-in, `no-accounts`, `keychain-…`, `disk-…`, `accounts-set-aside`
   */
  async addLogin(server: Server, credentials: Credentials, http: Http, signal: AbortSignal): Promise<KnownAccount[]> {
    const token = await requestToken(http, credentials, signal);
    const storedToken = storedTokenOf(token); // now, since its life counts from here
    const accounts = await requestAccounts(http, token.accessToken, signal);
    if (accounts.length === 0) throw new ProblemError('no-accounts');
    if (this.#file && !this.#isLoaded) await this.load(); // a list that could not be read at the start must not be overwritten
    const id = randomUUID();
    const before = this.#registry;
    const registry = withLogin(before, { id, ...server }, accounts);
    try {
      await this.secrets.keepCredentials(id, credentials);
      // Listed without accounts for now, so that no secret stays under no login if the keychain refuses from here on.
      await this.#write(withLogin(before, { id, ...server }, []));
      await this.secrets.keepToken(id, storedToken);
      await this.#write(registry);
    } catch (error) {
      const forgotten = this.secrets.forgetLogin(id).then(yes, no); // the first error says more
      // A locked keychain has just let its time limit pass, so the user does not wait for it a second time.
      const isLocked = problemOf(error).kind === 'keychain-locked';
      if (!isLocked && (await forgotten) && this.#registry !== before) await this.#write(before).catch(this.#report);
      throw error;
    }
    await this.#forgetUnused().catch(this.#report); // the new login works all the same
    return registry.logins.find((login) => login.id === id)?.accounts ?? [];
  }

  async markOpened(key: AccountKey): Promise<void> {
    const account = this.find(key)?.account;
    const isKnown = this.current === key && account?.isOpened && !account.isLeaving;
    if (!isKnown) await this.#write(withOpened(this.#registry, key)); // on a full disk an opened account still opens
  }

  /** @throws ProblemError `disk-…` */
  async setMasterAccount(key: AccountKey, masterAccountId: string): Promise<void> {
    await this.#write(withMasterAccount(this.#registry, key, masterAccountId));
  }

  /**
   * Removes an account's database key, files and token, and its credentials when no other opened account uses them. After
   * a failure the account stays listed, so that signing out can be tried again.
   * @throws ProblemError `keychain-…` when no file was removed and all can still be read; `disk-error`
   */
  async removeAccount(key: AccountKey): Promise<void> {
    if (!this.find(key)) throw new ProblemError('no-open-account');
    await this.#forgetUnused();
    const before = this.#registry;
    await this.#write(withLeaving(before, key)).catch(this.#report); // signing out makes room on a full disk
    try {
      await this.#forgetSecrets(key);
    } catch (error) {
      await this.#write(before).catch(this.#report);
      throw error;
    }
    await this.#removeFiles(key);
  }

  /** From the end of it on the files cannot be read. */
  async #forgetSecrets(key: AccountKey): Promise<void> {
    const { isLoginDropped } = withoutAccount(this.#registry, key);
    const login = this.find(key)?.login;
    if (login && isLoginDropped) await this.secrets.forgetLogin(login.id); // first, since the user can type them again
    await this.secrets.forgetDatabaseKey(key);
  }

  async #removeFiles(key: AccountKey): Promise<void> {
    await removeFolder(this.folderOf(key)).catch((error: unknown) => {
      throw new ProblemError('disk-error', words().account.notSignedOut, error);
    });
    await this.#write(withoutAccount(this.#registry, key).registry);
  }

  /**
   * Finishes sign-outs that were cut short: otherwise an account would come back whose files nobody can read. A keychain that is
   * locked is waited for only once.
   */
  async finishSignOuts(): Promise<void> {
    for (const { account } of this.entries.filter(isLeaving)) {
      try {
        await this.#forgetSecrets(account.key);
        await this.#removeFiles(account.key);
      } catch (error) {
        this.#report(error);
        if (problemOf(error).kind === 'keychain-locked') return;
      }
    }
  }

  /** Removes everything of session-only accounts when the application ends. @throws ProblemError `disk-error` */
  async close(): Promise<void> {
    if (this.isSessionOnly) await this.#removeSessionFolders();
  }

  async #removeSessionFolders(): Promise<void> {
    const names = await readdir(this.#folder).catch(() => []); // the folder does not exist before the first sign-in
    const leftovers = names.filter((candidate) => candidate.startsWith(sessionFolderPrefix));
    const removals = await Promise.allSettled(leftovers.map((name) => removeFolder(join(this.#folder, name))));
    const failed = removals.find((removal) => removal.status === 'rejected');
    if (failed) throw new ProblemError('disk-error', words().account.notRemoved, failed.reason);
  }

  /** Removes the secrets of the logins that newer ones have replaced. @throws ProblemError `keychain-…`, `disk-…` */
  async #forgetUnused(): Promise<void> {
    const unused = this.#registry.logins.filter((login) => !isUsed(login));
    for (const { id } of unused) await this.secrets.forgetLogin(id);
    if (unused.length > 0) await this.#write(withoutUnused(this.#registry));
  }

  async #write(registry: Registry): Promise<void> {
    await this.#file?.write(registry);
    this.#registry = registry;
  }
}

const isLeaving = ({ account }: AccountEntry): boolean => account.isLeaving === true;

const yes = () => true;
const no = () => false;

const removeFolder = (folder: string) => rm(folder, { recursive: true, force: true, maxRetries: 3 });
