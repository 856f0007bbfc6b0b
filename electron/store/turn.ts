/* Long work in turns, so that it never holds up the main process. */

import { setImmediate as breathe } from 'node:timers/promises';

/** A stretch of work that lets other work go on once it has lasted so many milliseconds. */
export class Turn {
  readonly #turnMs: number;
  #beganMs = performance.now();

  constructor(turnMs: number) {
    this.#turnMs = turnMs;
  }

  /** To be awaited between two pieces of the work. */
  async end(): Promise<void> {
    if (performance.now() - this.#beganMs < this.#turnMs) return;
    await breathe();
    this.#beganMs = performance.now();
  }
}
