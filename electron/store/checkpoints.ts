import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type Database from 'libsql';

/** So long after a write the next checkpoint begins; what is written meanwhile goes with it. */
const delayMs = 1_000;

/** Run in the thread: nothing of ours, so that it needs no file of its own beside the bundle. */
const script = `
  const { workerData } = require('node:worker_threads');
  const Database = require(workerData.libsql);
  const database = new Database(workerData.file, workerData.options);
  database.exec('PRAGMA wal_checkpoint(PASSIVE)');
  database.close();
`;

/**
 * Takes what was written from the write-ahead log over into the file, in a thread of its own: that is where SQLite waits for
 * the disk, a tenth of a second and more on a slow one, and the main process must not wait with it. The thread lives only as
 * long as that takes. What is safe from a power cut is the same as when the writer does it.
 */
export class Checkpoints {
  readonly #file: string;
  readonly #options: Database.Options;
  readonly #onFailure: () => void;
  #timer: NodeJS.Timeout | undefined;
  #isRunning = false;
  #isWanted = false;
  #isClosed = false;

  /** `onFailure` is told when no thread can be had, or when it could not do it: then the writer has to do it itself. */
  constructor(file: string, options: Database.Options, onFailure: () => void) {
    this.#file = file;
    this.#options = options;
    this.#onFailure = onFailure;
  }

  /** Something was written. */
  note(): void {
    this.#isWanted = true;
    if (this.#timer || this.#isRunning || this.#isClosed) return;
    this.#timer = setTimeout(() => this.#run(), delayMs);
    this.#timer.unref();
  }

  /** Begins no other; the one under way ends by itself. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
  }

  #run(): void {
    this.#timer = undefined;
    this.#isRunning = true;
    this.#isWanted = false;
    const libsql = createRequire(import.meta.url).resolve('libsql');
    const worker = new Worker(script, {
      eval: true,
      workerData: { libsql, file: this.#file, options: this.#options },
    });
    worker.unref();
    worker.on('error', () => this.#fail());
    worker.on('exit', () => {
      this.#isRunning = false;
      if (this.#isWanted) this.note();
    });
  }

  #fail(): void {
    if (!this.#isClosed) this.#onFailure();
    this.close();
  }
}
