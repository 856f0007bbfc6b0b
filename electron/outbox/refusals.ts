import type { TicketId } from '../contract/ids.ts';
import type { NamedTicket } from '../contract/news.ts';

/** How long refusals are collected, in milliseconds: those of one action on many tickets are one piece of news. */
const collectMs = 2_000;

/** Collects refused changes, so that the user is told of many at once. */
export class Refusals {
  readonly #onRefused: (tickets: NamedTicket[]) => void;
  readonly #collected = new Map<TicketId, NamedTicket>();
  #timer: NodeJS.Timeout | undefined;

  constructor(onRefused: (tickets: NamedTicket[]) => void) {
    this.#onRefused = onRefused;
  }

  add(ticket: NamedTicket): void {
    this.#collected.set(ticket.id, ticket);
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const tickets = [...this.#collected.values()];
      this.#collected.clear();
      this.#onRefused(tickets);
    }, collectMs);
  }

  /** Tells nothing any more. */
  close(): void {
    clearTimeout(this.#timer);
  }
}
