/* How long something is left alone, whatever becomes of the computer's clock. */

/**
 * A pause, by two clocks of which the first to reach its end counts: this computer's may be set back, and the monotonic one may
 * stand still while the computer sleeps.
 */
export class Pause {
  #clockMs = 0;
  #monotonicMs = 0;

  /** Lasts for so long from now, unless it lasts longer already. */
  extend(durationMs: number): this {
    this.#clockMs = Math.max(this.#clockMs, Date.now() + durationMs);
    this.#monotonicMs = Math.max(this.#monotonicMs, performance.now() + durationMs);
    return this;
  }

  /** In milliseconds; 0 or less once it is over, or before it begins. */
  get leftMs(): number {
    return Math.min(this.#clockMs - Date.now(), this.#monotonicMs - performance.now());
  }

  get isOver(): boolean {
    return this.leftMs <= 0;
  }
}
