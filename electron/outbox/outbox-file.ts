import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ProblemError } from '../contract/problem.ts';
import { type FileNature, SqliteFile } from '../store/database.ts';
import { migrate } from '../store/migrate.ts';
import { renameReleased } from '../store/rename-released.ts';
import { changes } from './migrations/001-changes.ts';

const fileName = 'outbox.db';

/** Each takes the outbox from the version that is its place in this list to the next. Landed ones are never changed. */
export const outboxMigrations: readonly string[] = [changes];

const outboxNature: FileNature = {
  settings: [
    'auto_vacuum = INCREMENTAL', // the room of files that were sent is given back; without effect unless it is first
    'synchronous = FULL', // the user's own words must outlive a power cut
  ],
  unreadable: 'outbox-set-aside',
};

/**
 * Opens the outbox in `folder`, or makes one. A file that cannot be read is set aside, whole, and a new one begun; with
 * `mustReplace` whatever it is, for one that turned out to be corrupt while in use.
 * @throws ProblemError `cache-newer`, `disk-full`, `disk-error`
 */
export async function openOutboxFile(
  folder: string,
  key: string,
  { mustReplace = false, nowMs = Date.now }: { mustReplace?: boolean; nowMs?: () => number } = {},
): Promise<{ file: SqliteFile; wasSetAside: boolean }> {
  try {
    if (!mustReplace) return { file: openFile(folder, key), wasSetAside: false };
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.kind !== 'outbox-set-aside') throw error;
  }
  await setAside(folder, nowMs());
  return { file: openFile(folder, key), wasSetAside: true };
}

function openFile(folder: string, key: string): SqliteFile {
  const file = new SqliteFile(join(folder, fileName), key, outboxNature);
  try {
    migrate(file, outboxMigrations);
    return file;
  } catch (error) {
    file.close();
    throw error;
  }
}

/** What was not written into the main file yet goes with it: together they may still be read one day. */
const companions = ['', '-wal', '-shm'];

/** Moves the file out of the way under a name that no other has, with what belongs to it. */
async function setAside(folder: string, nowMs: number): Promise<void> {
  const day = new Date(nowMs).toISOString().slice(0, 19).replaceAll(':', '-');
  const nameOf = (number: number) => join(folder, `set-aside-${day}${number === 1 ? '' : `-${number}`}-${fileName}`);
  let number = 1;
  while (companions.some((companion) => existsSync(nameOf(number) + companion))) number += 1;
  for (const companion of companions) {
    const from = join(folder, fileName) + companion;
    if (existsSync(from)) await renameReleased(from, nameOf(number) + companion);
  }
}
