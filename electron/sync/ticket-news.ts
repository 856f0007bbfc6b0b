import type { Change } from '../contract/change.ts';
import type { TicketId } from '../contract/ids.ts';
import type { TicketNews } from '../contract/news.ts';
import type { TicketSummary } from '../contract/ticket.ts';
import { isSameSummary, type SavedTicket } from '../store/ticket-writer.ts';

/** How long after the user's own change its echo from the server is expected. */
const echoTimeoutMs = 10 * 60_000;

type What = TicketNews['what'];

/** How the user's own changes can come back from the server. What the operator does in response is different, and news. */
const echoes: Record<Change['kind'], readonly What[]> = {
  create: ['new', 'changed'],
  update: ['changed'],
  cancel: ['status', 'changed'],
  comment: ['comment', 'changed'],
  attachment: ['changed'],
};

/** Collects what others changed, so that the user gets one notification a ticket, and none for changes made here. */
export class NewsCollector {
  readonly #collected = new Map<TicketId, TicketNews>();
  readonly #removed = new Set<TicketId>();
  readonly #expected = new Map<TicketId, { whats: readonly What[]; untilMs: number }>();

  /** The user changed this ticket here: the next change of that kind that is found in it is no news. */
  expectEcho(id: TicketId, kind: Change['kind'], nowMs: number): void {
    const before = this.#expected.get(id)?.whats ?? [];
    this.#expected.set(id, { whats: [...before, ...echoes[kind]], untilMs: nowMs + echoTimeoutMs });
  }

  /** The ticket was removed here: should the server show it again, that is no news. */
  removed(id: TicketId): void {
    this.#removed.add(id);
  }

  /** The user's own change of this ticket has come back. */
  echoReceived(id: TicketId): void {
    this.#expected.delete(id);
  }

  addSaved(saved: readonly SavedTicket[], nowMs: number): void {
    for (const { ticket, before } of saved) {
      // One that was gone and came back is no news.
      const isBack = before ? isSameSummary(ticket, before) : this.#removed.delete(ticket.id);
      if (!isBack) this.#add(ticket, whatChanged(ticket, before), nowMs);
    }
  }

  addComment(ticket: TicketSummary, nowMs: number): void {
    this.#add(ticket, 'comment', nowMs);
  }

  /** Returns what was collected and forgets it. */
  take(): TicketNews[] {
    const news = [...this.#collected.values()];
    this.#collected.clear();
    return news;
  }

  #add({ id, title, status }: TicketSummary, what: What, nowMs: number): void {
    const expected = this.#expected.get(id);
    if (expected?.whats.includes(what)) {
      this.#expected.delete(id);
      if (expected.untilMs > nowMs) return;
    }
    // A new ticket stays new, even if it has also changed since.
    this.#collected.set(id, { id, title, status, what: this.#collected.get(id)?.what === 'new' ? 'new' : what });
  }
}

function whatChanged(ticket: TicketSummary, before: TicketSummary | null): What {
  if (!before) return 'new';
  return ticket.status === before.status ? 'changed' : 'status';
}
