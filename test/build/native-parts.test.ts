/* What the native modules need, and which of them a package holds. */

import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import {
  addWindowsLibraries,
  checkNativeParts,
  missingOnWindows,
  type Target,
} from '../../build/package/native-parts.ts';
import { peImports } from '../../build/package/pe-imports.ts';
import { projectFolder } from '../../build/run.ts';
import { ownFolder } from '../support/folder.ts';

/** Libraries that the release ships; see `release.yml`. */
const shipped = ['vcruntime140.dll'];

const keytar = (target: string) => join('node_modules/keytar/prebuilds', target, 'keytar.node');
const libsql = (target: string) => join('node_modules/@libsql', target, 'index.node');

/** Other systems' packages of libsql are here only where they were put on purpose, in a folder that NODE_PATH names. */
async function findModule(path: string): Promise<string | null> {
  const roots = [
    projectFolder,
    ...(process.env.NODE_PATH ?? '')
      .split(delimiter)
      .filter(Boolean)
      .map((folder) => join(folder, '..')),
  ];
  for (const root of roots) {
    const file = join(root, path);
    if (await stat(file).catch(() => null)) return file;
  }
  return null;
}

it.for([keytar('win32-x64'), keytar('win32-ia32'), libsql('win32-x64-msvc')])(
  'a clean Windows and what is shipped have all that %s imports',
  async (path, { skip }) => {
    const file = await findModule(path);
    skip(file === null, 'npm installs libsql’s program of this system alone');
    const module = await readFile(file ?? '');
    expect(peImports(module)).toContain('kernel32.dll');
    expect(missingOnWindows(module).filter((name) => !shipped.includes(name))).toEqual([]);
  },
);

it('what is no program for Windows is refused', async () => {
  const file = await findModule(keytar('linux-x64'));
  expect(file).not.toBeNull();
  const module = await readFile(file ?? '');
  expect(() => peImports(module)).toThrow();
});

/** A program for Windows that imports these libraries, as small as one can be. */
function aModule(...names: string[]): Buffer {
  const file = Buffer.alloc(4_096);
  file.writeUInt32LE(0x80, 0x3c);
  file.write('PE\0\0', 0x80, 'latin1');
  file.writeUInt16LE(1, 0x80 + 6); // sections
  file.writeUInt16LE(240, 0x80 + 20);
  file.writeUInt16LE(0x20b, 0x80 + 24);
  file.writeUInt32LE(0x1000, 0x80 + 24 + 112 + 8); // the table of imports
  const section = 0x80 + 24 + 240;
  file.writeUInt32LE(0x800, section + 8);
  file.writeUInt32LE(0x1000, section + 12);
  file.writeUInt32LE(0x800, section + 16);
  file.writeUInt32LE(0x400, section + 20);
  names.forEach((name, index) => {
    const at = 0x400 + 0x200 + index * 32;
    file.write(`${name}\0`, at, 'latin1');
    file.writeUInt32LE(0x1000 + at - 0x400, 0x400 + index * 20 + 12);
  });
  return file;
}

async function packageOf(...modules: string[]): Promise<string> {
  const unpacked = await ownFolder();
  for (const module of modules) {
    await mkdir(join(unpacked, dirname(module)), { recursive: true });
    await writeFile(join(unpacked, module), aModule('KERNEL32.dll', 'VCRUNTIME140.dll'));
  }
  return unpacked;
}

it.each<[Target, string, string]>([
  [{ platform: 'win32', arch: 'x64' }, 'win32-x64-msvc', 'win32-x64'],
  [{ platform: 'darwin', arch: 'arm64' }, 'darwin-arm64', 'darwin-arm64'],
  [{ platform: 'linux', arch: 'arm64' }, 'linux-arm64-gnu', 'linux-arm64'],
])('a package for %o holds that system’s modules and no other’s', async (target, database, keychain) => {
  await checkNativeParts(await packageOf(libsql(database), keytar(keychain)), target);
  const hosts = [libsql('linux-x64-gnu'), keytar('linux-x64')];
  for (const wrong of [hosts, [keytar(keychain)], [libsql(database), keytar(keychain), keytar('linux-x64')], []]) {
    await expect(checkNativeParts(await packageOf(...wrong), target)).rejects.toThrow(/must hold/);
  }
});

it('puts the library that Windows lacks beside the module, and builds nothing without it', async () => {
  const module = libsql('win32-x64-msvc');
  const unpacked = await packageOf(module);
  const from = await ownFolder();
  await expect(addWindowsLibraries(unpacked, from)).rejects.toThrow(/vcruntime140\.dll/);
  await writeFile(join(from, 'vcruntime140.dll'), 'Microsoft’s');
  await addWindowsLibraries(unpacked, from);
  expect((await readdir(join(unpacked, dirname(module)))).sort()).toEqual(['index.node', 'vcruntime140.dll']);
});
