/* Nobody’s script runs when the packages are installed, and a new one that wants to is seen here. */

import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { projectFolder } from '../../build/run.ts';

const read = (file: string) => readFile(join(projectFolder, file), 'utf8');

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      name: z.string().optional(),
      hasInstallScript: z.boolean().optional(),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      inBundle: z.boolean().optional(),
    }),
  ),
});
type Lock = z.infer<typeof lockSchema>;

const readLock = async (): Promise<Lock> => lockSchema.parse(JSON.parse(await read('package-lock.json')));
const readPolicy = async () =>
  z.object({ allowScripts: z.record(z.string(), z.boolean()) }).parse(JSON.parse(await read('package.json')));

/** The packages of a lock file, without the project itself. */
const packagesOf = (lock: Lock) => Object.entries(lock.packages).filter(([path]) => path !== '');

function withScript(lock: Lock): string[] {
  const names = packagesOf(lock).flatMap(([path, { name, hasInstallScript }]) =>
    hasInstallScript ? (name ?? path.replace(/^.*node_modules\//, '')) : [],
  );
  return [...new Set(names)].sort();
}

it('the policy names every package with a script, and lets none run', async () => {
  const { allowScripts } = await readPolicy();
  expect(withScript(await readLock())).toEqual(Object.keys(allowScripts).sort());
  expect(Object.values(allowScripts)).not.toContain(true);
});

it('a new package with a script is seen, also under another name and inside another package', async () => {
  const lock = await readLock();
  const added = { hasInstallScript: true };
  lock.packages['node_modules/zod/node_modules/@some/new'] = added;
  lock.packages['node_modules/short'] = { ...added, name: 'long' };
  expect(withScript(lock)).toEqual(expect.arrayContaining(['@some/new', 'long']));
});

it('no installed package has a script that the lock file does not know of', async () => {
  const lock = await readLock();
  const scripts = await Promise.all(packagesOf(lock).map(async ([path]) => ((await runsScript(path)) ? [path] : [])));
  const unknown = scripts.flat().filter((path) => !lock.packages[path]?.hasInstallScript);
  expect(scripts.flat()).toContain('node_modules/keytar'); // the search is not blind
  expect(unknown).toEqual([]);
});

/** npm runs these three and, where there is a `binding.gyp`, a compiler. A package for another system is not installed. */
async function runsScript(path: string): Promise<boolean> {
  const manifest = await read(join(path, 'package.json')).catch(() => '{}');
  const { scripts } = z.object({ scripts: z.record(z.string(), z.unknown()).default({}) }).parse(JSON.parse(manifest));
  const isCompiled = await stat(join(projectFolder, path, 'binding.gyp')).catch(() => null);
  return Boolean(scripts.preinstall || scripts.install || scripts.postinstall || isCompiled);
}

it('npm is told to run none, also an npm that does not know the policy, and nothing tells it otherwise', async () => {
  expect((await read('.npmrc')).split('\n')).toContain('ignore-scripts=true');
  const workflows = await readdir(join(projectFolder, '.github/workflows'));
  const files = ['.npmrc', '.ci/run', 'package.json', ...workflows.map((name) => join('.github/workflows', name))];
  const undoing =
    /ignore[-_]scripts\s*[=:]?\s*["']?(false|0|no)\b|no-ignore-scripts|allow-all-scripts|npm (rebuild|approve-scripts)/i;
  for (const file of files) expect(await read(file), file).not.toMatch(undoing);
});

it('every package comes from the registry with its checksum, so no script prepares it either', async () => {
  const others = packagesOf(await readLock()).filter(
    ([, { resolved, integrity, inBundle }]) =>
      resolved !== undefined || !(integrity?.startsWith('sha512-') || inBundle),
  );
  expect(others.map(([path]) => path)).toEqual([]);
});
