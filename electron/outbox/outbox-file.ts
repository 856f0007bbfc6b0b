import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ProblemError } from '../contract/problem.ts';
import { renameWithRetry, writeFileAtomically } from '../files/atomic-write.ts';
import { isDiskFull } from '../files/disk-full.ts';
import { SqliteFile, type SqliteFileOptions } from '../store/database.ts';
import { migrate } from '../store/migrate.ts';

/** What was sent is read by the time of its answer, and grows to thousands. */
const sentLog = `
  CREATE INDEX change_by_answer ON change (state, answered_at_ms);
`;

/** What a moment of this computer's was at the server's is known best when it is written down. */
const skew = `
  -- This computer's clock minus the server's at the first sending, in milliseconds.
  ALTER TABLE change ADD COLUMN first_sent_skew_ms INTEGER;
`;

/**
 * The user's changes, the files that go with them, drafts and templates.
 *
 * A file lies in pieces, so that no single write or read holds up the application; pieces whose change is not there (a
 * copy that a kill ended) or was sent are removed.
 */
const changes = `
  CREATE TABLE change (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    -- The server's id, or the local one for as long as the ticket is itself a change that was not confirmed.
    ticket_id TEXT NOT NULL,
    ticket_title TEXT NOT NULL,
    content TEXT NOT NULL, -- JSON
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'unconfirmed', 'refused', 'sent')),
    created_at_ms INTEGER NOT NULL,
    -- The first sending that may have had an effect: what is looked for on the server is not older.
    first_sent_at_ms INTEGER,
    last_sent_at_ms INTEGER,
    answered_at_ms INTEGER,
    problem TEXT, -- JSON
    needs_decision INTEGER NOT NULL DEFAULT 0,
    conflict TEXT, -- JSON
    answer TEXT,
    correlation_id TEXT,
    -- Of a create: tickets alike that were known before it was first sent, as JSON; they are not what it made.
    known_alike TEXT,
    -- What the server holds because of this change: the ticket's id, the attachment's id, or the comment's time.
    claim TEXT
  ) STRICT;

  CREATE INDEX change_by_state ON change (state, seq);
  CREATE INDEX change_by_ticket ON change (ticket_id, seq);

  CREATE TABLE file_piece (
    change_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (change_id, number)
  ) STRICT;

  CREATE TABLE draft (key TEXT PRIMARY KEY, content TEXT NOT NULL, saved_at_ms INTEGER NOT NULL) STRICT; -- JSON

  CREATE TABLE template (id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, fields TEXT NOT NULL) STRICT; -- JSON
`;

const fileName = 'outbox.db';

/** Each takes the outbox from the version that is its place in this list to the next. Landed ones are never changed. */
export const outboxMigrations: readonly string[] = [changes, skew, sentLog];

const outboxFileOptions: SqliteFileOptions = {
  pragmas: [
    'auto_vacuum = INCREMENTAL', // the room of files that were sent is given back; without effect unless it is first
    'synchronous = FULL', // the user's own words must outlive a power cut
  ],
  isCheckpointedOnWorker: false, // each of its writes waits for the disk anyway
  unreadableKind: 'outbox-set-aside',
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
  const file = new SqliteFile(join(folder, fileName), key, outboxFileOptions);
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
    await writeFileAtomically(fingerprintFile(folder), fingerprintOf(key));
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
    await renameWithRetry(from, nameOf(number) + ending).catch((error: unknown) => {
      if (existsSync(from)) throw error; // SQLite may have removed its own file at this very moment
    });
  }
}
