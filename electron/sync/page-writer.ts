import { setImmediate } from 'node:timers/promises';

/** The main process prepares so many rows for writing in a few milliseconds. */
const maxBatchRows = 600;

/** With so many pages waiting, `add` waits too. */
const maxWaiting = 12;

/**
 * Writes pages in batches, one after another, while more are being fetched: pages that arrive during a batch form the next
 * one, because every transaction costs time, whatever it writes.
 */
export class PageWriter<P> {
  readonly #rowsOf: (page: P) => number;
  readonly #write: (pages: P[]) => Promise<void>;
  readonly #waiting: P[] = [];
  #batch: Promise<void> = Promise.resolve();
  #running: Promise<void> | null = null;
  #failure: { error: unknown } | null = null;

  constructor(rowsOf: (page: P) => number, write: (pages: P[]) => Promise<void>) {
    this.#rowsOf = rowsOf;
    this.#write = write;
  }

  /** Takes a page, and waits when writing does not keep up. Throws the error of an earlier batch; nothing is written after one. */
  async add(page: P): Promise<void> {
    this.#throwFailure();
    this.#waiting.push(page);
    this.#running ??= this.#run();
    while (this.#waiting.length >= maxWaiting) await this.#batch;
    this.#throwFailure();
  }

  /** Waits until all pages are written. */
  async end(): Promise<void> {
    await this.#running;
    this.#throwFailure();
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      this.#batch = this.#writeBatch();
      await this.#batch;
    }
    this.#running = null;
  }

  async #writeBatch(): Promise<void> {
    await setImmediate(); // pages that arrived together are written together, and calls from the window come in between
    const pages = this.#waiting.splice(0, this.#failure ? this.#waiting.length : this.#batchSize());
    if (this.#failure) return;
    try {
      await this.#write(pages);
    } catch (error) {
      this.#failure = { error };
    }
  }

  /** How many of the waiting pages form a batch: at least one. */
  #batchSize(): number {
    let size = 0;
    for (let rows = 0; size < this.#waiting.length; size++) {
      rows += this.#rowsOf(this.#waiting[size] as P);
      if (size > 0 && rows > maxBatchRows) break;
    }
    return size;
  }

  #throwFailure(): void {
    if (this.#failure) throw this.#failure.error;
  }
}
