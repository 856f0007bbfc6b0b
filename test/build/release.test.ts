/* What a release promises in its settings. */

import { readFile, stat } from 'node:fs/promises';
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

it('uninstalling also ends the start with the system, under the id that the program gives itself', async () => {
  const script = await read('build/resources/installer.nsh');
  expect(script).toContain(
    String.raw`DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "${'$'}{APP_ID}"`,
  );
  const [, appId = ''] = /^appId: (.*)$/m.exec(await read('electron-builder.yml')) ?? [];
  expect(await read('electron/main.ts')).toContain(`setAppUserModelId('${appId}')`);
});

it('there is an MSI for all users, and deb and rpm are made by what the tests use', async () => {
  const settings = await read('electron-builder.yml');
  expect(settings).toMatch(/^msi:\n {2}oneClick: true\n {2}perMachine: true\n {2}runAfterFinish: false$/m);
  expect(settings).toMatch(/^ {2}target: \[AppImage, deb, rpm\]$/m);
  const release = await read('.github/workflows/release.yml');
  expect(release).toContain('CUSTOM_FPM_PATH=$PWD/build/package/fpm.sh');
});

it.skipIf(process.platform === 'win32')('what makes deb and rpm can be run', async () => {
  expect((await stat(join(projectFolder, 'build/package/fpm.sh'))).mode & 0o100).toBeTruthy();
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
