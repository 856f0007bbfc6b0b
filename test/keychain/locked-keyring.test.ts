/* The Secret Service of Linux, locked and unlocked. */

import { randomUUID } from 'node:crypto';
import { expect, it, onTestFinished } from 'vitest';
import { type Keyring, startKeyring } from '../../build/desktop/keyring.ts';
import { run, tool } from '../../build/run.ts';
import { accountKeySchema } from '../../electron/contract/ids.ts';
import { requireUnlocked } from '../../electron/keychain/os-keychain.ts';
import { SessionVault } from '../../electron/keychain/vault.ts';
import { Secrets } from '../../electron/session/secrets.ts';

async function ownKeyring(): Promise<Keyring> {
  const keyring = await startKeyring();
  onTestFinished(() => keyring.stop());
  return keyring;
}

/** Runs one keychain call in a separate process, as the application does on start. */
async function ask({ env }: Keyring, ...request: string[]): Promise<unknown> {
  const args = [tool('tsx/dist/cli.mjs'), 'test/support/keychain-call.ts', ...request];
  const { output } = await run(process.execPath, args, { env });
  return JSON.parse(output.slice(output.indexOf('{'))); // the system’s library may have printed something before
}

/** Counts the entries of a keyring, including those of other programs. */
async function itemsOf({ env }: Keyring): Promise<number> {
  const question = [
    '--dest=org.freedesktop.secrets',
    '/org/freedesktop/secrets/collection/login',
    'org.freedesktop.DBus.Properties.Get',
    'string:org.freedesktop.Secret.Collection',
    'string:Items',
  ];
  const { output } = await run('dbus-send', ['--session', '--print-reply', ...question], { env });
  return output.match(/object path/g)?.length ?? 0;
}

/** Each call starts a process. */
const timeLimitMs = 30_000;
const onLinux = it.skipIf(process.platform !== 'linux');
const locked = { problem: 'keychain-locked' };

onLinux(
  'what a locked keyring holds is not missing, and is there when it is unlocked',
  async () => {
    const keyring = await ownKeyring();
    expect(await ask(keyring, 'write', 'token/a', 'kept')).toEqual({ value: null });
    await keyring.restart('locked');
    expect(await ask(keyring, 'read', 'token/a')).toEqual(locked);
    await keyring.restart('unlocked');
    expect(await ask(keyring, 'read', 'token/a')).toEqual({ value: 'kept' });
  },
  timeLimitMs,
);

onLinux(
  'a locked keyring says that it removes nothing, and removes when it is unlocked',
  async () => {
    const keyring = await ownKeyring();
    await ask(keyring, 'write', 'token/a', 'kept');
    await keyring.restart('locked');
    expect(await ask(keyring, 'remove', 'token/a')).toEqual(locked);
    await keyring.restart('unlocked');
    expect(await itemsOf(keyring)).toBe(1);
    expect(await ask(keyring, 'remove', 'token/a')).toEqual({ value: null });
    expect(await itemsOf(keyring)).toBe(0);
  },
  timeLimitMs,
);

onLinux(
  'an unlocked keyring says that something is missing, and nothing of the question stays in it',
  async () => {
    const keyring = await ownKeyring();
    expect(await ask(keyring, 'read', 'token/a')).toEqual({ value: null });
    expect(await itemsOf(keyring)).toBe(0);
    await ask(keyring, 'write', 'token/a', 'kept');
    expect(await itemsOf(keyring)).toBe(1);
  },
  timeLimitMs,
);

it('a keyring that is unlocked when it asks hands out the database key that it holds, and no new one is made', async () => {
  class Locked extends SessionVault {
    isLocked = false;
    override async read(name: string) {
      return this.isLocked ? null : await super.read(name);
    }
    /** The user types the password. */
    async unlock() {
      this.isLocked = false;
    }
  }
  const vault = new Locked();
  const secrets = new Secrets(requireUnlocked(vault, () => vault.unlock()));
  const account = accountKeySchema.parse(randomUUID());
  const made = await secrets.databaseKey(account);
  vault.isLocked = true;
  expect(await secrets.databaseKey(account)).toBe(made);
});
