/* Checkpoints of a database in WAL mode, off the main thread. */

import { once } from 'node:events';
import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type Database from 'libsql';

/** The time from a write to the checkpoint, which covers everything that is written in between. */
const delayMs = 1_000;

/** A log longer than this should start over before much more is written. */
const longLogBytes = 64_000_000;

/** Runs in the worker: plain JavaScript without our modules, so that the bundle needs no file for it. */
const script = `
  const { workerData } = require('node:worker_threads');
  const Database = require(workerData.libsql);
  const database = new Database(workerData.file, workerData.options);
  database.exec('PRAGMA wal_checkpoint(PASSIVE)');
  database.close();
`;

/**
 * Moves what was written from the write-ahead log into the file, in a worker that lives only as long as that takes.
 *
 * A checkpoint is where SQLite waits for the disk: a tenth of a second and more on a slow one, which would block the main
 * process. Data is as safe from a power cut as if the writer did it.
 */
export class Checkpoints {
  readonly #file: string;
  readonly #options: Database.Options;
  readonly #onFailure: () => void;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | null = null;
  #isWanted = false;
  #isClosed = false;

  /** `onFailure` is called once if a worker cannot be started or fails: then the writer has to checkpoint itself. */
  constructor(file: string, options: Database.Options, onFailure: () => void) {
    this.#file = file;
    this.#options = options;
    this.#onFailure = onFailure;
  }

  /** To be called after each write. */
  schedule(): void {
    this.#isWanted = true;
    if (this.#timer || this.#running || this.#isClosed) return;
    this.#timer = setTimeout(() => void this.#run(), delayMs);
    this.#timer.unref();
  }

  /** If the log has grown long, checkpoints it at once and waits: it can start over only while nothing is being written. */
  async checkpointLongLog(): Promise<void> {
    if (this.#isClosed || sizeOf(`${this.#file}-wal`) < longLogBytes) return;
    await this.#running; // which began before the last write
    if (!this.#isClosed) await this.#run();
  }

  /** Starts no further checkpoints; one that is under way ends by itself. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
  }

  #run(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#isWanted = false;
    this.#running ??= this.#checkpoint().finally(() => {
      this.#running = null;
      if (this.#isWanted) this.schedule();
    });
    return this.#running;
  }

  async #checkpoint(): Promise<void> {
    const libsql = createRequire(import.meta.url).resolve('libsql');
    const workerData = { libsql, file: this.#file, options: this.#options };
    try {
      const worker = new Worker(script, { eval: true, workerData });
      worker.unref();
      await once(worker, 'exit'); // rejects if the worker fails
    } catch {
      if (!this.#isClosed) this.#onFailure();
      this.close();
    }
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
