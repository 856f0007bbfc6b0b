import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { packedResources } from './package-app.ts';

/** Returns the sizes of the packed application: all of it, its archive, and its native modules. */
export async function sizesOf(program: string): Promise<{ name: string; bytes: number }[]> {
  const resources = packedResources(program);
  const folder = process.platform === 'darwin' ? join(dirname(program), '../..') : dirname(program);
  return [
    { name: 'all, with Electron', bytes: await bytesUnder(folder) },
    { name: 'our own code, in app.asar', bytes: (await stat(join(resources, 'app.asar'))).size },
    { name: 'native modules, beside it', bytes: await bytesUnder(join(resources, 'app.asar.unpacked')) },
  ];
}

async function bytesUnder(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  return sizes.reduce((total, size) => total + size, 0);
}
