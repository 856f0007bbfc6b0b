import { once } from 'node:events';
import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type Database from 'libsql';

/** So long after a write the next checkpoint begins; what is written meanwhile goes with it. */
const delayMs = 1_000;

/** A log that is longer is to begin anew before much more is written. */
const longestLogBytes = 64_000_000;

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
  #running: Promise<void> | null = null;
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
    if (this.#timer || this.#running || this.#isClosed) return;
    this.#timer = setTimeout(() => void this.#run(), delayMs);
    this.#timer.unref();
  }

  /** Waits, where the log has grown long, until it is taken over: it can begin anew only when nobody writes meanwhile. */
  async settle(): Promise<void> {
    if (this.#isClosed || sizeOf(`${this.#file}-wal`) < longestLogBytes) return;
    await this.#running; // it began before the last write
    if (!this.#isClosed) await this.#run();
  }

  /** Begins no other; the one under way ends by itself. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
  }

  #run(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#isWanted = false;
    this.#running ??= this.#inThread().finally(() => {
      this.#running = null;
      if (this.#isWanted) this.note();
    });
    return this.#running;
  }

  /** Ends when the thread has; what went wrong there is told to `onFailure`. */
  async #inThread(): Promise<void> {
    const libsql = createRequire(import.meta.url).resolve('libsql');
    const workerData = { libsql, file: this.#file, options: this.#options };
    try {
      const worker = new Worker(script, { eval: true, workerData });
      worker.unref();
      await once(worker, 'exit'); // fails where the thread does
    } catch {
      if (!this.#isClosed) this.#onFailure();
      this.close();
    }
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
