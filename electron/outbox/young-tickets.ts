/* A new ticket takes the server a while to know everywhere. What it answers in that time does not settle anything. */

import type { TicketId } from '../contract/ids.ts';
import { ProblemError } from '../contract/problem.ts';
import { longestLagMs, parseServerTime } from '../contract/server-time.ts';
import type { Cache } from '../store/cache.ts';
import { words } from '../words/words.ts';
import type { ChangeTable } from './change-table.ts';
import { isNotFound } from './send-rules.ts';

/** This computer's clock, and how far it is ahead of the server's, in milliseconds. */
export type Clock = { nowMs: () => number; skewMs: () => number };

/** Knows which tickets are so new that the server may not have them everywhere yet. */
export class YoungTickets {
  readonly #table: ChangeTable;
  readonly #cache: Cache;
  readonly #clock: Clock;

  constructor(table: ChangeTable, cache: Cache, clock: Clock) {
    this.#table = table;
    this.#cache = cache;
    this.#clock = clock;
  }

  /** Returns the problem to wait for if the server said of a new ticket that it does not know it; otherwise `null`. */
  lagOf(id: TicketId, error: unknown): ProblemError | null {
    if (!isNotFound(error) || !this.#has(id)) return null;
    const { kind: _kind, ...details } = error.problem;
    return new ProblemError('not-found', { ...details, ...words().outbox.notShownYet }, error);
  }

  #has(id: TicketId): boolean {
    const sinceMs = this.#clock.nowMs() - longestLagMs;
    const createdHere = this.#table.confirmed
      .withRef(id)
      .some(({ change, answeredAtMs }) => change.kind === 'create' && (answeredAtMs ?? 0) >= sinceMs);
    if (createdHere) return true;
    const createdAtMs = parseServerTime(this.#cache.ticket(id)?.summary.createdOn ?? '')?.getTime();
    return createdAtMs !== undefined && createdAtMs >= sinceMs - this.#clock.skewMs();
  }
}
