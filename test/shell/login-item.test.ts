import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it, onTestFinished, vi } from 'vitest';
import { autostartEntry, setLoginItem } from '../../electron/shell/login-item.ts';
import { ownFolder } from '../support/folder.ts';

const app = vi.hoisted(() => ({ folder: '', setLoginItemSettings: vi.fn() }));
vi.mock('electron', () => ({ app: { ...app, getPath: () => app.folder } }));

async function on(platform: string) {
  const { platform: before } = process;
  Object.defineProperty(process, 'platform', { value: platform });
  onTestFinished(() => void Object.defineProperty(process, 'platform', { value: before }));
  app.folder = await ownFolder();
  app.setLoginItemSettings.mockClear();
}

it.each(['win32', 'darwin'])('on %s the system itself keeps it', async (platform) => {
  await on(platform);
  await setLoginItem({ startsWithSystem: true, staysInTray: true });
  await setLoginItem({ startsWithSystem: true, staysInTray: false });
  await setLoginItem({ startsWithSystem: false, staysInTray: true });
  expect(app.setLoginItemSettings.mock.calls).toEqual([
    [{ openAtLogin: true, args: ['--hidden'] }],
    [{ openAtLogin: true, args: [] }],
    [{ openAtLogin: false, args: ['--hidden'] }],
  ]);
});

it('on Linux it is an entry of the desktop, which is removed again', async () => {
  await on('linux');
  const file = join(app.folder, 'autostart/com.colodesk.autostart.desktop');
  await setLoginItem({ startsWithSystem: true, staysInTray: true });
  expect(programIn(await readFile(file, 'utf8'))).toBe(process.execPath);
  vi.stubEnv('APPIMAGE', '/home/ä b/Colodesk.AppImage');
  onTestFinished(() => void vi.unstubAllEnvs());
  await setLoginItem({ startsWithSystem: true, staysInTray: false });
  const entry = await readFile(file, 'utf8');
  expect(entry).toContain('\nExec="/home/ä b/Colodesk.AppImage"\n');
  expect(entry).toContain('\nTryExec=/home/ä b/Colodesk.AppImage\n'); // so that a removed one is not started
  await setLoginItem({ startsWithSystem: false, staysInTray: false });
  await expect(stat(file)).rejects.toThrow('ENOENT');
  await setLoginItem({ startsWithSystem: false, staysInTray: false });
});

it('on Linux the last of several quick wishes holds', async () => {
  await on('linux');
  const file = join(app.folder, 'autostart/com.colodesk.autostart.desktop');
  const wish = (startsWithSystem: boolean) => setLoginItem({ startsWithSystem, staysInTray: true });
  await Promise.all([true, false].map(wish));
  await expect(stat(file)).rejects.toThrow('ENOENT');
  await Promise.all([false, true].map(wish));
  expect(programIn(await readFile(file, 'utf8'))).toBe(process.execPath);
});

/** Reads the program in an entry as the Desktop Entry Specification says: first the value, then the quoted argument. */
function programIn(entry: string): string {
  const value = /^Exec=(.*)$/m.exec(entry)?.[1] ?? '';
  const escapes: Record<string, string> = { n: '\n', r: '\r', '\\': '\\' };
  const line = value.replace(/\\(.)/g, (_all, letter: string) => escapes[letter] ?? '');
  const quoted = /^"((?:\\["`$\\]|[^"`$\\])*)" --hidden$/s.exec(line)?.[1] ?? 'not quoted';
  return quoted.replace(/\\(.)/gs, '$1').replaceAll('%%', '%');
}

it('any path is started as it is', () => {
  const letter = fc.constantFrom('"', '`', '$', '\\', '%', ' ', '\n', 'n', 'ä', '/', "'", ';', '&');
  fc.assert(
    fc.property(fc.string({ unit: letter }), (path) => {
      expect(programIn(autostartEntry([path, '--hidden']))).toBe(path);
    }),
  );
});
