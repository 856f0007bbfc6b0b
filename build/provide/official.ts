import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { downloadArtifact } from '@electron/get';
import { runOrThrow } from '../run.ts';
import { cacheFolder } from './cache-folder.ts';

/** The longest wait for the next byte; a blocked network may never answer at all. */
const stallLimitMs = 15_000;
/** For how long a failed download is not tried again, so that not every command waits for it. */
const retryAfterMs = 24 * 60 * 60 * 1000;

const require = createRequire(import.meta.url);
const packageFolder = dirname(require.resolve('electron/package.json'));

/** The version of Electron that the application is built for and shipped with. */
export const officialVersion = (require('electron/package.json') as { version: string }).version;

/** Returns the program that the `electron` package has downloaded before, if it is complete. */
export async function installedOfficial(): Promise<string | undefined> {
  try {
    const version = await readFile(join(packageFolder, 'dist/version'), 'utf8');
    if (version.trim().replace(/^v/, '') !== officialVersion) return undefined;
    // The package's installer writes this file last: once it exists, everything has been unpacked.
    const path = join(packageFolder, 'dist', await readFile(join(packageFolder, 'path.txt'), 'utf8'));
    await stat(path);
    return path;
  } catch {
    return undefined;
  }
}

/** Downloads the official program. @throws Error if it cannot be reached */
export async function downloadOfficial(): Promise<string> {
  await fetchArchive();
  // Finds the archive in the download cache, verifies it again and unpacks it where the package looks for it.
  await runOrThrow(process.execPath, [join(packageFolder, 'install.js')]);
  const path = await installedOfficial();
  if (!path)
    throw new Error(`the program of electron ${officialVersion} is not where its installer should have put it`);
  return path;
}

async function fetchArchive(): Promise<void> {
  const stalled = new AbortController();
  const timer = setTimeout(() => stalled.abort(new Error(`no answer for ${stallLimitMs / 1000} s`)), stallLimitMs);
  try {
    await downloadArtifact({
      version: officialVersion,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      checksums: require('electron/checksums.json') as Record<string, string>,
      downloadOptions: { quiet: true, signal: stalled.signal, getProgressCallback: () => timer.refresh() },
    });
  } finally {
    clearTimeout(timer);
  }
}

const stampFile = join(cacheFolder(), `electron-${officialVersion}-not-reachable`);

/** Whether the download failed so recently that it is not worth another try. */
export async function failedRecently(): Promise<boolean> {
  const { mtimeMs } = await stat(stampFile).catch(() => ({ mtimeMs: 0 }));
  return Date.now() - mtimeMs < retryAfterMs;
}

/** Records whether the download failed. */
export async function rememberFailure(hasFailed: boolean): Promise<void> {
  await mkdir(dirname(stampFile), { recursive: true });
  await (hasFailed ? writeFile(stampFile, '') : rm(stampFile, { force: true }));
}
