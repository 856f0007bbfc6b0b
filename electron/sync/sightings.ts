import type { TicketId } from '../contract/ids.ts';
import { Pause } from '../contract/pause.ts';
import { longestLagMs, parseServerTime } from '../contract/server-time.ts';
import type { Cache } from '../store/cache.ts';

/** How long a ticket's details are left alone that the single call does not give although a list shows it. */
const contradictedMs = 15 * 60_000;

/**
 * Remembers which tickets the server has shown lately: its answers may lag behind each other, so a ticket that it does not
 * show may only be late. Such a ticket stays in the cache, and is asked for again in the next rounds.
 */
export class Sightings {
  readonly #cache: Cache;
  readonly #lagMs: number;
  readonly #seenAtMs = new Map<TicketId, number>();
  readonly #late = new Set<TicketId>();
  /** The tickets that the single call does not give: with a pause if a list has shown one since, else without. */
  readonly #refused = new Map<TicketId, Pause | null>();
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
      this.#noteShown(id);
    }
  }

  /** The list showed these tickets in a walk, whose time the cache keeps. */
  walked(ids: Iterable<TicketId>): void {
    for (const id of ids) this.#noteShown(id);
  }

  /** A list should show this ticket and does not: whether it may only be late. Then it counts as late until a list shows it. */
  isLate(id: TicketId): boolean {
    const isLate = this.#cache.ticket(id) !== null && (this.isNew(id) || this.#wasConfirmedLately(id));
    if (isLate) this.#late.add(id);
    else this.#late.delete(id);
    return isLate;
  }

  /** No list shows these tickets where they were expected: whether the single call gives them tells whether they are there. */
  missed(ids: Iterable<TicketId>): void {
    for (const id of ids) this.#refused.delete(id);
  }

  /** The single call shows a ticket that a list did not show: a new one is expected there. */
  read(id: TicketId): void {
    if (this.isNew(id)) this.#late.add(id);
    else this.forget(id);
  }

  /** The single call gives this ticket. */
  given(id: TicketId): void {
    this.#refused.delete(id);
  }

  /**
   * The single call does not give this ticket. Returns whether that says that it is gone: not of a new one, which it may not
   * show yet, nor where a list has shown the ticket since the single call refused it first, and would do so again.
   */
  refused(id: TicketId): boolean {
    if (this.isNew(id)) return false;
    const isContradicted = this.#isContradicted(id);
    this.#refused.set(id, isContradicted ? new Pause().extend(contradictedMs) : null);
    return !isContradicted;
  }

  /** Whether asking for this ticket is of no use for now: lists show it, and the single call does not give it. */
  isRefusedForNow(id: TicketId): boolean {
    return this.#refused.get(id)?.isOver === false;
  }

  /** The ticket is no longer expected in a list. */
  forget(id: TicketId): void {
    this.#late.delete(id);
    this.#seenAtMs.delete(id);
    this.#refused.delete(id);
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

  #noteShown(id: TicketId): void {
    this.#late.delete(id);
    if (this.#refused.has(id) && !this.#isContradicted(id)) this.#refused.set(id, new Pause().extend(contradictedMs));
  }

  #isContradicted(id: TicketId): boolean {
    return (this.#refused.get(id) ?? null) !== null;
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
