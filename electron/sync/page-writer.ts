import { setImmediate } from 'node:timers/promises';

/** So many pages are written at once, which the main process prepares in some milliseconds. */
const mostAtOnce = 6;

/** With so many pages waiting, those who bring more wait too. */
const mostWaiting = 12;

/**
 * Writes pages one batch after another while more are being fetched: what arrives in the meantime goes together, since each
 * transaction costs time of its own.
 */
export class PageWriter<P> {
  readonly #write: (pages: P[]) => Promise<void>;
  readonly #waiting: P[] = [];
  #batch: Promise<void> = Promise.resolve();
  #running: Promise<void> | null = null;
  #failure: { error: unknown } | null = null;

  constructor(write: (pages: P[]) => Promise<void>) {
    this.#write = write;
  }

  /** Takes a page, and waits when writing does not keep up. Throws what a batch before failed with; then nothing more is written. */
  async add(page: P): Promise<void> {
    this.#throwFailure();
    this.#waiting.push(page);
    this.#running ??= this.#run();
    while (this.#waiting.length >= mostWaiting) await this.#batch;
    this.#throwFailure();
  }

  /** Waits until all is written. */
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
    await setImmediate(); // answers that arrived together go together, and the window is answered in between
    const pages = this.#waiting.splice(0, this.#failure ? this.#waiting.length : mostAtOnce);
    if (this.#failure) return;
    try {
      await this.#write(pages);
    } catch (error) {
      this.#failure = { error };
    }
  }

  #throwFailure(): void {
    if (this.#failure) throw this.#failure.error;
  }
}
