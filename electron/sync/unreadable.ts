import { Pause } from '../contract/pause.ts';
import { type Problem, problemOf } from '../contract/problem.ts';
import { affectsOneCallOnly } from './problem-scope.ts';

/** After so many failures in a row, the fault lies with the server and not with what is asked for. */
const maxFailuresInARow = 5;

/** How long a ticket or a file that could not be read is left alone. */
const pauseMs = 15 * 60_000;

/** Skips tickets and files that the server cannot give, so that one of them does not keep the others from being up to date. */
export class Unreadable {
  readonly #onProblem: (problem: Problem, error: unknown) => void;
  readonly #pauses = new Map<string, Pause>();
  #failuresInARow = 0;

  constructor(onProblem: (problem: Problem, error: unknown) => void) {
    this.#onProblem = onProblem;
  }

  /** What has this id is not read for a while. */
  leaveAlone(id: string): void {
    this.#pauses.set(id, new Pause().extend(pauseMs));
  }

  /**
   * Reads a ticket or a file, unless it is left alone. Returns whether that was done: a failure of this one alone is only
   * reported. Any other is thrown. One of many in a row is thrown too, and left alone all the same: it may lie in the ticket,
   * and the next try gets on to as many others. With `isServerWell`, because it has just answered much else, only timeouts are.
   */
  async attempt(id: string, read: () => Promise<void>, isServerWell = false): Promise<boolean> {
    if (this.#pauses.get(id)?.isOver === false) return false;
    this.#pauses.delete(id);
    try {
      await read();
      this.#failuresInARow = 0;
      return true;
    } catch (error) {
      if (!affectsOneCallOnly(error)) throw error;
      const problem = problemOf(error);
      this.#failuresInARow += 1;
      this.leaveAlone(id);
      const isOfThisOne = isServerWell && problem.kind !== 'timeout';
      if (this.#failuresInARow >= maxFailuresInARow && !isOfThisOne) {
        this.#failuresInARow = 0;
        throw error;
      }
      this.#onProblem(problem, error);
      return false;
    }
  }
}
