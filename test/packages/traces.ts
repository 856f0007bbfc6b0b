/* What is on a file system, and what has changed on it. */

import { createHash } from 'node:crypto';
import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';

/** Returns each file and folder of a system with its mode, owner and content. What only exists while it runs is left out. */
export async function filesOf(root: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const top of await readdir(root)) {
    if (['proc', 'sys', 'dev', 'tmp', 'run', 'mnt'].includes(top)) continue;
    const below = await readdir(join(root, top), { recursive: true }).catch(() => []); // such as a link
    for (const path of [top, ...below.map((name) => join(top, name))]) {
      found.set(path, await describe(join(root, path)));
    }
  }
  return found;
}

async function describe(path: string): Promise<string> {
  const about = await lstat(path);
  const kind = `${about.mode.toString(8)} ${about.uid}:${about.gid}`;
  if (about.isSymbolicLink()) return `${kind} ${await readlink(path)}`;
  if (!about.isFile()) return kind;
  return `${kind} ${createHash('sha1')
    .update(await readFile(path))
    .digest('hex')}`;
}

/** Returns the paths that were added, removed or changed, in order. */
export function changesBetween(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path)).sort();
}
