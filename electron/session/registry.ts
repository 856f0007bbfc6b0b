/*
 * The logins and accounts of this computer as a value, the functions that change it, and the file that keeps it.
 */

import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import type { ListedAccount } from '../api/wire.ts';
import { type AccountKey, accountKeySchema } from '../contract/ids.ts';
import { ProblemError } from '../contract/problem.ts';
import { environmentSchema } from '../contract/session.ts';
import { writeFileAtomically } from '../files/atomic-write.ts';
import { diskProblem } from '../files/disk-full.ts';
import { isMissing, removeWithRetry, renameWithRetry, whileLocked } from '../files/locked-files.ts';
import { words } from '../words/words.ts';

const knownAccountSchema = z.object({
  key: accountKeySchema,
  masterAccountId: z.string(),
  accountId: z.string(),
  name: z.string(),
  masterName: z.string(),
  isOpened: z.boolean(),
  /** It is being signed out: its key may be forgotten already. */
  isLeaving: z.boolean().optional(),
});
export type KnownAccount = z.infer<typeof knownAccountSchema>;

/** One sign-in: its client ID and secret are in the keychain under `id`, and it gives access to `accounts`. */
const loginSchema = z.object({
  id: z.uuid(),
  environment: environmentSchema,
  /** `''` for the demo service, whose address changes at each start. */
  baseUrl: z.string(),
  accounts: z.array(knownAccountSchema),
});
export type Login = z.infer<typeof loginSchema>;

const registrySchema = z.object({
  logins: z.array(loginSchema),
  /** The account to open at the next start. */
  current: accountKeySchema.nullable(),
});
export type Registry = z.infer<typeof registrySchema>;

export const emptyRegistry: Registry = { logins: [], current: null };

/** Returns the account with this key and its login. */
export function findAccount(registry: Registry, key: AccountKey): { login: Login; account: KnownAccount } | null {
  for (const login of registry.logins) {
    const account = login.accounts.find((candidate) => candidate.key === key);
    if (account) return { login, account };
  }
  return null;
}

/**
 * Returns the registry with a new login. Accounts of older logins to the same server move to it with their keys, so that
 * signing in again finds their caches. A login that has no account left stays listed until its secrets are removed.
 */
export function withLogin(
  registry: Registry,
  login: Omit<Login, 'accounts'>,
  accounts: readonly ListedAccount[],
): Registry {
  const sameServer = (other: Login) => other.environment === login.environment && other.baseUrl === login.baseUrl;
  const known = registry.logins.filter(sameServer).flatMap((other) => other.accounts);
  const listed = accounts.filter((account, index) => accounts.findIndex((other) => isSame(account, other)) === index);

  const moved = listed.map((account): KnownAccount => {
    const old = known.find((candidate) => isSame(account, candidate)) ?? lackingMaster(account, known, listed);
    const { key = accountKeySchema.parse(randomUUID()), isOpened = false } = old ?? {};
    return { ...account, masterAccountId: account.masterAccountId || (old?.masterAccountId ?? ''), key, isOpened };
  });
  const isMoved = (account: KnownAccount) => moved.some(({ key }) => key === account.key);
  const others = registry.logins.map((other) => ({
    ...other,
    accounts: other.accounts.filter((account) => !isMoved(account)),
  }));
  return { ...registry, logins: [...others, { ...login, accounts: moved }] };
}

/** Returns the registry without the logins that have no account. */
export function withoutUnused(registry: Registry): Registry {
  return { ...registry, logins: registry.logins.filter(isUsed) };
}

/** Whether a login has an account; the secrets of one without any are still to be removed. */
export const isUsed = ({ accounts }: Login): boolean => accounts.length > 0;

type Ids = Pick<ListedAccount, 'accountId' | 'masterAccountId'>;

const isSame = (one: Ids, other: Ids) =>
  one.accountId === other.accountId && one.masterAccountId === other.masterAccountId;

/**
 * Finds the known account that a listed one must be although only one of the two names its master account: the server left
 * it out of one list, and the user may have typed it. `undefined` if it could be several.
 */
function lackingMaster(
  account: ListedAccount,
  known: readonly KnownAccount[],
  listed: readonly ListedAccount[],
): KnownAccount | undefined {
  const ofThisId = (other: Ids) => other.accountId === account.accountId;
  const candidates = known.filter(ofThisId);
  const isOnlyOne = candidates.length === 1 && listed.filter(ofThisId).length === 1;
  const hasGap = account.masterAccountId === '' || candidates[0]?.masterAccountId === '';
  return isOnlyOne && hasGap ? candidates[0] : undefined;
}

/** Returns the registry with the master account of an account, which the server's list does not name. */
export function withMasterAccount(registry: Registry, key: AccountKey, masterAccountId: string): Registry {
  return withChangedAccount(registry, key, { masterAccountId });
}

/** Returns the registry without an account. Its login is dropped too when none of its other accounts was ever opened. */
export function withoutAccount(registry: Registry, key: AccountKey): { registry: Registry; isLoginDropped: boolean } {
  const logins = registry.logins.flatMap((login) => {
    const accounts = login.accounts.filter((account) => account.key !== key);
    const isAffected = accounts.length < login.accounts.length;
    return isAffected && !accounts.some((account) => account.isOpened) ? [] : [{ ...login, accounts }];
  });
  return {
    registry: { logins, current: registry.current === key ? null : registry.current },
    isLoginDropped: logins.length < registry.logins.length,
  };
}

/** Returns the registry with an account marked as being signed out, which is not opened at the next start. */
export function withLeaving(registry: Registry, key: AccountKey): Registry {
  const current = registry.current === key ? null : registry.current;
  return { ...withChangedAccount(registry, key, { isLeaving: true }), current };
}

/** Returns the registry with an account marked as opened and as the one to open at the next start. */
export function withOpened(registry: Registry, key: AccountKey): Registry {
  return { ...withChangedAccount(registry, key, { isOpened: true, isLeaving: false }), current: key };
}

function withChangedAccount(registry: Registry, key: AccountKey, change: Partial<KnownAccount>): Registry {
  return {
    ...registry,
    logins: registry.logins.map((login) => ({
      ...login,
      accounts: login.accounts.map((account) => (account.key === key ? { ...account, ...change } : account)),
    })),
  };
}

/**
 * The file that keeps the registry. It holds names and ids but no secret. Without it Colodesk would not know which folder
 * holds whose unsent changes, so there is a copy beside it, and a damaged file is set aside and never overwritten.
 */
export class RegistryFile {
  readonly #file: string;
  readonly #copy: string;
  readonly #onDamage: (error: ProblemError) => void;

  /** @param onDamage called for each file that was set aside, also when the copy replaces it */
  constructor(file: string, onDamage: (error: ProblemError) => void) {
    this.#file = file;
    this.#copy = `${file}.copy`;
    this.#onDamage = onDamage;
  }

  /**
   * Returns what the file holds, or else its copy; the empty registry when there is neither.
   * @throws ProblemError `accounts-set-aside` when every file that exists is damaged, and only once, because they are set
   * aside; `disk-error` when a file exists but cannot be read at the moment, which says nothing about its content
   */
  async read(): Promise<Registry> {
    let damage: ProblemError | null = null;
    for (const file of [this.#file, this.#copy]) {
      try {
        return registrySchema.parse(JSON.parse(await whileLocked(() => readFile(file, 'utf8'))));
      } catch (error) {
        if (isMissing(error)) continue;
        if (!isDamage(error)) throw unreadable(error);
        damage = new ProblemError('accounts-set-aside', { kept: words().account.foldersKept }, error);
        await this.#setAside(file);
        this.#onDamage(damage);
      }
    }
    if (damage) throw damage;
    return emptyRegistry;
  }

  /**
   * Writes the registry completely or not at all. An empty one removes all files, including those that were set aside.
   * @throws ProblemError `disk-full`, `disk-error`
   */
  async write(registry: Registry): Promise<void> {
    try {
      if (registry.logins.length === 0) await this.#removeAll();
      else await this.#writeBoth(JSON.stringify(registry, null, 2));
    } catch (error) {
      throw unwritable(error);
    }
  }

  async #writeBoth(text: string): Promise<void> {
    await writeFileAtomically(this.#file, text);
    // An outdated copy could bring back accounts that are signed out, so no copy is better.
    await writeFileAtomically(this.#copy, text).catch(() => removeWithRetry(this.#copy));
  }

  /** Removes the file itself last: after a failure the accounts are still listed, and signing out can be tried again. */
  async #removeAll(): Promise<void> {
    const folder = dirname(this.#file);
    const names = existsSync(folder) ? await readdir(folder) : [];
    const companions = names.filter((name) => name.startsWith(`${basename(this.#file)}.`));
    for (const name of [...companions, basename(this.#file)]) {
      await removeWithRetry(join(folder, name));
    }
  }

  async #setAside(file: string): Promise<void> {
    const nameOf = (number: number) => `${this.#file}.set-aside${number === 1 ? '' : `-${number}`}`;
    let number = 1;
    while (existsSync(nameOf(number))) number += 1;
    await renameWithRetry(file, nameOf(number));
  }
}

const isDamage = (error: unknown) => error instanceof SyntaxError || error instanceof z.ZodError;

function unreadable(cause: unknown): ProblemError {
  const { listKept, listUnreadable } = words().account;
  return new ProblemError('disk-error', { ...listUnreadable, kept: listKept }, cause);
}

function unwritable(cause: unknown): ProblemError {
  const { listKept: kept, listNotSaved } = words().account;
  const { message, todo, todoIfFull } = listNotSaved;
  return diskProblem(cause, { ifFull: { message, kept, todo: todoIfFull }, otherwise: { message, kept, todo } });
}
