import type { TicketId } from '../contract/ids.ts';
import { type Problem, problemOf } from '../contract/problem.ts';
import { isOfOneCall } from './schedule.ts';

/** After so many in a row it is not the tickets, it is the server. */
const mostInARow = 5;

/** One that could not be read is not asked for again before. */
const pauseMs = 15 * 60_000;

/** Tickets that the server cannot give by themselves, so that one of them does not keep all others from being up to date. */
export class UnreadableTickets {
  readonly #onProblem: (problem: Problem, error: unknown) => void;
  readonly #untilMs = new Map<TicketId, number>();
  #inARow = 0;

  constructor(onProblem: (problem: Problem, error: unknown) => void) {
    this.#onProblem = onProblem;
  }

  /** Reads a ticket, unless it could not be read a short while ago. Throws what is no problem of this ticket alone. */
  async bear(id: TicketId, read: () => Promise<void>): Promise<void> {
    if ((this.#untilMs.get(id) ?? 0) > Date.now()) return;
    this.#untilMs.delete(id);
    try {
      await read();
      this.#inARow = 0;
    } catch (error) {
      const problem = problemOf(error);
      if (!isOfOneCall(problem)) throw error;
      this.#inARow += 1;
      if (this.#inARow >= mostInARow) throw error;
      this.#untilMs.set(id, Date.now() + pauseMs);
      this.#onProblem(problem, error);
    }
  }
}
