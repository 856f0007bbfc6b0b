/*
 * Time that passes only when the simulation lets it: a queue of what is to happen when. Things due at the same moment happen
 * in the order in which they were asked for.
 */

import type { Random } from '../../electron/demo/portfolio/random.ts';

/** What a timer belongs to: a process, whose timers end with it, or the world outside, which goes on. */
export type Owner = { isAlive: boolean };

type Task = { atMs: number; order: number; owner: Owner; run: () => void; isCancelled: boolean };

/** Takes the place of Node's `Timeout` and `Immediate`. */
export class SimulatedTimer {
  readonly #cancel: () => void;

  constructor(cancel: () => void) {
    this.#cancel = cancel;
  }

  cancel(): void {
    this.#cancel();
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  hasRef(): boolean {
    return true;
  }
}

/** The time of the first moment of every run, by the wall clock: a Wednesday. */
const beginningMs = Date.UTC(2026, 0, 14, 8);

export class SimulatedTime {
  readonly random: Random;
  /** Since the beginning; never goes back. */
  monotonicMs = 0;
  /** How far this computer's clock is from the true time. */
  clockErrorMs = 0;
  /** In the order of their times. */
  readonly #tasks: Task[] = [];
  #order = 0;

  constructor(random: Random) {
    this.random = random;
  }

  /** The true time, which the server's clock shows. */
  get trueMs(): number {
    return beginningMs + Math.floor(this.monotonicMs);
  }

  /** The time that this computer's clock shows. */
  get clockMs(): number {
    return this.trueMs + this.clockErrorMs;
  }

  /** Lets something happen after a delay, unless its owner has died by then. */
  after(delayMs: number, owner: Owner, run: () => void): SimulatedTimer {
    const atMs = this.monotonicMs + Math.max(0, delayMs);
    this.#order += 1;
    const task: Task = { atMs, order: this.#order, owner, run, isCancelled: false };
    let [low, high] = [0, this.#tasks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.#tasks[middle];
      if (other && other.atMs <= atMs) low = middle + 1;
      else high = middle;
    }
    this.#tasks.splice(low, 0, task);
    return new SimulatedTimer(() => {
      task.isCancelled = true;
    });
  }

  /** Lets the next thing happen that is due by `untilMs`; returns whether there was any. */
  step(untilMs: number): boolean {
    for (;;) {
      const [task] = this.#tasks;
      if (!task || task.atMs > untilMs) return false;
      this.#tasks.shift();
      if (task.isCancelled || !task.owner.isAlive) continue;
      this.monotonicMs = Math.max(this.monotonicMs, task.atMs);
      task.run();
      return true;
    }
  }
}
