import type { TicketId } from '../contract/ids.ts';
import type { TicketNews } from '../contract/news.ts';
import type { TicketSummary } from '../contract/ticket.ts';
import type { SavedTicket } from '../store/ticket-writer.ts';

/** How long after a change that the user made here its echo from the server is expected. */
const echoLastsMs = 10 * 60_000;

/** Gathers what a round finds, so that it is told once: one line a ticket, and nothing that the user did here. */
export class NewsDesk {
  readonly #gathered = new Map<TicketId, TicketNews>();
  readonly #expected = new Map<TicketId, number>();

  /** The user changed this ticket here: the next change that is found in it is no news. */
  expect(id: TicketId, nowMs: number): void {
    this.#expected.set(id, nowMs + echoLastsMs);
  }

  noteSaved(saved: readonly SavedTicket[], nowMs: number): void {
    for (const { ticket, before } of saved) this.#note(ticket, whatChanged(ticket, before), nowMs);
  }

  noteComment(ticket: TicketSummary, nowMs: number): void {
    this.#note(ticket, 'comment', nowMs);
  }

  /** Hands out what was gathered and forgets it. */
  take(): TicketNews[] {
    const news = [...this.#gathered.values()];
    this.#gathered.clear();
    return news;
  }

  #note({ id, title, status }: TicketSummary, what: TicketNews['what'], nowMs: number): void {
    const expectedUntilMs = this.#expected.get(id);
    this.#expected.delete(id);
    if (expectedUntilMs !== undefined && expectedUntilMs > nowMs) return;
    // A ticket that is new stays so, whatever else is found in it.
    this.#gathered.set(id, { id, title, status, what: this.#gathered.get(id)?.what === 'new' ? 'new' : what });
  }
}

function whatChanged(ticket: TicketSummary, before: TicketSummary | null): TicketNews['what'] {
  if (!before) return 'new';
  return ticket.status === before.status ? 'changed' : 'status';
}
