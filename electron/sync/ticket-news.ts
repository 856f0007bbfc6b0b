import type { TicketId } from '../contract/ids.ts';
import type { TicketChange, TicketNews } from '../contract/news.ts';
import { longestLagMs, parseServerTime } from '../contract/server-time.ts';
import type { TicketSummary } from '../contract/ticket.ts';
import type { Cache } from '../store/cache.ts';
import { type ChangeJudge, isAnswer, type OwnChanges } from '../store/ticket-record.ts';

/** What tells most of a ticket comes first. */
const whats = ['new', 'comment', 'status', 'changed'] as const satisfies readonly TicketNews['what'][];

/** Collects what others changed and the cache recorded, so that the user gets one notification a ticket. */
export class NewsCollector implements ChangeJudge {
  readonly own: OwnChanges;
  readonly #cache: Cache;
  readonly #onAnswered: (id: TicketId) => void;
  readonly #collected = new Map<TicketId, TicketNews>();
  readonly #removed = new Set<TicketId>();

  /** @param onAnswered somebody else commented on a ticket or changed its status */
  constructor(cache: Cache, own: OwnChanges, onAnswered: (id: TicketId) => void = () => undefined) {
    this.#cache = cache;
    this.#onAnswered = onAnswered;
    this.own = own;
  }

  /** The ticket was removed here: should the server show it again, that is no news. */
  removed(id: TicketId): void {
    this.#removed.add(id);
  }

  /** A ticket that was there before others that are known, such as history that became visible, is only seen late. */
  isOld({ id, createdOn }: TicketSummary): boolean {
    if (this.#removed.delete(id)) return true;
    const createdAt = parseServerTime(createdOn);
    const newest = parseServerTime(this.#cache.progress.newestConfirmed().createdOn);
    return createdAt !== null && newest !== null && createdAt.getTime() < newest.getTime() - longestLagMs;
  }

  onRecorded({ id, title, status }: TicketSummary, changes: readonly TicketChange[]): void {
    const found = new Set([this.#collected.get(id)?.what, ...changes.map(whatOf)]);
    const what = whats.find((each) => found.has(each)) ?? 'changed';
    this.#collected.set(id, { id, title, status, what });
    if (changes.some(isAnswer)) this.#onAnswered(id);
  }

  /** Returns what was collected and forgets it. */
  take(): TicketNews[] {
    const news = [...this.#collected.values()];
    this.#collected.clear();
    return news;
  }
}

function whatOf({ what }: TicketChange): TicketNews['what'] {
  if (what === 'created') return 'new';
  return what === 'status' || what === 'comment' ? what : 'changed';
}
