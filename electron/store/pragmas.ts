/* How SQLite treats our files. */

export const commonPragmas = [
  'busy_timeout = 5000', // the file's other threads hold it for milliseconds
  'temp_store = MEMORY', // so that no temporary file holds ticket text in the clear
  'secure_delete = ON',
  'cache_size = -8000', // 8 MB; a page is decrypted whenever it is read
];

export const logPragmas = [
  'journal_mode = WAL',
  'journal_size_limit = 16000000', // a log that grew long under many writes is cut back when it starts over
];

export const autoCheckpoint = 'wal_autocheckpoint = 400'; // often, so that each is short
export const noCheckpoint = 'wal_autocheckpoint = 0';

/**
 * For a folder where there can be no write-ahead log. It needs memory that connections share, which a folder on a network may
 * not have. Reads and writes then wait for each other.
 */
export const noLogPragmas = ['journal_mode = TRUNCATE', 'synchronous = FULL'];
