/** Lets something happen at most so often. */
export class Throttle {
  readonly #everyMs: number;
  #lastAtMs = Number.NEGATIVE_INFINITY;

  constructor(everyMs: number) {
    this.#everyMs = everyMs;
  }

  /** Whether it may happen now, which it does then: the next time is so long away. */
  isDue(): boolean {
    const nowMs = performance.now();
    if (nowMs - this.#lastAtMs < this.#everyMs) return false;
    this.#lastAtMs = nowMs;
    return true;
  }
}
