import { describe, expect, it } from 'vitest';
import {
  emptyRegistry,
  findAccount,
  isUsed,
  withLogin,
  withMasterAccount,
  withOpened,
  withoutAccount,
  withoutUnused,
} from '../../electron/session/registry.ts';

const login = (number: number) => ({
  id: `00000000-0000-4000-8000-00000000000${number}`,
  environment: 'playground' as const,
  baseUrl: 'https://a.example',
});
const account = (name: string) => ({ masterAccountId: 'M', accountId: name, masterName: 'Master', name });
const keyOf = (registry: typeof emptyRegistry, name: string) => {
  const found = registry.logins.flatMap((one) => one.accounts).find((one) => one.name === name);
  if (!found) throw new Error(`no account ${name}`);
  return found.key;
};

describe('signing in again', () => {
  it('finds the account’s cache by its old key, and lists the login that it replaces until that is forgotten', () => {
    const first = withLogin(emptyRegistry, login(1), [account('A')]);
    const opened = withOpened(first, keyOf(first, 'A'));
    const registry = withLogin(opened, login(2), [account('A'), account('B')]);
    expect(keyOf(registry, 'A')).toBe(keyOf(first, 'A'));
    expect(registry.logins.filter((one) => !isUsed(one)).map((one) => one.id)).toEqual([login(1).id]);
    expect(withoutUnused(registry).logins.map((one) => one.id)).toEqual([login(2).id]);
    expect(findAccount(registry, keyOf(registry, 'A'))?.account.isOpened).toBe(true);
  });

  it('does not mix the same ids on another server', () => {
    const first = withLogin(emptyRegistry, login(1), [account('A')]);
    const other = { ...login(2), baseUrl: 'https://b.example' };
    const registry = withLogin(first, other, [account('A')]);
    expect(new Set(registry.logins.flatMap((one) => one.accounts.map((each) => each.key))).size).toBe(2);
    expect(registry.logins.every(isUsed)).toBe(true);
  });
});

describe('a list that lacks a master account', () => {
  const nameless = { ...account('A'), masterAccountId: '' };
  const idsOf = (registry: typeof emptyRegistry) =>
    registry.logins.flatMap((one) => one.accounts.map(({ key, masterAccountId }) => ({ key, masterAccountId })));
  const incomplete = withLogin(emptyRegistry, login(1), [nameless]);
  const key = keyOf(incomplete, 'A');

  it('keeps the one that the user typed when signing in again', () => {
    const typed = withMasterAccount(incomplete, key, 'M');
    expect(idsOf(withLogin(typed, login(2), [nameless]))).toEqual([{ key, masterAccountId: 'M' }]);
  });

  it('takes the one that the server names later', () => {
    expect(idsOf(withLogin(incomplete, login(2), [account('A')]))).toEqual([{ key, masterAccountId: 'M' }]);
  });

  it('does not guess which of two it is', () => {
    const two = withLogin(emptyRegistry, login(1), [account('A'), { ...account('A'), masterAccountId: 'N' }]);
    const after = idsOf(withLogin(two, login(2), [nameless]));
    expect(after.map(({ masterAccountId }) => masterAccountId)).toEqual(['M', 'N', '']);
    expect(new Set(after.map((one) => one.key)).size).toBe(3);
  });
});

it('counts an account that the server lists twice once', () => {
  expect(withLogin(emptyRegistry, login(1), [account('A'), account('A')]).logins[0]?.accounts).toHaveLength(1);
});

describe('signing out', () => {
  const two = withLogin(emptyRegistry, login(1), [account('A'), account('B')]);
  const onlyA = withOpened(two, keyOf(two, 'A'));
  const both = withOpened(onlyA, keyOf(two, 'B'));

  it('drops the login with the last account that was opened', () => {
    const { registry, isLoginDropped } = withoutAccount(onlyA, keyOf(two, 'A'));
    expect([registry, isLoginDropped]).toEqual([emptyRegistry, true]);
  });

  it('keeps the login while another opened account uses it', () => {
    const { registry, isLoginDropped } = withoutAccount(both, keyOf(two, 'B'));
    expect(isLoginDropped).toBe(false);
    expect(registry.current).toBeNull();
    expect(registry.logins.flatMap((one) => one.accounts.map((each) => each.name))).toEqual(['A']);
  });
});
