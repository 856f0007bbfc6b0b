/* The feed of changes, where the server allows it: one call tells what changed last, whatever its age. */

import type { TicketChange } from '../api/ticket-changes.ts';
import type { TicketId } from '../contract/ids.ts';
import { ProblemError, type ProblemKind } from '../contract/problem.ts';
import { formatServerTime } from '../contract/server-time.ts';
import type { Cache } from '../store/cache.ts';
import type { SyncContext } from './context.ts';
import { readChangedTickets } from './details.ts';
import { affectsOneCallOnly } from './problem-scope.ts';
import { isDue } from './schedule.ts';

const pageSize = 25;

/** Rows that this user may not see are taken out of the pages, so even an empty page is no end. */
const maxPages = 10;

/** A user who is not allowed to read the feed may be allowed some day. */
const refusalMs = 24 * 3_600_000;

/** After any other failure of the feed. */
const failureMs = 30 * 60_000;

/** Times are in seconds, so a ticket that has just changed may change again at the same time. */
const settledMs = 2_000;

/** The server's answers to a user who may not read the feed. */
const refusals: readonly ProblemKind[] = ['not-permitted', 'not-found'];

/**
 * Reads from the feed which tickets changed since the last time, and then those tickets. A hint where to look, never the
 * truth: what the feed leaves out is found by the open lists and by the walks.
 */
export class ChangeFeed {
  #failedAtMs: number | null = null;
  /** When the feed says that each ticket changed, as far as it was read then: a list may give another time for the same change. */
  #read = new Map<TicketId, string>();
  /** Tickets that could not be read although the feed showed them, or not yet as the feed showed them. */
  #again = new Set<TicketId>();

  /** Whether it is not known yet whether the server allows the feed. */
  isUntried(cache: Cache): boolean {
    const { seenUpTo, refusedAtMs } = cache.progress.feed();
    return seenUpTo === '' && refusedAtMs === null && this.#failedAtMs === null;
  }

  /**
   * Returns whether everything that the feed shows was taken over, up to something known. A problem of this call alone, a
   * refusal among them, is no failure: the rounds do without the feed for a while.
   */
  async takeOver(context: SyncContext): Promise<boolean> {
    const { cache, sightings } = context;
    const feed = cache.progress.feed();
    if (!isDue(feed.refusedAtMs, refusalMs) || !isDue(this.#failedAtMs, failureMs)) return false;
    const askedAtMs = sightings.serverNowMs();
    const seenUpTo = feed.seenUpTo || cache.progress.newestConfirmed().updatedOn;
    const changes = await this.#readUpTo(context, seenUpTo);
    if (!changes) return false;
    const shown = new Map(changes.rows.map(({ id, updatedOn }) => [id, updatedOn]));
    await this.#readTickets(context, changes.ids, shown);
    this.#read = shown;
    const newest = changes.rows.map(({ updatedOn }) => updatedOn).reduce(later, seenUpTo);
    const [upTo = ''] = [newest, formatServerTime(askedAtMs - settledMs)].sort();
    cache.progress.saveFeed({ seenUpTo: upTo, refusedAtMs: null });
    return changes.isKnownReached;
  }

  /** The lists were asked, which show a ticket that the single call does not give. A cached one may have changed otherwise. */
  forgetUncached(cache: Cache): void {
    this.#again = new Set(cache.updatedOn([...this.#again]).keys());
  }

  /** Reads pages until something known comes. Returns their rows, and which of the tickets are to be read. */
  async #readUpTo({ api, cache, signal }: SyncContext, seenUpTo: string) {
    const rows: TicketChange[] = [];
    const ids = new Set<TicketId>();
    try {
      for (let number = 0; number < maxPages; number++) {
        const { changes, isLast } = await api.listChanges(number, pageSize, signal);
        const changed = this.#changedIn(changes, cache, seenUpTo);
        for (const { id } of changed) ids.add(id);
        rows.push(...changes);
        const isOld = changes.some(({ updatedOn }) => updatedOn !== '' && updatedOn < seenUpTo);
        // Many tickets can have changed within one second.
        const isKnown = changes.length > 0 && changed.length === 0 && (changes.at(-1)?.updatedOn ?? '') <= seenUpTo;
        if (isLast === true || isOld || isKnown) return { rows, ids, isKnownReached: true };
      }
      return { rows, ids, isKnownReached: false };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const { kind } = error.problem;
      if (refusals.includes(kind)) cache.progress.saveFeed({ seenUpTo, refusedAtMs: Date.now() });
      // A gateway on the way may have refused the feed alone.
      else if (kind === 'gateway-refused' || affectsOneCallOnly(error)) this.#failedAtMs = Date.now();
      else throw error;
      return null;
    }
  }

  /** Returns the rows of tickets that changed since the cache holds them, as far as that can be told. */
  #changedIn(rows: readonly TicketChange[], cache: Cache, seenUpTo: string): TicketChange[] {
    const known = cache.updatedOn(rows.map(({ id }) => id));
    return rows.filter(({ id, updatedOn, isCustomerSupport }) => {
      if (!isCustomerSupport || updatedOn < seenUpTo) return false;
      return updatedOn > seenUpTo || ![known.get(id), this.#read.get(id)].includes(updatedOn);
    });
  }

  /**
   * The single call may lag behind the feed, and what the feed has shown once is not looked at again. For longer than that, an
   * older time in the single call means nothing: the two may give different times for one change.
   */
  async #readTickets(
    context: SyncContext,
    changed: ReadonlySet<TicketId>,
    shown: ReadonlyMap<TicketId, string>,
  ): Promise<void> {
    const { cache, sightings } = context;
    const ids = [...new Set([...changed, ...this.#again])];
    const unread = await readChangedTickets(context, ids);
    const cached = cache.updatedOn(ids);
    const isBehind = (id: TicketId) => {
      const shownOn = shown.get(id) ?? '';
      const cachedOn = cached.get(id);
      return cachedOn === undefined || (cachedOn < shownOn && sightings.isRecent(shownOn));
    };
    this.#again = new Set([...unread, ...ids.filter(isBehind)]);
  }
}

const later = (one: string, other: string) => (one > other ? one : other);
