/*
 * The file `files.db`: the server’s files that are kept for offline. Encrypted like the cache and with the same key, and like
 * it thrown away when it cannot be read, because the server has all of it.
 */

import { join } from 'node:path';
import { problemOf } from '../contract/problem.ts';
import { removeWithRetry } from '../files/locked-files.ts';
import type { SqliteFile, SqliteFileOptions } from '../store/database.ts';
import { openSqliteFile } from '../store/open-file.ts';

/** Bytes are stored in pieces, so that no single read or write holds up the application. */
const files = `
  CREATE TABLE kept_file (
    id INTEGER PRIMARY KEY,
    ticket_id TEXT NOT NULL,
    -- The server's id of the attachment.
    file_id TEXT NOT NULL,
    -- A partial file is still being written, or a kill came between; one that is too large is only remembered.
    state TEXT NOT NULL CHECK (state IN ('partial', 'whole', 'too-large')),
    size_bytes INTEGER NOT NULL,
    used_at_ms INTEGER NOT NULL,
    -- NULL: not drawn yet; empty: it cannot be drawn.
    thumbnail BLOB,
    UNIQUE (ticket_id, file_id)
  ) STRICT;
  CREATE INDEX kept_file_by_use ON kept_file (state, used_at_ms, ticket_id, size_bytes);

  CREATE TABLE kept_piece (
    kept_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (kept_id, number)
  ) STRICT;
`;

const migrations: readonly string[] = [files];

const options: SqliteFileOptions = {
  pragmas: [
    'auto_vacuum = INCREMENTAL', // gives back the space of files that were dropped; works only as the first pragma
    'synchronous = NORMAL', // a power cut may cost the last files, which are fetched again
  ],
  isCheckpointedOnWorker: true,
  unreadableKind: 'cache-set-aside',
};

/** Opens the file in `folder`, or begins it anew when it is missing or unreadable. @throws ProblemError `disk-full`, `disk-error` */
export async function openKeptFilesFile(folder: string, key: string): Promise<SqliteFile> {
  try {
    return await openFile(folder, key);
  } catch (error) {
    const { kind } = problemOf(error);
    if (kind !== 'cache-set-aside' && kind !== 'cache-newer') throw error;
    await removeKeptFilesFile(folder);
    return await openFile(folder, key);
  }
}

/** Removes a file that is closed. */
export async function removeKeptFilesFile(folder: string): Promise<void> {
  for (const ending of ['', '-wal', '-shm']) await removeWithRetry(join(folder, `files.db${ending}`));
}

const openFile = (folder: string, key: string): Promise<SqliteFile> =>
  openSqliteFile(join(folder, 'files.db'), key, options, { steps: migrations });
