import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ProblemError } from '../contract/problem.ts';
import { renameReleased, writeWhole } from '../files/atomic-write.ts';
import { isDiskFull } from '../files/disk-full.ts';
import { type FileNature, SqliteFile } from '../store/database.ts';
import { migrate } from '../store/migrate.ts';
import { changes } from './migrations/001-changes.ts';
import { skew } from './migrations/002-skew.ts';
import { sentLog } from './migrations/003-sent-log.ts';

const fileName = 'outbox.db';

/** Each takes the outbox from the version that is its place in this list to the next. Landed ones are never changed. */
export const outboxMigrations: readonly string[] = [changes, skew, sentLog];

const outboxNature: FileNature = {
  settings: [
    'auto_vacuum = INCREMENTAL', // the room of files that were sent is given back; without effect unless it is first
    'synchronous = FULL', // the user's own words must outlive a power cut
  ],
  isCheckpointedAside: false, // each of its writes waits for the disk anyway
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
    if (!mustReplace && isOfKey(folder, key)) return { file: await openFile(folder, key), wasSetAside: false };
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.kind !== 'outbox-set-aside') throw error;
  }
  await setAside(folder, nowMs());
  return { file: await openFile(folder, key), wasSetAside: true };
}

async function openFile(folder: string, key: string): Promise<SqliteFile> {
  await noteKey(folder, key);
  const file = new SqliteFile(join(folder, fileName), key, outboxNature);
  try {
    migrate(file, outboxMigrations);
    return file;
  } catch (error) {
    file.close();
    throw error;
  }
}

/*
 * Opening a file with a key that is not its own destroys it: when it is let go of, libsql writes what lies in its
 * write-ahead log into it, through the wrong key. A keychain that was reset hands out just such a key. So the key's
 * fingerprint lies beside the file, and tells before anything is touched.
 */

const fingerprintFile = (folder: string) => `${join(folder, fileName)}-key`;

const fingerprintOf = (key: string) => createHash('sha256').update(`Colodesk outbox ${key}`).digest('hex');

function isOfKey(folder: string, key: string): boolean {
  if (![join(folder, fileName), fingerprintFile(folder)].every((file) => existsSync(file))) return true;
  return readFileSync(fingerprintFile(folder), 'utf8') === fingerprintOf(key);
}

/** Before the file itself is made, so that there is none without; whole or not at all, so that none is taken for another's. */
async function noteKey(folder: string, key: string): Promise<void> {
  if ([join(folder, fileName), fingerprintFile(folder)].every((file) => existsSync(file))) return;
  try {
    await writeWhole(fingerprintFile(folder), fingerprintOf(key));
  } catch (error) {
    throw new ProblemError(isDiskFull(error) ? 'disk-full' : 'disk-error', {}, error);
  }
}

/**
 * What was not written into the main file yet goes with it, and the fingerprint: together they may still be read one day. In
 * this order a kill in between leaves nothing that a new file would take for its own.
 */
const endings = ['-wal', '-shm', '', '-key'];

/** Moves the file out of the way under a name that no other has, with what belongs to it. */
async function setAside(folder: string, nowMs: number): Promise<void> {
  const day = new Date(nowMs).toISOString().slice(0, 19).replaceAll(':', '-');
  const nameOf = (number: number) => join(folder, `set-aside-${day}${number === 1 ? '' : `-${number}`}-${fileName}`);
  let number = 1;
  while (endings.some((ending) => existsSync(nameOf(number) + ending))) number += 1;
  for (const ending of endings) {
    const from = join(folder, fileName) + ending;
    if (!existsSync(from)) continue;
    await renameReleased(from, nameOf(number) + ending).catch((error: unknown) => {
      if (existsSync(from)) throw error; // SQLite may have removed its own file at this very moment
    });
  }
}
