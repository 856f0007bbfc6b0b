import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { replacesItself } from '../../electron/shell/installation.ts';
import { ownFolder } from '../support/folder.ts';

/** A place where the program lies, with these files. */
async function placeWith(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, ...files: string[]) {
  const folder = await ownFolder();
  const resourcesPath = join(folder, 'resources');
  await mkdir(resourcesPath);
  for (const file of files) await writeFile(join(folder, file), '');
  return { platform, execPath: join(folder, 'Colodesk.exe'), resourcesPath, env };
}

const appImage = { APPIMAGE: '/home/somebody/Colodesk.AppImage' };

it.each<[string, boolean, NodeJS.Platform, NodeJS.ProcessEnv, string[]]>([
  ['by our installer for Windows', true, 'win32', {}, ['Uninstall Colodesk.exe']],
  ['by an MSI', false, 'win32', {}, []],
  ['on macOS', true, 'darwin', {}, []],
  ['as an AppImage', true, 'linux', appImage, []],
  ['by a deb or rpm', false, 'linux', {}, ['resources/package-type']],
  ['by a deb or rpm, started from another AppImage', false, 'linux', appImage, ['resources/package-type']],
  ['as a plain folder', false, 'linux', {}, []],
])('a program installed %s replaces itself: %s', async (_how, expected, platform, env, files) => {
  expect(replacesItself(await placeWith(platform, env, ...files))).toBe(expected);
});
