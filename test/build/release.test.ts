/* What a release promises in its settings. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectFolder } from '../../build/run.ts';

const read = (file: string) => readFile(join(projectFolder, file), 'utf8');

it('the AppImage’s desktop entry has no argument that switches the sandbox off', async () => {
  expect(await read('electron-builder.yml')).toMatch(/^appImage:\n {2}executableArgs: \[\]/m);
});

it('uninstalling removes the link’s registration and the updater’s copy, but not on an update', async () => {
  expect(await read('electron-builder.yml')).toContain('include: build/resources/installer.nsh');
  const script = await read('build/resources/installer.nsh');
  const { name } = JSON.parse(await read('package.json')) as { name: string };
  expect(script).toMatch(/customUnInstall\n {2}\$\{ifNot\} \$\{isUpdated\}/);
  expect(script).toContain('DeleteRegKey HKCU "Software\\Classes\\colodesk"');
  expect(script).toContain(`RMDir /r "$LOCALAPPDATA\\${name}-updater"`);
});

it('the program gets the public half of the key with which the release is signed, and the private one stays in its job', async () => {
  const [build = '', sign = ''] = (await read('.github/workflows/release.yml')).split(/^ {2}sign:$/m);
  expect(build).toMatch(/UPDATE_PUBLIC_KEY: .*vars\.UPDATE_PUBLIC_KEY/);
  expect(build).not.toContain('UPDATE_PRIVATE_KEY');
  expect(sign).toContain('npm run sign:updates');
});

it('there is a publisher, which Windows names before it installs', async () => {
  expect(JSON.parse(await read('package.json'))).toMatchObject({ author: 'The Colodesk authors' });
});

it('the list of parts is published with the packages, and files for Linux are as old as the commit', async () => {
  const settings = await read('electron-builder.yml');
  expect(settings).toContain('afterPack: ./build/package/after-pack.ts');
  expect(settings).toContain('afterAllArtifactBuild: ./build/package/after-all.ts');
  const [before = ''] = (await read('.github/workflows/release.yml')).split('electron-builder/cli.js');
  expect(before).toContain('SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)');
});
