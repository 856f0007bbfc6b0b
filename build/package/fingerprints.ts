/* Tells whether two packages are the same, file by file. */

import { createHash } from 'node:crypto';
import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';

/** What was built, what is packed, and what is published. The rest of `dist` is electron-builder's own notes, with paths and times. */
const compared = [/^out\//, /^dist\/linux-unpacked\//, /^dist\/[^/]+\.cdx\.json$/, /^dist\/appimage\/[^/]+\.AppImage$/];

/** Returns each file that is compared under a project's folder, with its mode and a checksum of its content. */
export async function fingerprints(folder: string): Promise<Map<string, string>> {
  const names = [];
  for (const top of ['out', 'dist']) {
    for (const name of await readdir(join(folder, top), { recursive: true })) names.push(join(top, name));
  }
  const found = new Map<string, string>();
  for (const name of names.sort()) {
    if (!compared.some((pattern) => pattern.test(name))) continue;
    found.set(name, await fingerprint(join(folder, name)));
  }
  return found;
}

async function fingerprint(path: string): Promise<string> {
  const about = await lstat(path);
  const mode = about.mode.toString(8);
  if (about.isSymbolicLink()) return `${mode} ${await readlink(path)}`;
  if (about.isDirectory()) return mode;
  return `${mode} ${createHash('sha256')
    .update(await readFile(path))
    .digest('hex')}`;
}

/** Returns the names of what differs, or is only in one of them. */
export function differences(first: ReadonlyMap<string, string>, second: ReadonlyMap<string, string>): string[] {
  const names = new Set([...first.keys(), ...second.keys()]);
  return [...names].filter((name) => first.get(name) !== second.get(name)).sort();
}
