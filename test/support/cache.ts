import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { Cache } from '../../electron/store/cache.ts';
import { cacheFileOptions } from '../../electron/store/cache-file.ts';
import { SqliteFile } from '../../electron/store/database.ts';
import { migrate } from '../../electron/store/migrate.ts';
import { cacheMigrations, firstCacheVersion } from '../../electron/store/schema.ts';
import { ownFolder } from './folder.ts';

/** The database key of all caches in tests. */
export const cacheKey = 'ab'.repeat(32);

/** An empty cache of the running test's own. */
export async function ownCache(): Promise<Cache> {
  return (await openCache(await ownFolder())).cache;
}

/** Opens the cache in a folder, and closes it with the test. */
export async function openCache(folder: string, key = cacheKey) {
  const opened = await Cache.open(folder, key);
  onTestFinished(() => opened.cache.close());
  return opened;
}

/** Opens a file as the cache does, without making its tables. */
export const openDatabase = (file: string) => new SqliteFile(file, cacheKey, cacheFileOptions);

/** An empty database in memory. */
export const memoryDatabase = () =>
  new SqliteFile(':memory:', '', { ...cacheFileOptions, isCheckpointedOnWorker: false });

/** An empty cache in memory, of the running test's own: quick, and without a worker to write walks. */
export function memoryCache(): Cache {
  const file = memoryDatabase();
  migrate(file, cacheMigrations, firstCacheVersion);
  const cache = new Cache(file);
  onTestFinished(() => cache.close());
  return cache;
}

/** Opens the cache in `folder` so that its file cannot grow beyond `maxPages` pages of 4 KiB, as on a full disk. */
export async function openLimitedCache(folder: string, maxPages: number): Promise<Cache> {
  await (await Cache.open(folder, cacheKey)).cache.close(); // so that it has its tables
  const pragmas = [...cacheFileOptions.pragmas, `max_page_count = ${maxPages}`];
  return new Cache(new SqliteFile(join(folder, 'cache.db'), cacheKey, { ...cacheFileOptions, pragmas }));
}
