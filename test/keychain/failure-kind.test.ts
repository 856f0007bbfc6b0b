import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { kindOfFailure } from '../../electron/keychain/failure-kind.ts';
import { ownFolder } from '../support/folder.ts';

/** Starts a bus that takes connections, on which the keyring would be reached. */
async function ownBus(): Promise<void> {
  const isWindows = process.platform === 'win32'; // where a socket has a name of another kind
  const path = isWindows ? `\\\\.\\pipe\\colodesk-test-${randomUUID()}` : join(await ownFolder(), 'bus');
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(path, resolve));
  onTestFinished(() => void server.close());
  vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', `unix:path=${path},guid=0123`);
  onTestFinished(() => void vi.unstubAllEnvs());
}

const kind = (platform: NodeJS.Platform, message: string, isStoring = true) =>
  kindOfFailure(new Error(message), async () => isStoring, platform);

it.each<[NodeJS.Platform, string, string]>([
  ['linux', 'The name org.freedesktop.secrets was not provided by any .service files', 'keychain-missing'],
  ['linux', 'Prompt dismissed', 'keychain-locked'],
  ['linux', 'Das Objekt existiert nicht', 'keychain-refused'],
  ['darwin', 'User interaction is not allowed.', 'keychain-locked'],
  ['darwin', 'The user name or passphrase you entered is not correct.', 'keychain-locked'],
  ['darwin', 'An unknown error occurred.', 'keychain-refused'],
  ['win32', 'A specified logon session does not exist. It may already have been terminated.', 'keychain-missing'],
])('on %s, “%s” is %s', async (platform, message, expected) => {
  await ownBus();
  expect(await kind(platform, message)).toBe(expected);
});

it('in any language, Windows has no keychain where it stores nothing at all', async () => {
  const message = 'Eine angegebene Anmeldesitzung ist nicht vorhanden.';
  expect(await kind('win32', message, false)).toBe('keychain-missing');
  expect(await kind('win32', 'Falscher Parameter.', true)).toBe('keychain-refused');
});

it.each([
  ['', ''],
  ['unix:path=/nonexistent/bus', ''],
  ['unix:abstract=/tmp/dbus-nobody', ''],
  ['unix:path=/tmp/100%/bus', ''],
  ['', '/nonexistent'],
  ['', '/nonexistent/100%'],
])('in any language, Linux has no keychain without a message bus (%j, %j)', async (address, runtimeFolder) => {
  vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', address);
  vi.stubEnv('XDG_RUNTIME_DIR', runtimeFolder);
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(await kind('linux', 'Verbindung nicht möglich: Datei oder Verzeichnis nicht gefunden')).toBe(
    'keychain-missing',
  );
});
