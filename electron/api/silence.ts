/**
 * Ends a transfer that has come to a standstill. A large file may take as long as it takes, but not without a byte for
 * so long.
 */
export class SilenceLimit {
  readonly #abort = new AbortController();
  readonly #limitMs: number;
  #timer: NodeJS.Timeout;

  constructor(limitMs: number) {
    this.#limitMs = limitMs;
    this.#timer = this.#start();
  }

  /** Aborted when it was silent for too long. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Something arrived or left. */
  noteProgress(): void {
    clearTimeout(this.#timer);
    if (!this.#abort.signal.aborted) this.#timer = this.#start();
  }

  /** Nothing is expected until the next progress. */
  pause(): void {
    clearTimeout(this.#timer);
  }

  #start(): NodeJS.Timeout {
    return setTimeout(() => this.#abort.abort(), this.#limitMs);
  }
}
