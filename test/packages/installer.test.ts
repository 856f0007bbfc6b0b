/* Our part of the installer for Windows, compiled and run under Wine: what uninstalling removes, and what it leaves. */

import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { projectFolder, run, runOrThrow } from '../../build/run.ts';
import { makePrefix } from '../../build/wine/prefix.ts';
import { ownFolder } from '../support/folder.ts';

const script = join(projectFolder, 'build/resources/installer.nsh');
const program = 'C:\\Programs of Jörg\\Colodesk\\Colodesk.exe';
const other = 'C:\\Elsewhere\\Colodesk.exe';
const classes = 'HKCU\\Software\\Classes';
const currentVersion = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion';
const values: [key: string, name: string, data: string, type?: string][] = [
  [`${classes}\\colodesk\\shell\\open\\command`, '', `"${program}" "%1"`],
  [`${currentVersion}\\Run`, 'com.colodesk.app', `"${program}" --hidden`],
  [`${currentVersion}\\Explorer\\StartupApproved\\Run`, 'com.colodesk.app', '020000000000000000000000', 'REG_BINARY'],
  [`${classes}\\CLSID\\{11111111-0000-0000-0000-000000000001}\\LocalServer32`, '', `"${program}"`],
  [`${classes}\\CLSID\\{11111111-0000-0000-0000-000000000002}\\LocalServer32`, '', program],
];
/** Of another program, or of another installation. */
const othersValues: typeof values = [
  [`${classes}\\CLSID\\{11111111-0000-0000-0000-000000000000}\\LocalServer32`, '', other],
  [`${classes}\\CLSID\\{11111111-0000-0000-0000-000000000003}\\InprocServer32`, '', 'other.dll'],
  [`${currentVersion}\\Run`, 'com.other.app', other],
];

async function openWindows() {
  const folder = await ownFolder();
  const installer = join(folder, 'installer.exe');
  const define = (name: string, value: string) => `-D${name}=${value}`;
  const names = [define('OUTPUT', installer), define('INSTALLER_NSH', script)];
  await runOrThrow('makensis', ['-V2', '-WX', '-INPUTCHARSET', 'UTF8', ...names, 'test/packages/installer.nsi']);
  const { env, drive } = await makePrefix(folder);
  const call = (...args: string[]) => run('wine', args, { env });
  const local = join(drive, 'users', process.env.USER ?? 'root', 'AppData/Local');
  const uninstaller = 'C:\\Programs of Jörg\\Colodesk\\Uninstall Colodesk.exe';
  return {
    local,
    close: () => run('wineserver', ['-k'], { env }),
    async install() {
      await call(installer, '/S');
      for (const [key, name, data, type = 'REG_SZ'] of [...values, ...othersValues])
        await call('reg', 'add', key, ...named(name), '/t', type, '/d', data, '/f');
      for (const name of ['colodesk-updater', 'Colodesk']) await mkdir(join(local, name), { recursive: true });
    },
    /** `_?=` keeps it in its place, so that it can be waited for. */
    uninstall: (...args: string[]) => call(uninstaller, '/S', ...args, '_?=C:\\Programs of Jörg\\Colodesk'),
    has: async ([key, name]: (typeof values)[number]) => (await call('reg', 'query', key, ...named(name))).code === 0,
  };
}

const named = (name: string) => (name === '' ? ['/ve'] : ['/v', name]);
const isThere = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

it('an update leaves all registrations; uninstalling removes ours, and no others, nor the user’s data', async () => {
  const wine = await openWindows();
  onTestFinished(async () => void (await wine.close()));
  const allOf = (wanted: typeof values) => Promise.all(wanted.map(wine.has));
  await wine.install();
  expect(await allOf([...values, ...othersValues])).not.toContain(false);
  await wine.uninstall('--updated');
  expect(await allOf([...values, ...othersValues])).not.toContain(false);
  expect(await isThere(join(wine.local, 'colodesk-updater'))).toBe(true);

  await wine.install();
  await wine.uninstall();
  expect(await allOf(values)).not.toContain(true);
  expect(await allOf(othersValues)).not.toContain(false);
  expect(await isThere(join(wine.local, 'colodesk-updater'))).toBe(false);
  expect(await isThere(join(wine.local, 'Colodesk'))).toBe(true);
});

it('electron-builder’s script still has the names that ours uses', async () => {
  const templates = join(projectFolder, 'node_modules/app-builder-lib/templates/nsis');
  const [uninstaller, users, common] = await Promise.all(
    ['uninstaller.nsh', 'multiUser.nsh', 'common.nsh'].map((name) => readFile(join(templates, name), 'utf8')),
  );
  expect(uninstaller).toContain('!insertmacro customUnInstall\n');
  expect(uninstaller).toMatch(/\$\{APP_ID\}/);
  expect(uninstaller).toMatch(/\$\{ifNot\} \$\{isUpdated\}/);
  expect(users).toContain('Var installMode');
  // How the program knows that it was installed by this installer; see electron/shell/installation.ts.
  expect(common).toMatch(/UNINSTALL_FILENAME "Uninstall \$\{PRODUCT_FILENAME\}\.exe"/);
});
