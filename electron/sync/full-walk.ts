/* A walk reads every page of the ticket list. Only a walk finds what no other call shows. */

import type { TicketListPage } from '../api/wire.ts';
import type { Walk, WalkPage } from '../store/sync-state.ts';
import type { SyncContext } from './context.ts';
import { readMissingTickets } from './details.ts';
import { ListReader, readPage } from './list-reader.ts';
import { PageWriter } from './page-writer.ts';
import { TimeLeft } from './time-left.ts';
import {
  disagreesAsBefore,
  isComparable,
  isComplete,
  isSameResult,
  missingIn,
  type WalkResult,
} from './walk-result.ts';

/** How many walks are made in a row while tickets keep moving between pages; after that the next round goes on. */
const maxWalks = 3;

/** With more pages of new tickets than this after a walk, another walk is the better way. */
const maxNewestPages = 4;

/**
 * Makes the cache hold what the whole list holds, reading several pages at once and resuming an interrupted walk.
 *
 * Tickets may move between pages meanwhile, so that one is missed: then the list's total disagrees with what its pages
 * held, and the walk is repeated. A server may also disagree with itself for ever: what two walks find alike is believed,
 * and the difference kept. A cached ticket that was on no page is read with the single call. Returns whether no ticket can
 * have been missed.
 */
export async function walkList(context: SyncContext): Promise<boolean> {
  const { cache, sightings } = context;
  const believed = cache.progress.walked();
  let previous: WalkResult | null = null;
  cache.startWorker();
  for (let attempt = 1; ; attempt++) {
    const walk = await FullWalk.begin(context);
    await walk.readPages();
    const { result } = walk;
    const isKnown = isComplete(result) || disagreesAsBefore(result, believed);
    const isBelieved = isKnown || (previous !== null && isSameResult(previous, result));
    if (!isBelieved && attempt < maxWalks) {
      previous = result;
      await cache.progress.finishWalk(null, sightings.serverNowMs());
      continue;
    }
    // The server gave all pages. A walk that does not end for tickets that cannot be read would be resumed for ever, and find nothing else.
    for (const ids of cache.ticketsOutside(result.seen)) await readMissingTickets(context, ids, true);
    const count = cache.count() - sightings.late.size;
    const isWhole = isBelieved || count === result.total;
    const surplus = isComparable(result) ? count - result.total : null;
    const missing = isBelieved ? missingIn(result) : 0; // what no other walk found is no reason to believe the next
    const walked = isWhole ? { atMs: Date.now(), surplus, missing } : null;
    await cache.progress.finishWalk(walked, sightings.serverNowMs());
    return isWhole;
  }
}

/** One walk; its state is kept in the cache with the pages. */
class FullWalk {
  readonly #context: SyncContext;
  readonly #reader: ListReader;
  readonly #seen: Set<number>;
  /** How many tickets the pages held, those counted that were on two of them. */
  #rowCount: number;
  readonly #timeLeft: TimeLeft;
  readonly #writer = new PageWriter<WalkPage>(
    ({ tickets }) => tickets.length,
    (pages) => this.#write(pages),
  );
  #state: Walk;
  #total: number;

  private constructor(context: SyncContext, reader: ListReader, state: Walk, rows: ArrayLike<number>) {
    this.#context = context;
    this.#reader = reader;
    this.#state = state;
    this.#seen = new Set(Array.from(rows));
    this.#rowCount = rows.length;
    this.#total = state.totals.first;
    this.#timeLeft = new TimeLeft(context);
  }

  /** Reads the first page, also when an interrupted walk is resumed: tickets may have been created since. */
  static async begin(context: SyncContext): Promise<FullWalk> {
    const { cache, pageSizes } = context;
    const interrupted = cache.progress.walk();
    const wanted = pageSizes.first();
    // A smaller page than before, where it divides those that were read: the server may have become slow.
    const unit = interrupted && interrupted.walk.unit % wanted !== 0 ? interrupted.walk.unit : wanted;
    const { reader, page } = await ListReader.begin(context, { unit, size: unit });
    if (interrupted && reader.unit === unit) {
      const walk = new FullWalk(context, reader, { ...interrupted.walk, unit }, interrupted.rows);
      reader.skip(interrupted.pages);
      walk.#takeTotal(page);
      walk.#saveAgain(page);
      return walk;
    }
    const { totalElements: total } = page;
    const state = { unit: reader.unit, totals: { first: total, lowest: total, highest: total } };
    cache.progress.beginWalk(state);
    const walk = new FullWalk(context, reader, state, []);
    await walk.#writer.add({ first: 0, size: page.size, tickets: page.tickets });
    return walk;
  }

  get result(): WalkResult {
    const doubled = this.#rowCount - this.#seen.size;
    return { seen: this.#seen, doubled, total: this.#total, ...this.#state };
  }

  async readPages(): Promise<void> {
    try {
      await this.#reader.readRest(async (page, place) => {
        this.#takeTotal(page);
        await this.#writer.add({ ...place, tickets: page.tickets });
      });
    } finally {
      await this.#writer.end();
    }
    await this.#readNewest();
  }

  /** Tickets that were created during the walk stand at the top of the list, where it was read before. */
  async #readNewest(): Promise<void> {
    const { unit } = this.#reader;
    for (let number = 0; number < maxNewestPages; number++) {
      if (this.#total === this.#state.totals.first || isComplete(this.result)) return;
      const page = await readPage(this.#context, number, unit);
      this.#takeTotal(page);
      if (this.#saveAgain(page) === 0) return;
    }
  }

  async #write(pages: readonly WalkPage[]): Promise<void> {
    const { cache } = this.#context;
    await cache.waitForWrites();
    const saved = await cache.progress.savePages(this.#state, pages);
    this.#rowCount += saved.rows.length;
    let from = 0;
    for (const { tickets } of pages) {
      this.#noteSeen(saved.rows.slice(from, from + tickets.length)); // page by page, as the time left is estimated
      from += tickets.length;
      this.#context.sightings.walked(tickets.map(({ id }) => id));
    }
    this.#context.onSaved(saved.tickets);
  }

  /** Writes a page that the walk has read before. Returns how many of its tickets were on no page. */
  #saveAgain(page: TicketListPage): number {
    const before = this.#seen.size;
    const saved = this.#context.cache.saveListed(page.tickets);
    this.#noteSeen(saved.rows);
    this.#context.onSaved(saved.tickets);
    const added = this.#seen.size - before;
    this.#rowCount += added;
    return added;
  }

  /** An empty page behind the end may state no total. */
  #takeTotal({ totalElements: total, rowCount, number }: TicketListPage): void {
    if (rowCount === 0 && number > 0) return;
    const { first, lowest, highest } = this.#state.totals;
    const totals = { first, lowest: Math.min(lowest, total), highest: Math.max(highest, total) };
    this.#total = total;
    this.#state = { ...this.#state, totals }; // written with the next pages
  }

  #noteSeen(rows: readonly number[]): void {
    if (rows.length === 0) return;
    for (const row of rows) this.#seen.add(row);
    const total = Math.max(this.#total, this.#seen.size);
    const done = this.#seen.size;
    this.#context.onProgress({ done, total, leftMs: this.#timeLeft.afterReading(done, total) });
  }
}
