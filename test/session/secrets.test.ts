/* The entries of the vault: which there are, and when they are removed. */

import { randomUUID } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { accountKeySchema } from '../../electron/contract/ids.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { SessionVault } from '../../electron/keychain/vault.ts';
import { Secrets, storedTokenOf } from '../../electron/session/secrets.ts';
import { hourMs, kept, loginId, standStill } from './own-tokens.ts';

it('keeps when a token was received and until when it lives', () => {
  standStill();
  const nowMs = Date.now();
  const stored = { accessToken: 'one', receivedAtMs: nowMs, expiresAtMs: nowMs + 40_000 };
  expect(storedTokenOf({ accessToken: 'one', expiresInS: 40 })).toEqual(stored);
});

it('forgets a login with its credentials and its token, and no other', async () => {
  const vault = new SessionVault();
  const secrets = new Secrets(vault);
  for (const id of [loginId, 'other']) {
    await secrets.keepCredentials(id, singleAccountCredentials);
    await secrets.keepToken(id, kept(hourMs));
  }
  await secrets.forgetLogin(loginId);
  expect([await vault.read(`credentials/${loginId}`), await vault.read(`token/${loginId}`)]).toEqual([null, null]);
  expect(await secrets.credentials('other')).toEqual(singleAccountCredentials);
  expect((await secrets.token('other'))?.accessToken).toBe('kept');
  await expect(secrets.credentials(loginId)).rejects.toMatchObject({ problem: { kind: 'keychain-entry-missing' } });
});

it('removes a login only after the last of its tokens was kept', async () => {
  const vault = new SessionVault();
  const secrets = new Secrets(vault);
  const goOn: (() => void)[] = [];
  const write = vault.write.bind(vault);
  vi.spyOn(vault, 'write').mockImplementation(async (name, secret) => {
    await new Promise<void>((resolve) => goOn.push(resolve));
    await write(name, secret);
  });
  const [first, last] = [secrets.keepToken(loginId, kept(hourMs)), secrets.keepToken(loginId, kept(hourMs))];
  goOn[0]?.();
  await first;
  const forgotten = secrets.forgetLogin(loginId);
  goOn[1]?.();
  await Promise.all([last, forgotten]);
  expect(await vault.read(`token/${loginId}`)).toBeNull();
});

it('makes a database key once, and another one where there is none that can be one', async () => {
  const vault = new SessionVault();
  const account = accountKeySchema.parse(randomUUID());
  const name = `database-key/${account}`;
  const secrets = new Secrets(vault);
  const key = await secrets.databaseKey(account);
  expect(key).toMatch(/^[0-9a-f]{64}$/);
  expect(await vault.read(name)).toBe(key);
  expect(await new Secrets(vault).databaseKey(account)).toBe(key);
  await secrets.forgetDatabaseKey(account);
  expect(await vault.read(name)).toBeNull();
  expect(await secrets.databaseKey(account)).not.toBe(key);
  for (const damaged of ['', key.slice(1), `${key}0`, key.toUpperCase().replace(/^./, 'G')]) {
    await vault.write(name, damaged);
    const other = await new Secrets(vault).databaseKey(account);
    expect(other).toMatch(/^[0-9a-f]{64}$/);
    expect(await vault.read(name)).toBe(other);
  }
});

it('hands out a database key that it has read before without asking a keychain that hangs', async () => {
  const vault = new SessionVault();
  const secrets = new Secrets(vault);
  const account = accountKeySchema.parse(randomUUID());
  const key = await secrets.databaseKey(account);
  vi.spyOn(vault, 'read').mockReturnValue(new Promise(() => undefined));
  expect(await secrets.databaseKey(account)).toBe(key);
});
