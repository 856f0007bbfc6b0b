/* Opens the file of the cache, and moves one out of the way that cannot be used. */

import { join } from 'node:path';
import { ProblemError } from '../contract/problem.ts';
import { removeWithRetry, renameWithRetry } from '../files/locked-files.ts';
import type { SqliteFile, SqliteFileOptions } from './database.ts';
import { openSqliteFile } from './open-file.ts';
import { cacheMigrations, firstCacheVersion } from './schema.ts';

const fileName = 'cache.db';

export const cacheFileOptions: SqliteFileOptions = {
  pragmas: ['synchronous = NORMAL'], // a power cut may cost the cache its last moments
  isCheckpointedOnWorker: true,
  unreadableKind: 'cache-set-aside',
};

/**
 * Opens the cache's file in `folder`, or creates it, in its newest version. A file that cannot be read, or whose version
 * cannot be carried over, is set aside and replaced by an empty one.
 * @throws ProblemError `cache-newer`, `disk-full`, `disk-error`
 */
export async function openCacheFile(folder: string, key: string): Promise<{ file: SqliteFile; wasSetAside: boolean }> {
  try {
    return { file: await openFile(folder, key), wasSetAside: false };
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.kind !== 'cache-set-aside') throw error;
    return { file: await replaceCacheFile(folder, key), wasSetAside: true };
  }
}

/** Sets aside the file in `folder` in any case and creates an empty one: for a file found to be corrupt while in use. */
export async function replaceCacheFile(folder: string, key: string): Promise<SqliteFile> {
  await setAside(folder);
  return await openFile(folder, key);
}

function openFile(folder: string, key: string): Promise<SqliteFile> {
  const versions = { steps: cacheMigrations, firstVersion: firstCacheVersion };
  return openSqliteFile(join(folder, fileName), key, cacheFileOptions, versions);
}

/** Moves the file out of the way. Only the newest one is kept, for inspection by hand: the application never reads it. */
async function setAside(folder: string): Promise<void> {
  const file = join(folder, fileName);
  const setAsideFile = join(folder, `set-aside-${fileName}`);
  await removeWithRetry(setAsideFile);
  await renameWithRetry(file, setAsideFile);
  // A new database would take these for its own.
  for (const companion of ['-wal', '-shm']) await removeWithRetry(file + companion);
}
