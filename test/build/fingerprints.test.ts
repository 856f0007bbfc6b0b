/* The comparison of two packages sees what differs, and leaves out electron-builder’s notes. */

import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { differences, fingerprints } from '../../build/package/fingerprints.ts';
import { ownFolder } from '../support/folder.ts';

async function packed(): Promise<string> {
  const folder = await ownFolder();
  await mkdir(join(folder, 'out/main'), { recursive: true });
  await mkdir(join(folder, 'dist/linux-unpacked'), { recursive: true });
  await writeFile(join(folder, 'out/main/main.js'), 'code');
  await writeFile(join(folder, 'dist/linux-unpacked/colodesk'), 'program');
  await symlink('colodesk', join(folder, 'dist/linux-unpacked/link'));
  await writeFile(join(folder, 'dist/builder-debug.yml'), folder);
  return folder;
}

/** Only the packages for Linux are compared. */
const itOnUnix = it.skipIf(process.platform === 'win32');

itOnUnix('finds nothing in two that are the same', async () => {
  const first = await fingerprints(await packed());
  expect(first.size).toBe(4);
  expect(differences(first, await fingerprints(await packed()))).toEqual([]);
});

itOnUnix('finds another content, another mode, and what only one of them holds', async () => {
  const first = await packed();
  const second = await packed();
  await writeFile(join(second, 'out/main/main.js'), 'Code');
  await chmod(join(second, 'dist/linux-unpacked/colodesk'), 0o700);
  await writeFile(join(first, 'dist/Colodesk-1.0.0-linux-x64.cdx.json'), '{}');
  expect(differences(await fingerprints(first), await fingerprints(second))).toEqual([
    'dist/Colodesk-1.0.0-linux-x64.cdx.json',
    'dist/linux-unpacked/colodesk',
    'out/main/main.js',
  ]);
});
