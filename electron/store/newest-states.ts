import type { TicketId } from '../contract/ids.ts';
import { longestLagMs, parseServerTime } from '../contract/server-time.ts';
import type { TicketComment, TicketDetail, TicketSummary } from '../contract/ticket.ts';
import { withoutKnown } from './ticket-differences.ts';

/**
 * Remembers the newest state of tickets of which the server showed an older one afterwards: an answer that was under way, or
 * one of a server that lags behind. The older state is written like any other, but neither it nor the way back is a change.
 */
export class NewestStates {
  readonly #summaries = new Map<TicketId, TicketSummary>();
  readonly #details = new Map<TicketId, TicketDetail>();
  readonly #comments = new Map<TicketId, TicketComment[]>();

  /** Returns the newest state that is known before a ticket was written; `null` if what was written is older than that. */
  before(ticket: TicketSummary, before: TicketSummary): TicketSummary | null {
    const newest = this.#summaries.get(ticket.id) ?? before;
    if (isOlder(ticket, newest)) {
      this.#summaries.set(ticket.id, newest);
      return null;
    }
    this.#summaries.delete(ticket.id);
    return newest;
  }

  /** As `before`, for the detail that comes with it; `before` is `null` where there was none. */
  beforeDetail(id: TicketId, before: TicketDetail | null): { detail: TicketDetail | null } | null {
    const newest = this.#details.get(id) ?? before;
    if (this.#summaries.has(id)) {
      if (newest) this.#details.set(id, newest);
      return null;
    }
    this.#details.delete(id);
    return { detail: newest };
  }

  /** Returns the comments that are known of a ticket: those before, and any that were shown earlier. None is ever removed. */
  comments(id: TicketId, shown: readonly TicketComment[], before: readonly TicketComment[]): TicketComment[] {
    const known = [...before, ...withoutKnown(this.#comments.get(id) ?? [], before)];
    const missing = withoutKnown(known, shown);
    if (missing.length > 0) this.#comments.set(id, missing);
    else this.#comments.delete(id);
    return known;
  }

  forget(): void {
    this.#summaries.clear();
    this.#details.clear();
    this.#comments.clear();
  }
}

/** A step back by more than a server lags behind comes from its clock. */
function isOlder(ticket: TicketSummary, than: TicketSummary): boolean {
  const [one, other] = [parseServerTime(ticket.updatedOn), parseServerTime(than.updatedOn)];
  if (!one || !other) return false;
  const byMs = other.getTime() - one.getTime();
  return byMs > 0 && byMs <= longestLagMs;
}
