import type { TicketId } from '../contract/ids.ts';
import { longestLagMs, parseServerTime } from '../contract/server-time.ts';
import type { Cache } from '../store/cache.ts';

/**
 * Remembers which tickets the server has shown lately: its answers may lag behind each other, so a ticket that it does not
 * show may only be late. Such a ticket stays in the cache, and is asked for again in the next rounds.
 */
export class Sightings {
  readonly #cache: Cache;
  readonly #lagMs: number;
  readonly #seenAtMs = new Map<TicketId, number>();
  readonly #late = new Set<TicketId>();
  /** This computer's clock minus the server's. */
  #skewMs = 0;

  constructor(cache: Cache, lagMs = longestLagMs) {
    this.#cache = cache;
    this.#lagMs = lagMs;
  }

  /** The tickets that the lists should show and do not yet. */
  get late(): ReadonlySet<TicketId> {
    return this.#late;
  }

  /** Takes the server's clock from an answer, in milliseconds since 1970. */
  noteServerTime(serverTimeMs: number): void {
    this.#skewMs = Date.now() - serverTimeMs;
  }

  /** The time by the server's clock, in milliseconds since 1970. */
  serverNowMs(): number {
    return Date.now() - this.#skewMs;
  }

  /** A list showed these tickets. */
  listed(ids: Iterable<TicketId>): void {
    const nowMs = Date.now();
    for (const [id, atMs] of this.#seenAtMs) if (!this.#isWithinLag(nowMs - atMs)) this.#seenAtMs.delete(id);
    for (const id of ids) {
      this.#seenAtMs.set(id, nowMs);
      this.#late.delete(id);
    }
  }

  /** The list showed these tickets in a walk, whose time the cache keeps. */
  walked(ids: Iterable<TicketId>): void {
    for (const id of ids) this.#late.delete(id);
  }

  /** A list should show this ticket and does not: whether it may only be late. Then it counts as late until a list shows it. */
  isLate(id: TicketId): boolean {
    const isLate = this.#cache.ticket(id) !== null && (this.isNew(id) || this.#wasConfirmedLately(id));
    if (isLate) this.#late.add(id);
    else this.#late.delete(id);
    return isLate;
  }

  /** The single call shows a ticket that a list did not show: a new one is expected there. */
  read(id: TicketId): void {
    if (this.isNew(id)) this.#late.add(id);
    else this.forget(id);
  }

  /** The ticket is no longer expected in a list. */
  forget(id: TicketId): void {
    this.#late.delete(id);
    this.#seenAtMs.delete(id);
  }

  /** Whether the ticket was created so recently that the server may not show it everywhere. */
  isNew(id: TicketId): boolean {
    return this.isRecent(this.#cache.ticket(id)?.summary.createdOn ?? '');
  }

  /** Whether a time (`yyyy-MM-dd HH:mm:ss`) is so recent that the server may not show everywhere what happened then. */
  isRecent(time: string): boolean {
    const at = parseServerTime(time);
    return at !== null && this.#isWithinLag(this.serverNowMs() - at.getTime());
  }

  #wasConfirmedLately(id: TicketId): boolean {
    const atMs = Math.max(
      this.#seenAtMs.get(id) ?? 0,
      this.#cache.ticket(id)?.detailConfirmedAtMs ?? 0,
      this.#cache.progress.walked()?.atMs ?? 0,
    );
    return this.#isWithinLag(Date.now() - atMs);
  }

  /** A time in the future means that a clock was ahead then; seconds are no such thing. */
  #isWithinLag(ageMs: number): boolean {
    return ageMs < this.#lagMs && ageMs > -this.#lagMs;
  }
}
