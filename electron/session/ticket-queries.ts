/* What the window asks of all tickets of the open account. All of it is on this computer. */

import type { Handover, HandoverBeginning, HandoverScope } from '../contract/handover.ts';
import type { TicketId } from '../contract/ids.ts';
import type { Facets, TicketIdsQuery, TicketPage, TicketQuery, TicketSelection } from '../contract/query.ts';
import type { ViewCounts } from '../contract/views.ts';
import type { Handovers } from '../handover/handovers.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Overview } from '../outbox/overview.ts';
import type { Personal } from '../personal/personal.ts';
import type { Cache } from '../store/cache.ts';
import type { PreparedQuery } from '../store/ticket-index.ts';

export type TicketQueriesOptions = {
  cache: Cache;
  outbox: Outbox;
  personal: Personal;
  handovers: Handovers;
};

/** Queries over all tickets, which let other work go on in between. */
export class TicketQueries {
  readonly #options: TicketQueriesOptions;

  constructor(options: TicketQueriesOptions) {
    this.#options = options;
  }

  page(query: TicketQuery): Promise<TicketPage> {
    return this.#prepared(query, () => this.#options.outbox.tickets.page(query));
  }

  facets(query: TicketSelection): Promise<Facets> {
    return this.#prepared(query, () => this.#options.outbox.tickets.facets(query));
  }

  /** The ids of the tickets in some rows of the list. */
  ids(query: TicketIdsQuery): Promise<TicketId[]> {
    return this.#options.outbox.tickets.ids(query);
  }

  /** Whether a query finds a ticket. */
  finds(query: TicketSelection, id: TicketId): boolean {
    return this.#options.outbox.tickets.finds(query, id);
  }

  /** How many tickets each view holds. */
  async viewCounts(): Promise<ViewCounts> {
    const { base, saved } = await this.#options.outbox.tickets.viewCounts();
    return { base: { ...base, attention: (base.attention ?? 0) + this.#preparedRequests() }, saved };
  }

  /** How many tickets and prepared requests need the user. */
  async attentionCount(): Promise<number> {
    const tickets = await this.#options.outbox.tickets.attentionCount();
    return tickets + this.#preparedRequests();
  }

  /** Reads numbers of the overview. */
  overview<T>(read: (overview: Overview) => Promise<T>): Promise<T> {
    return read(this.#options.outbox.overview);
  }

  /** What the screen of the hand-over begins with. */
  beginHandover(): Promise<HandoverBeginning> {
    return this.#options.handovers.begin();
  }

  /** What the next shift should know. */
  handover(scope: HandoverScope): Promise<Handover> {
    return this.#options.handovers.read(scope);
  }

  /** Answers a query over all tickets once what it needs is in memory. */
  async #prepared<T>(query: PreparedQuery, read: () => T): Promise<T> {
    await this.#options.cache.prepare(query);
    return read();
  }

  #preparedRequests(): number {
    return this.#options.personal.repeats.prepared.waitingCount();
  }
}
