import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { AccountAnswer } from '../api/wire.ts';
import { type AccountKey, accountKeySchema } from '../contract/ids.ts';
import { type Account, environmentSchema } from '../contract/session.ts';

const knownAccountSchema = z.object({
  key: accountKeySchema,
  masterAccountId: z.string(),
  accountId: z.string(),
  name: z.string(),
  masterName: z.string(),
  isOpened: z.boolean(),
});
export type KnownAccount = z.infer<typeof knownAccountSchema>;

/** One pair of client id and secret, which lie in the keychain under `id`, and the accounts that it may open. */
const loginSchema = z.object({
  id: z.uuid(),
  environment: environmentSchema,
  /** `''` for the demo service, whose address is another at each start. */
  baseUrl: z.string(),
  accounts: z.array(knownAccountSchema),
});
export type Login = z.infer<typeof loginSchema>;

/** What this computer is signed in to. */
export const registrySchema = z.object({
  logins: z.array(loginSchema),
  /** The account to open at the next start. */
  current: accountKeySchema.nullable(),
});
export type Registry = z.infer<typeof registrySchema>;

export const emptyRegistry: Registry = { logins: [], current: null };

/** The login and the account behind a key. */
export function findAccount(registry: Registry, key: AccountKey): { login: Login; account: KnownAccount } | null {
  for (const login of registry.logins) {
    const account = login.accounts.find((candidate) => candidate.key === key);
    if (account) return { login, account };
  }
  return null;
}

/** What the window is told of the accounts: no ids of the vendor's. */
export function describeAccounts(registry: Registry): Account[] {
  return registry.logins.flatMap((login) => login.accounts.map((account) => describeAccount(login, account)));
}

export function describeAccount(login: Login, { key, name, masterName, isOpened }: KnownAccount): Account {
  const { environment, baseUrl } = login;
  return { key, environment, baseUrl, name, masterName, isOpened };
}

/**
 * The registry with a new login. Accounts that an older login had move to it with their keys, so that signing in again
 * finds their caches; logins without an account left are dropped and named in `dropped`.
 */
export function withLogin(
  registry: Registry,
  login: Omit<Login, 'accounts'>,
  accounts: readonly AccountAnswer[],
): { registry: Registry; dropped: Login[] } {
  const sameServer = (other: Login) => other.environment === login.environment && other.baseUrl === login.baseUrl;
  const known = registry.logins.filter(sameServer).flatMap((other) => other.accounts);
  const isSame = (one: AccountAnswer, other: KnownAccount) =>
    one.accountId === other.accountId && one.masterAccountId === other.masterAccountId;

  const moved = accounts.map((account): KnownAccount => {
    const old = known.find((candidate) => isSame(account, candidate));
    return { ...account, key: old?.key ?? accountKeySchema.parse(randomUUID()), isOpened: old?.isOpened ?? false };
  });
  const isMoved = (account: KnownAccount) => moved.some(({ key }) => key === account.key);
  const others = registry.logins.map((other) => ({
    ...other,
    accounts: other.accounts.filter((account) => !isMoved(account)),
  }));
  return {
    registry: {
      ...registry,
      logins: [...others.filter((other) => other.accounts.length > 0), { ...login, accounts: moved }],
    },
    dropped: others.filter((other) => other.accounts.length === 0),
  };
}

/** The registry without an account, and whether its login went with it because no account that was opened is left in it. */
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

/** The registry with an account marked as opened, and as the one to open at the next start. */
export function withOpened(registry: Registry, key: AccountKey): Registry {
  return {
    current: key,
    logins: registry.logins.map((login) => ({
      ...login,
      accounts: login.accounts.map((account) => (account.key === key ? { ...account, isOpened: true } : account)),
    })),
  };
}
