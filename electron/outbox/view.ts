import { changeOfLocalTicket, type TicketId, ticketIdSchema } from '../contract/ids.ts';
import type { TicketPage, TicketQuery } from '../contract/query.ts';
import type { CachedTicket } from '../contract/ticket.ts';
import type { Cache } from '../store/cache.ts';
import type { ChangeTable } from './change-table.ts';
import { localTicket, pageWith, ticketWith } from './overlay.ts';

/** The cached tickets with the user's own changes in them. */
export class View {
  readonly #table: ChangeTable;
  readonly #cache: Cache;

  constructor(table: ChangeTable, cache: Cache) {
    this.#table = table;
    this.#cache = cache;
  }

  page(query: TicketQuery): TicketPage {
    return pageWith(this.#table.pending(), query, (other) => this.#cache.page(other));
  }

  /** A ticket under the id that it has or had; `null` when it is unknown. */
  ticket(id: TicketId): CachedTicket | null {
    const current = this.currentId(id);
    if (!current) return null;
    const pending = this.#table.pending();
    const create = pending.find((stored) => stored.change.kind === 'create' && stored.ticketId === current);
    if (create) return localTicket(create, pending);
    const cached = this.#cache.ticket(current);
    return cached && ticketWith(pending, this.#table.sentOf(current), cached);
  }

  /** The server's id, also for the local one that a ticket had before; the local one of a ticket that still waits; else `null`. */
  currentId(id: TicketId): TicketId | null {
    const change = changeOfLocalTicket(id);
    if (!change) return id;
    const create = this.#table.find(change);
    if (create?.state !== 'sent') return create && id;
    return ticketIdSchema.nullable().parse(create.claim);
  }
}
