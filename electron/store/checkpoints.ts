/* Checkpoints of a database in WAL mode, off the main thread. */

import { once } from 'node:events';
import { statSync } from 'node:fs';
import type { Worker } from 'node:worker_threads';
import type Database from 'libsql';
import { startDatabaseThread } from './database-thread.ts';

/** A checkpoint covers everything up to a write that no other has followed for this time. */
const defaultDelayMs = 1_000;

/** While writes follow each other, the first one waits so long at most: each checkpoint starts a thread, which is most of its cost. */
const longestDelayMs = 3_000;

/** A log longer than this should start over before much more is written. */
const longLogBytes = 64_000_000;

const script = `
  insideLibsql((Database) => {
    const database = new Database(workerData.file, workerData.options);
    database.exec('PRAGMA wal_checkpoint(PASSIVE)');
    database.close();
  });
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
  readonly #delayMs: number;
  #timer: NodeJS.Timeout | undefined;
  /** When the timer is no longer put off. */
  #latestAtMs = 0;
  #worker: Worker | null = null;
  #running: Promise<void> | null = null;
  #isWanted = false;
  #isClosed = false;

  /** `onFailure` is called once if a worker cannot be started or fails: then the writer has to checkpoint itself. */
  constructor(file: string, options: Database.Options, onFailure: () => void, delayMs: number = defaultDelayMs) {
    this.#file = file;
    this.#options = options;
    this.#onFailure = onFailure;
    this.#delayMs = delayMs;
  }

  /** To be called after each write. */
  schedule(): void {
    this.#isWanted = true;
    if (this.#running || this.#isClosed) return;
    const nowMs = performance.now();
    if (!this.#timer) this.#latestAtMs = nowMs + longestDelayMs;
    else if (nowMs + this.#delayMs > this.#latestAtMs) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), this.#delayMs);
    this.#timer.unref();
  }

  /** If the log has grown long, checkpoints it at once and waits: it can start over only while nothing is being written. */
  async checkpointLongLog(): Promise<void> {
    if (this.#isClosed || sizeOf(`${this.#file}-wal`) < longLogBytes) return;
    await this.#running; // which began before the last write
    if (!this.#isClosed) await this.#run();
  }

  /** Starts no further checkpoints, and waits for one that is under way. */
  async close(): Promise<void> {
    this.#stop();
    this.#worker?.ref();
    await this.#running;
  }

  #stop(): void {
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
    try {
      this.#worker = startDatabaseThread(script, { file: this.#file, options: this.#options });
      await once(this.#worker, 'exit'); // rejects if the worker fails
    } catch {
      if (!this.#isClosed) this.#onFailure();
      this.#stop();
    } finally {
      this.#worker = null;
    }
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
