import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import Database from 'libsql';
import { ProblemError } from '../contract/problem.ts';
import { Checkpoints } from './checkpoints.ts';
import { type Statement, ThreadGoneError, WriteThread } from './write-thread.ts';

export type SqlValue = string | number | null | Uint8Array;
/** Bytes come back as an `ArrayBuffer`. */
export type SqlRow = Record<string, string | number | null | ArrayBuffer>;

/** A database that can only be read through this handle. */
export interface Reader {
  all(sql: string, ...values: SqlValue[]): SqlRow[];
  first(sql: string, ...values: SqlValue[]): SqlRow | undefined;
}

export interface Writer extends Reader {
  run(sql: string, ...values: SqlValue[]): void;
  /** All that `work` writes, or nothing of it. */
  transaction<T>(work: () => T): T;
}

export type FileNature = {
  /** Settings of its own, in front of those that all files have. */
  settings: readonly string[];
  /** Whether the log is taken over into the file in a thread of its own; see `Checkpoints`. */
  isCheckpointedOnWorker: boolean;
  /** What a file that is no database, or none with this key, is reported as. */
  unreadable: 'cache-set-aside' | 'outbox-set-aside';
};

const cacheNature: FileNature = {
  settings: ['synchronous = NORMAL'], // a cache may lose its last moments at a power cut
  isCheckpointedOnWorker: true,
  unreadable: 'cache-set-aside',
};

const commonSettings = [
  'busy_timeout = 5000', // the file's other threads hold it for milliseconds
  'journal_mode = WAL',
  'temp_store = MEMORY', // no temporary file holds ticket text in the clear
  'secure_delete = ON',
  'cache_size = -8000', // 8 MB: pages are decrypted when they are read
  'journal_size_limit = 16000000', // a log that grew large while much was written is cut when it begins anew
];

const autoCheckpoint = 'wal_autocheckpoint = 400'; // often, so that each is short
const noCheckpoint = 'wal_autocheckpoint = 0';

/**
 * An encrypted SQLite file. Failures of the disk leave as `ProblemError` (`disk-full`, `disk-error`); a file that is no
 * database, or none with this key, as what its nature says, for the caller to set it aside.
 */
export class SqliteFile implements Writer {
  readonly #database: Database.Database;
  readonly #nature: FileNature;
  readonly #newWriteThread: () => WriteThread;
  readonly #settings: string[];
  #writeThread: WriteThread | null = null;
  readonly #checkpoints: Checkpoints | null;
  readonly #statements = new Map<string, Database.Statement>();
  /** Told when the file turns out to be unreadable while in use. */
  onUnreadable: (() => void) | null = null;

  /** Opens or creates `file`; `key` is 64 hexadecimal digits. Blocks for a few milliseconds. */
  constructor(file: string, key: string, nature = cacheNature) {
    this.#nature = nature;
    this.#database = this.#guarded(() => {
      mkdirSync(dirname(file), { recursive: true });
      return new Database(file, encryptedWith(key));
    });
    this.#checkpoints =
      nature.isCheckpointedOnWorker && file !== ':memory:'
        ? new Checkpoints(file, encryptedWith(key), () => this.execute(`PRAGMA ${autoCheckpoint}`))
        : null;
    this.#settings = [...nature.settings, ...commonSettings, this.#checkpoints ? noCheckpoint : autoCheckpoint];
    this.#newWriteThread = () => new WriteThread(file, encryptedWith(key), this.#settings);
    try {
      // The first of these reads the file, which proves the key.
      for (const setting of this.#settings) this.execute(`PRAGMA ${setting}`);
    } catch (error) {
      this.#release();
      throw error;
    }
  }

  all(sql: string, ...values: SqlValue[]): SqlRow[] {
    return this.#guarded(() => this.#statement(sql).all(...values) as SqlRow[]);
  }

  first(sql: string, ...values: SqlValue[]): SqlRow | undefined {
    return this.all(sql, ...values)[0];
  }

  /** Answers how many rows it changed. */
  run(sql: string, ...values: SqlValue[]): number {
    this.#writeThread?.finish();
    return this.#guarded(() => this.#statement(sql).run(...values).changes);
  }

  /** For statements that take no values, several at once. */
  execute(sql: string): void {
    this.#guarded(() => this.#database.exec(sql));
  }

  /** One more setting; for a thread of `transactionAside`, from its next beginning on. */
  set(setting: string): void {
    this.execute(`PRAGMA ${setting}`);
    this.#settings.push(setting);
  }

  transaction<T>(work: () => T): T {
    this.#writeThread?.finish();
    this.execute('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.execute('COMMIT');
      this.#checkpoints?.note();
      return result;
    } catch (error) {
      if (this.#database.inTransaction) this.execute('ROLLBACK'); // SQLite has rolled back by itself when the disk was full
      throw error;
    }
  }

  /**
   * As `transaction`, but what `work` asks to write is written after it, in a thread of its own; what it reads is what was
   * there before. `written` is called when it is on the disk, before anything else is written.
   */
  transactionOnWorker<T>(work: (writer: Writer) => T, written: (result: T) => void): Promise<T> {
    const thread = this.startWorker();
    thread.finish();
    const recorder = new Recorder(this);
    const result = work(recorder);
    return new Promise((resolve, reject) => {
      const onEnd = (failure: Error | null) => {
        try {
          if (failure instanceof ThreadGoneError) this.#writeHere(recorder.statements);
          else if (failure) throw this.#problemOf(failure);
          this.#checkpoints?.note();
          written(result);
          resolve(result);
        } catch (error) {
          reject(error);
        }
      };
      thread.begin(recorder.statements, onEnd);
    });
  }

  /** Where there is no thread. */
  #writeHere(statements: readonly Statement[]): void {
    this.transaction(() => {
      for (const [sql, values] of statements) this.run(sql, ...values);
    });
  }

  /** Starts the thread of `transactionAside`, which takes some time. */
  startWorker(): WriteThread {
    this.#writeThread ??= this.#newWriteThread();
    return this.#writeThread;
  }

  /** Ends the thread of `transactionAside`, when no more is to be written there. */
  async stopWorker(): Promise<void> {
    const thread = this.#writeThread;
    this.#writeThread = null;
    await thread?.close();
  }

  /** To be waited for by who can, before a write: until the other thread has written, and a log that has grown long is taken over. */
  async settle(): Promise<void> {
    await this.#writeThread?.idle();
    await this.#checkpoints?.settle();
  }

  /** Lets go of the file, with everything that was written in its main part; what a full disk keeps out of it stays in the log beside it. */
  close(): void {
    this.#checkpoints?.close();
    void this.stopWorker();
    try {
      this.execute('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch {
      // Nothing is lost: the next opening reads the log.
    } finally {
      this.#release();
    }
  }

  #guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw this.#problemOf(error);
    }
  }

  #problemOf(error: unknown): unknown {
    const text = error instanceof Error ? `${'code' in error ? error.code : ''} ${error.message}` : '';
    const failure = failures.find(([pattern]) => pattern.test(text))?.[1];
    if (!failure) return error;
    if (failure !== 'unreadable') return new ProblemError(failure, {}, error);
    this.onUnreadable?.();
    return new ProblemError(this.#nature.unreadable, {}, error);
  }

  #release(): void {
    this.#statements.clear();
    this.#database.close();
    collectGarbage();
  }

  #statement(sql: string): Database.Statement {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

/** Takes down what is to be written, and reads through to what is there. */
class Recorder implements Writer {
  readonly statements: Statement[] = [];
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  all(sql: string, ...values: SqlValue[]): SqlRow[] {
    return this.#reader.all(sql, ...values);
  }

  first(sql: string, ...values: SqlValue[]): SqlRow | undefined {
    return this.#reader.first(sql, ...values);
  }

  run(sql: string, ...values: SqlValue[]): void {
    this.statements.push([sql, values]);
  }

  transaction<T>(work: () => T): T {
    return work(); // it is in one
  }
}

/** libsql lets go of a file only when the statements on it are collected, and Windows removes no file that is held. */
function collectGarbage(): void {
  setFlagsFromString('--expose_gc');
  runInNewContext('gc')();
}

/** libsql's own types leave the two options of encryption out. */
function encryptedWith(key: string): Database.Options {
  const options: Database.Options & { encryptionCipher: string; encryptionKey: string } = {
    encryptionCipher: 'aes256cbc',
    encryptionKey: key,
  };
  return options;
}

const failures: readonly [RegExp, 'unreadable' | 'disk-full' | 'disk-error'][] = [
  [/SQLITE_FULL|disk is full|ENOSPC/, 'disk-full'],
  [/SQLITE_NOTADB|SQLITE_CORRUPT|not a database|malformed/, 'unreadable'],
  [
    /SQLITE_IOERR|SQLITE_CANTOPEN|SQLITE_READONLY|EACCES|EROFS|EPERM|EIO|EEXIST|ENOTDIR|disk I\/O error|unable to open/i,
    'disk-error',
  ],
];
