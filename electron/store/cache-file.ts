import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { renameReleased } from '../files/atomic-write.ts';
import { SqliteFile } from './database.ts';
import { migrate } from './migrate.ts';

const fileName = 'cache.db';

/** Opens the cache's file in `folder` in its newest form, or makes one. @throws ProblemError as `Cache.open`, and `cache-set-aside` */
export function openCacheFile(folder: string, key: string): SqliteFile {
  const database = new SqliteFile(join(folder, fileName), key);
  try {
    migrate(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Moves an unreadable cache out of the way. Only the newest is kept: it is for a look by hand, not for use. */
export async function setCacheAside(folder: string): Promise<void> {
  const file = join(folder, fileName);
  await rm(join(folder, `set-aside-${fileName}`), { force: true, maxRetries: 5 });
  await renameReleased(file, join(folder, `set-aside-${fileName}`));
  // What a new database would take for its own.
  for (const companion of ['-wal', '-shm']) await rm(file + companion, { force: true, maxRetries: 5 });
}
