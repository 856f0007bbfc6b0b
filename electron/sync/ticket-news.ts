import type { Change } from '../contract/change.ts';
import type { TicketId } from '../contract/ids.ts';
import type { TicketNews } from '../contract/news.ts';
import type { TicketSummary } from '../contract/ticket.ts';
import type { SavedTicket } from '../store/ticket-writer.ts';

/** How long after a change that the user made here its echo from the server is expected. */
const echoLastsMs = 10 * 60_000;

type What = TicketNews['what'];

/** As what the user's own changes can come back. The operator's answer to them is another thing, and news. */
const echoes: Record<Change['kind'], readonly What[]> = {
  create: ['new', 'changed'],
  update: ['changed'],
  cancel: ['status', 'changed'],
  comment: ['comment', 'changed'],
  attachment: ['changed'],
};

/** Gathers what a round finds, so that it is told once: one line a ticket, and nothing that the user did here. */
export class NewsCollector {
  readonly #gathered = new Map<TicketId, TicketNews>();
  readonly #expected = new Map<TicketId, { whats: readonly What[]; untilMs: number }>();

  /** The user changed this ticket here: the next change of that kind that is found in it is no news. */
  expect(id: TicketId, kind: Change['kind'], nowMs: number): void {
    const before = this.#expected.get(id)?.whats ?? [];
    this.#expected.set(id, { whats: [...before, ...echoes[kind]], untilMs: nowMs + echoLastsMs });
  }

  /** What the user changed in this ticket has come back. */
  noteEcho(id: TicketId): void {
    this.#expected.delete(id);
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

  #note({ id, title, status }: TicketSummary, what: What, nowMs: number): void {
    const expected = this.#expected.get(id);
    if (expected?.whats.includes(what)) {
      this.#expected.delete(id);
      if (expected.untilMs > nowMs) return;
    }
    // A ticket that is new stays so, whatever else is found in it.
    this.#gathered.set(id, { id, title, status, what: this.#gathered.get(id)?.what === 'new' ? 'new' : what });
  }
}

function whatChanged(ticket: TicketSummary, before: TicketSummary | null): What {
  if (!before) return 'new';
  return ticket.status === before.status ? 'changed' : 'status';
}
