import type { WholeTicket } from '../api/client.ts';
import type { SentLog } from '../contract/change.ts';
import { type TicketId, ticketIdSchema } from '../contract/ids.ts';
import type { Cache } from '../store/cache.ts';
import type { ChangeTable, Confirmed, StoredChange } from './change-table.ts';
import { itemOf } from './outbox-items.ts';

/** The log of changes that the server has confirmed. */
export class SentChanges {
  readonly #table: ChangeTable;
  readonly #cache: Cache;
  readonly #nowMs: () => number;
  readonly #onError: (error: unknown) => void;

  constructor(table: ChangeTable, cache: Cache, nowMs: () => number, onError: (error: unknown) => void) {
    this.#table = table;
    this.#cache = cache;
    this.#nowMs = nowMs;
    this.#onError = onError;
  }

  /**
   * Moves a pending change to the log, the changes that depend on it to the ticket that the server made, and that ticket into
   * the cache. Returns the server's id of the ticket.
   */
  add({ id, ticketId, change }: StoredChange, { confirmation, ticket }: Confirmed): TicketId {
    const isCreate = change.kind === 'create';
    const current = isCreate ? ticketIdSchema.parse(confirmation.serverRef) : ticketId;
    // The cache goes first: after a kill in between, a new ticket is listed twice for a moment, but never missing.
    if (ticket) this.#cacheTicket(ticket);
    this.#table.transaction(() => {
      this.#table.markSent(id, this.#nowMs(), confirmation);
      if (isCreate) this.#table.moveToTicket(ticketId, current);
    });
    return current;
  }

  /** Returns a slice of the log, newest first. */
  list(offset: number, limit: number): SentLog {
    const { changes, total } = this.#table.sent(offset, limit);
    return { items: changes.map(itemOf), total };
  }

  /** Removes changes that have been in the log for a year. What is left over, or fails, is removed at the next call. */
  trim(): void {
    try {
      this.#table.deleteSentBefore(this.#nowMs() - logKeptMs);
    } catch (error) {
      this.#onError(error);
    }
  }

  /** A cache that cannot be written must not make a change that has arrived appear unsent. */
  #cacheTicket({ summary, detail }: WholeTicket): void {
    try {
      this.#cache.saveTicket(summary, detail, this.#nowMs());
    } catch (error) {
      this.#onError(error);
    }
  }
}

/** How long the log keeps a change; the README says so. */
const logKeptMs = 365 * 24 * 60 * 60_000;
