/**
 * Aborts what has not ended in time. Not `AbortSignal.timeout`, whose timer may be collected as garbage while what it should
 * end still hangs.
 */
export class TimeLimit {
  readonly #abort = new AbortController();
  readonly #timer: NodeJS.Timeout;

  constructor(limitMs: number) {
    this.#timer = setTimeout(() => this.#abort.abort(), limitMs);
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** It ended in time. */
  end(): void {
    clearTimeout(this.#timer);
  }
}
