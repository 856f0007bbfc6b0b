/*
 * The file `outbox.db`: the user's changes, the files to attach, drafts and templates, and the user's own data. It is never
 * thrown away: one that cannot be read is set aside whole, so that its contents can still be recovered.
 */

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ProblemError } from '../contract/problem.ts';
import { writeFileAtomically } from '../files/atomic-write.ts';
import { isDiskFull } from '../files/disk-full.ts';
import { renameWithRetry, whileLocked } from '../files/locked-files.ts';
import type { SqliteFile, SqliteFileOptions } from '../store/database.ts';
import { openSqliteFile } from '../store/open-file.ts';

/** The log of sent changes grows to thousands and is read by the time of the answer. */
const sentLog = `
  CREATE INDEX change_by_answer ON change (state, answered_at_ms);
`;

/** How far the two clocks are apart is known best at the moment of sending, so it is written down then. */
const skew = `
  -- This computer's clock minus the server's at the first sending, in milliseconds.
  ALTER TABLE change ADD COLUMN first_sent_skew_ms INTEGER;
`;

/**
 * The first version. Files are stored in chunks, so that no single read or write holds up the application. Chunks without a
 * pending change, which a kill during a copy leaves behind, are removed.
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

/** What turned up on the server and may be the effect of a change whose answer never came: the user decides. */
const lookalikes = `
  ALTER TABLE change ADD COLUMN lookalikes TEXT; -- JSON
`;

/** What came in place of an answer, what the server said of its effect, and the size of file that it did not take. */
const answers = `
  -- Why it is not known whether a sending arrived: a problem, as JSON.
  ALTER TABLE change ADD COLUMN lost_answer TEXT;
  -- What the change made, in the server's own words, as JSON.
  ALTER TABLE change ADD COLUMN echo TEXT;

  -- The size of the smallest file that the operator refused as too large; at most one row.
  CREATE TABLE file_limit (size_bytes INTEGER NOT NULL) STRICT;
`;

/** The user's own data, which are never sent; actions on many tickets; and under which names the server knows the user. */
const personal = `
  -- A ticket without any marks has no row. ticket_id is as in \`change\`.
  CREATE TABLE mark (
    ticket_id TEXT PRIMARY KEY,
    is_starred INTEGER NOT NULL,
    snoozed_until_ms INTEGER,
    note TEXT NOT NULL,
    -- The user was told that the snooze is over.
    is_reminded INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE site_note (site TEXT PRIMARY KEY, note TEXT NOT NULL, zone TEXT NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE saved_view (position INTEGER PRIMARY KEY, content TEXT NOT NULL) STRICT; -- JSON

  CREATE TABLE comment_text (id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, text TEXT NOT NULL) STRICT;

  -- The changes that one action made to many tickets have the same.
  ALTER TABLE change ADD COLUMN group_id TEXT;
  CREATE INDEX change_by_group ON change (group_id, state) WHERE group_id IS NOT NULL;

  -- The authors that the server named for the user's own changes.
  CREATE TABLE own_author (author TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  INSERT INTO own_author (author)
    SELECT DISTINCT echo ->> 'author' FROM change
    WHERE state = 'sent' AND CASE WHEN json_valid(echo) THEN echo ->> 'author' <> '' ELSE 0 END;
`;

/** What was handed over to the next shift, and the sentence for the next one. */
const handovers = `
  CREATE TABLE handover (
    id TEXT PRIMARY KEY,
    kept_at_ms INTEGER NOT NULL,
    sentence TEXT NOT NULL,
    scope TEXT NOT NULL, -- JSON
    content TEXT NOT NULL -- JSON; the long one comes last, so that the list reads the others without it
  ) STRICT;
  CREATE INDEX handover_by_time ON handover (kept_at_ms);

  -- At most one row.
  CREATE TABLE handover_draft (sentence TEXT NOT NULL) STRICT;
`;

/** Rhythms of templates with what was prepared from them, and the dates of planned maintenance. */
const repeats = `
  CREATE TABLE rhythm (
    template_id TEXT PRIMARY KEY,
    content TEXT NOT NULL, -- JSON
    -- Up to this day, yyyy-MM-dd, everything has come.
    done_day TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- The draft of one that waits has the key 'repeat:' and its id.
  CREATE TABLE prepared_request (
    id TEXT PRIMARY KEY,
    template_id TEXT NOT NULL,
    template_name TEXT NOT NULL,
    day TEXT NOT NULL,
    days INTEGER NOT NULL,
    prepared_at_ms INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'skipped')),
    ended_at_ms INTEGER,
    UNIQUE (template_id, day)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX prepared_request_waiting ON prepared_request (prepared_at_ms) WHERE state = 'waiting';
  CREATE INDEX prepared_request_by_end ON prepared_request (ended_at_ms) WHERE ended_at_ms IS NOT NULL;

  -- ticket_id is as in \`change\`; the times are those of the zone, yyyy-MM-ddTHH:mm.
  CREATE TABLE maintenance (
    ticket_id TEXT PRIMARY KEY,
    start_time TEXT NOT NULL,
    end_time TEXT NOT NULL,
    zone TEXT NOT NULL,
    changed_at_ms INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

const fileName = 'outbox.db';

/** Each takes the file from the version that is its index in this list to the next. One that was released never changes. */
export const outboxMigrations: readonly string[] = [
  changes,
  skew,
  sentLog,
  lookalikes,
  answers,
  personal,
  handovers,
  repeats,
];

const outboxFileOptions: SqliteFileOptions = {
  pragmas: [
    'auto_vacuum = INCREMENTAL', // gives back the space of files that were sent; works only as the first pragma
    'synchronous = FULL', // what the user typed must survive a power cut
  ],
  isCheckpointedOnWorker: false, // every write waits for the disk anyway
  unreadableKind: 'outbox-set-aside',
};

/**
 * Opens the outbox in `folder`, or creates one. A file that cannot be read is set aside and a new one begun.
 * @param key 64 hexadecimal digits
 * @param mustReplace sets the file aside in any case, because it turned out to be corrupt while in use
 * @throws ProblemError `cache-newer`, `disk-full`, `disk-error`
 */
export async function openOutboxFile(
  folder: string,
  key: string,
  { mustReplace = false, nowMs = Date.now }: { mustReplace?: boolean; nowMs?: () => number } = {},
): Promise<{ file: SqliteFile; wasSetAside: boolean }> {
  try {
    if (!mustReplace && (await isOfKey(folder, key))) return { file: await openFile(folder, key), wasSetAside: false };
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.kind !== 'outbox-set-aside') throw error;
  }
  await setAside(folder, nowMs());
  return { file: await openFile(folder, key), wasSetAside: true };
}

async function openFile(folder: string, key: string): Promise<SqliteFile> {
  await noteKey(folder, key);
  return await openSqliteFile(join(folder, fileName), key, outboxFileOptions, { steps: outboxMigrations });
}

/*
 * Opening the file with a wrong key would destroy it: on closing, libsql writes the contents of the write-ahead log into the
 * file, encrypted with that key. A keychain that was reset hands out just such a key. So a fingerprint of the key is kept
 * beside the file and compared before the file is touched.
 */

const fingerprintFile = (folder: string) => `${join(folder, fileName)}-key`;

const fingerprintOf = (key: string) => createHash('sha256').update(`Colodesk outbox ${key}`).digest('hex');

async function isOfKey(folder: string, key: string): Promise<boolean> {
  const file = fingerprintFile(folder);
  if (![join(folder, fileName), file].every((each) => existsSync(each))) return true;
  try {
    return (await whileLocked(() => readFile(file, 'utf8'))) === fingerprintOf(key);
  } catch (error) {
    throw new ProblemError('disk-error', {}, error);
  }
}

/**
 * Writes the fingerprint before the file is created, so that no file is without one, and atomically, so that half of it is
 * never taken for another key's.
 */
async function noteKey(folder: string, key: string): Promise<void> {
  if ([join(folder, fileName), fingerprintFile(folder)].every((file) => existsSync(file))) return;
  try {
    await writeFileAtomically(fingerprintFile(folder), fingerprintOf(key));
  } catch (error) {
    throw new ProblemError(isDiskFull(error) ? 'disk-full' : 'disk-error', {}, error);
  }
}

/**
 * The files that belong together: with its write-ahead log and the fingerprint, a file that was set aside can still be read
 * one day. The log is moved first, because a new file would take one that a kill left behind for its own.
 */
const endings = ['-wal', '-shm', '', '-key'];

/**
 * Moves the file and what belongs to it to a name that is not taken, or nothing of it: the next attempt has another name, and a
 * log that lies under a name of its own belongs to nothing.
 */
async function setAside(folder: string, nowMs: number): Promise<void> {
  const day = new Date(nowMs).toISOString().slice(0, 19).replaceAll(':', '-');
  const nameOf = (number: number) => join(folder, `set-aside-${day}${number === 1 ? '' : `-${number}`}-${fileName}`);
  let number = 1;
  while (endings.some((ending) => existsSync(nameOf(number) + ending))) number += 1;
  const moved: { from: string; to: string }[] = [];
  for (const ending of endings) {
    const [from, to] = [join(folder, fileName) + ending, nameOf(number) + ending];
    if (!existsSync(from)) continue;
    try {
      await renameWithRetry(from, to);
      moved.unshift({ from, to });
    } catch (error) {
      if (!existsSync(from)) continue; // SQLite may have removed its own file in between
      for (const back of moved) await renameWithRetry(back.to, back.from).catch(() => undefined); // the first error says more
      throw error;
    }
  }
}
