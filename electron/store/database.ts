/* Encrypted SQLite files (the cache and the outbox), and the handles on them: one that reads, one that also writes. */

import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import Database from 'libsql';
import { ProblemError, problemOf } from '../contract/problem.ts';
import { Checkpoints } from './checkpoints.ts';
import { OpenMark } from './open-mark.ts';
import { autoCheckpoint, commonPragmas, logPragmas, noCheckpoint, noLogPragmas } from './pragmas.ts';
import { type Statement, WorkerGoneError, WriteWorker } from './write-worker.ts';

export type SqlValue = string | number | null | Uint8Array;
/** A row by the names of its columns. Blobs are read as an `ArrayBuffer`. */
export type SqlRow = Record<string, string | number | null | ArrayBuffer>;

export interface Reader {
  all(sql: string, ...values: SqlValue[]): SqlRow[];
  first(sql: string, ...values: SqlValue[]): SqlRow | undefined;
}

export interface Writer extends Reader {
  run(sql: string, ...values: SqlValue[]): void;
  /** Writes everything that `work` writes, or nothing if it throws. */
  transaction<T>(work: () => T): T;
}

export type SqliteFileOptions = {
  /** Pragmas for this file, which come before those for all files. */
  pragmas: readonly string[];
  /** Whether a worker moves what was written from the log into the file; see `Checkpoints`. */
  isCheckpointedOnWorker: boolean;
  /** The problem reported for a file that is no database, or was not encrypted with this key. */
  unreadableKind: 'cache-set-aside' | 'outbox-set-aside';
};

/**
 * An encrypted SQLite file.
 * @throws ProblemError from every method: `disk-full`, `disk-busy`, `disk-error`, the options' `unreadableKind`, for the
 * caller to set the file aside, or `no-open-account` once it is closed
 */
export class SqliteFile implements Writer {
  #database: Database.Database;
  readonly #options: SqliteFileOptions;
  readonly #newWorker: () => WriteWorker;
  #worker: WriteWorker | null = null;
  readonly #checkpoints: Checkpoints | null;
  readonly #statements = new Map<string, Database.Statement>();
  #closing: Promise<void> | null = null;
  readonly #mark: OpenMark;
  /** Called, once, when the file turns out to be unreadable while in use, whoever reads or writes it. */
  onUnreadable: (() => void) | null = null;

  /** Opens or creates `file`, which blocks for a few milliseconds. `key` is 64 hexadecimal digits. */
  constructor(file: string, key: string, options: SqliteFileOptions) {
    this.#options = options;
    this.#mark = new OpenMark(file);
    const open = () =>
      this.#guarded(() => {
        mkdirSync(dirname(file), { recursive: true });
        return new Database(file, encryptedWith(key));
      });
    this.#database = open();
    const common = [...options.pragmas, ...commonPragmas];
    try {
      const hasLog = this.#beginsLog([...common, ...logPragmas]);
      if (!hasLog) {
        this.#release();
        this.#database = open();
        this.#apply(['locking_mode = EXCLUSIVE', ...common, ...noLogPragmas]); // a log can be ended without sharing
        this.#apply(['locking_mode = NORMAL']);
      }
      this.#checkpoints =
        hasLog && options.isCheckpointedOnWorker
          ? new Checkpoints(file, encryptedWith(key), () => this.#apply([autoCheckpoint]))
          : null;
      const checkpoint = this.#checkpoints ? noCheckpoint : autoCheckpoint;
      this.#apply([checkpoint]);
      const pragmas = [...common, ...(hasLog ? logPragmas : noLogPragmas), checkpoint];
      this.#newWorker = () => new WriteWorker(file, encryptedWith(key), pragmas);
    } catch (error) {
      this.#release();
      throw error;
    }
    this.#mark.set();
  }

  /** Whether the process that used the file before did not close it: it was killed, or died. */
  get wasLeftOpen(): boolean {
    return this.#mark.wasSet;
  }

  #apply(pragmas: readonly string[]): void {
    for (const pragma of pragmas) this.execute(`PRAGMA ${pragma}`);
  }

  /**
   * Opens the file with a write-ahead log, and returns whether there can be one. Reading the file proves the key. There are no
   * prepared statements yet, since these would keep the file open when it is opened again without a log.
   */
  #beginsLog(pragmas: readonly string[]): boolean {
    try {
      this.#apply(pragmas);
      this.execute('SELECT count(*) FROM sqlite_schema');
      return true;
    } catch (error) {
      if (problemOf(error).kind !== 'disk-error') throw error;
      return false;
    }
  }

  all(sql: string, ...values: SqlValue[]): SqlRow[] {
    return this.#guarded(() => this.#statement(sql).all(...values) as SqlRow[]);
  }

  first(sql: string, ...values: SqlValue[]): SqlRow | undefined {
    return this.all(sql, ...values)[0];
  }

  /** Returns how many rows it changed. */
  run(sql: string, ...values: SqlValue[]): number {
    this.#worker?.blockUntilIdle();
    return this.#guarded(() => this.#statement(sql).run(...values).changes);
  }

  /** Runs one or more statements that take no values. */
  execute(sql: string): void {
    this.#guarded(() => this.#database.exec(sql));
  }

  transaction<T>(work: () => T): T {
    this.#worker?.blockUntilIdle();
    this.execute('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.execute('COMMIT');
      this.#checkpoints?.schedule();
      return result;
    } catch (error) {
      if (this.#database.inTransaction) this.execute('ROLLBACK'); // SQLite rolls back by itself when the disk is full
      throw error;
    }
  }

  /**
   * Like `transaction`, but a worker does the writing: `work` is called at once, its statements are recorded, and what it
   * reads is what was there before. `onWritten` is called when everything is on the disk, and `onFailed` where `work`, or the
   * writing, failed: before anything else is written, while who waits for the promise may learn of it only afterwards.
   */
  async transactionOnWorker<T>(
    work: (writer: Writer) => T,
    onWritten: (result: T) => void,
    onFailed: () => void = () => undefined,
  ): Promise<T> {
    const worker = this.startWorker();
    worker.blockUntilIdle();
    const writer = new RecordingWriter(this);
    return await new Promise((resolve, reject) => {
      const orFail = (step: () => void) => {
        try {
          step();
        } catch (error) {
          onFailed();
          reject(error);
        }
      };
      orFail(() => {
        const result = work(writer);
        const onEnd = (failure: Error | null) => {
          if (failure instanceof WorkerGoneError) this.#writeHere(writer.statements);
          else if (failure) throw this.#problemOf(failure);
          this.#checkpoints?.schedule();
          onWritten(result);
          resolve(result);
        };
        worker.begin(writer.statements, (failure) => orFail(() => onEnd(failure)));
      });
    });
  }

  /** The fallback for when no worker is to be had. */
  #writeHere(statements: readonly Statement[]): void {
    this.transaction(() => {
      for (const [sql, values] of statements) this.run(sql, ...values);
    });
  }

  /** Starts the worker of `transactionOnWorker` ahead of time, since starting takes a while. */
  startWorker(): WriteWorker {
    this.#worker ??= this.#newWorker();
    return this.#worker;
  }

  /** Stops the worker of `transactionOnWorker`, after what it is writing. */
  async stopWorker(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.close();
  }

  /** Waits until the worker has written and, if the log has grown long, until it is checkpointed; see `Cache.waitForWrites`. */
  async waitForWrites(): Promise<void> {
    await this.#worker?.whenIdle();
    await this.#checkpoints?.checkpointLongLog();
  }

  /**
   * Closes the file, once its workers have ended, with everything that was written moved into it from the log; on a full disk
   * the log stays beside it.
   */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await Promise.all([this.#checkpoints?.close(), this.stopWorker()]);
    try {
      this.execute('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch {
      // Nothing is lost: the next opening reads the log.
    } finally {
      this.#release();
      this.#mark.remove();
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
    // Until its stack is read, an error keeps the statement that failed, and so the file open after it is closed.
    if (error instanceof Error) String(error.stack);
    const text = error instanceof Error ? `${'code' in error ? error.code : ''} ${error.message}` : '';
    const failure = failures.find(([pattern]) => pattern.test(text))?.[1];
    if (!failure) return error;
    if (failure !== 'unreadable') return new ProblemError(failure, {}, error);
    const report = this.onUnreadable;
    this.onUnreadable = null;
    report?.();
    return new ProblemError(this.#options.unreadableKind, {}, error);
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

/** Records what is written, and reads from the file as it is. */
class RecordingWriter implements Writer {
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
    return work(); // already part of one
  }
}

/** libsql closes a file only when its statements have been garbage-collected, and Windows refuses to remove an open file. */
function collectGarbage(): void {
  setFlagsFromString('--expose_gc');
  runInNewContext('gc')();
}

/** The options to open a file with its key. libsql's types lack the two for encryption. */
export function encryptedWith(key: string): Database.Options {
  const options: Database.Options & { encryptionCipher: string; encryptionKey: string } = {
    encryptionCipher: 'aes256cbc',
    encryptionKey: key,
  };
  return options;
}

const failures: readonly [RegExp, 'unreadable' | 'no-open-account' | 'disk-full' | 'disk-busy' | 'disk-error'][] = [
  [/database connection is not open/, 'no-open-account'],
  [/SQLITE_FULL|disk is full|ENOSPC/, 'disk-full'],
  [/SQLITE_BUSY|SQLITE_LOCKED|database (table )?is locked|EBUSY/, 'disk-busy'],
  [/SQLITE_NOTADB|SQLITE_CORRUPT|not a database|malformed/, 'unreadable'],
  [
    /SQLITE_IOERR|SQLITE_CANTOPEN|SQLITE_READONLY|EACCES|EROFS|EPERM|EIO|EEXIST|ENOTDIR|disk I\/O error|unable to open/i,
    'disk-error',
  ],
];
