/* A walk reads every page of the ticket list. It is the only way to find what no other call shows: the API has no change feed. */

import { setImmediate } from 'node:timers/promises';
import type { TicketListPage } from '../api/wire.ts';
import type { Walk, WalkPage } from '../store/sync-state.ts';
import type { SavedTicket } from '../store/ticket-writer.ts';
import type { SyncContext } from './context.ts';
import { readMissingTickets } from './details.ts';

/** The server may use a smaller size, which it returns in `pageable.size` (section 4). */
const wantedPageSize = 200;

/** How many walks are made in a row while tickets keep moving between pages; after that the next round goes on. */
const maxWalks = 3;

/**
 * Makes the cache hold what the whole list holds, reading several pages at once and resuming an interrupted walk.
 *
 * Tickets may move between pages during the walk. This shows when the total differs between pages, or when a ticket is on
 * two of them; another may then have slipped to a page that was already read, so the walk is repeated. A cached ticket that
 * was on no page is read with the single call. Returns whether no ticket can have been missed.
 */
export async function walkList(context: SyncContext): Promise<boolean> {
  const { cache } = context;
  cache.startWorker();
  for (let attempt = 1; ; attempt++) {
    const walk = await FullWalk.begin(context);
    await walk.readPages();
    if (walk.hasMoved && attempt < maxWalks) {
      await cache.finishWalk(walk.total, false, Date.now());
      continue;
    }
    for (const ids of cache.ticketsOutside(walk.seenRows)) await readMissingTickets(context, ids);
    const isWhole = !walk.hasMoved || cache.count() === walk.total;
    await cache.finishWalk(walk.total, isWhole, Date.now());
    return isWhole;
  }
}

/** One walk; its state is kept in the cache with the pages. */
class FullWalk {
  /** The cache's rows of the tickets that were on the pages so far. */
  readonly seenRows: Set<number>;
  readonly #context: SyncContext;
  readonly #donePages: Set<number>;
  readonly #writer = new PageWriter<WalkPage>((pages) => this.#write(pages));
  #state: Walk;
  #pageCount = 1;
  /** The total in the latest response. */
  total: number;

  private constructor(context: SyncContext, state: Walk, donePages: ArrayLike<number>, rows: ArrayLike<number>) {
    this.#context = context;
    this.#donePages = new Set(Array.from(donePages));
    this.seenRows = new Set(Array.from(rows));
    this.#state = { ...state, hasMoved: state.hasMoved || this.seenRows.size < rows.length };
    this.total = state.total;
  }

  /** Reads the first page, also when an interrupted walk is resumed: it shows whether the list is still the same. */
  static async begin(context: SyncContext): Promise<FullWalk> {
    const { api, cache, concurrency, signal } = context;
    const readFirst = (size: number) => concurrency.measure(() => api.listTickets(0, size, signal));
    const interrupted = cache.walk();
    if (interrupted) {
      const { walk: state, pages, rows } = interrupted;
      const first = await readFirst(state.pageSize);
      if (first.size === state.pageSize) {
        const walk = new FullWalk(context, state, pages, rows);
        walk.#compareFirst(first);
        return walk;
      }
    }
    const first = await readFirst(wantedPageSize);
    const state = { pageSize: first.size, total: first.totalElements, hasMoved: false };
    cache.beginWalk(state);
    const walk = new FullWalk(context, state, [], []);
    walk.#updateTotals(first);
    walk.#donePages.add(0);
    await walk.#writer.add({ number: 0, tickets: first.tickets });
    return walk;
  }

  get hasMoved(): boolean {
    return this.#state.hasMoved;
  }

  async readPages(): Promise<void> {
    const { api, concurrency, signal } = this.#context;
    try {
      await concurrency.forEach(this.#pagesToRead(), async (number) => {
        const page = await concurrency.measure(() => api.listTickets(number, this.#state.pageSize, signal));
        this.#updateTotals(page);
        await this.#writer.add({ number, tickets: page.tickets });
      });
    } finally {
      await this.#writer.end();
    }
  }

  /** Newest first; the list may grow by a page in the meantime. */
  *#pagesToRead(): Iterable<number> {
    for (let number = 0; number < this.#pageCount; number++) {
      if (!this.#donePages.has(number)) yield number;
    }
  }

  async #write(pages: readonly WalkPage[]): Promise<void> {
    const { cache } = this.#context;
    await cache.waitForWrites();
    const saved = await cache.savePages(this.#state, pages);
    for (const { rows } of saved) {
      const isSeenAgain = rows.some((row) => this.seenRows.has(row)) || new Set(rows).size < rows.length;
      for (const row of rows) this.seenRows.add(row);
      if (isSeenAgain) this.#markMoved();
    }
    this.#report(saved.flatMap(({ tickets }) => tickets));
  }

  #compareFirst(page: TicketListPage): void {
    this.#updateTotals(page);
    const { rows, tickets } = this.#context.cache.saveListed(page.tickets);
    if (rows.some((row) => !this.seenRows.has(row))) this.#markMoved();
    this.#report(tickets);
  }

  #updateTotals(page: TicketListPage): void {
    this.total = page.totalElements;
    // An empty page ends the list, whatever the server's totals say.
    if (page.tickets.length === 0) this.#pageCount = page.number;
    else this.#pageCount = Math.max(page.totalPages, page.isLast ? 0 : page.number + 2);
    // With another size, the page numbers refer to other pages.
    if (page.totalElements !== this.#state.total || page.size !== this.#state.pageSize) this.#markMoved();
  }

  #markMoved(): void {
    this.#state = { ...this.#state, hasMoved: true }; // written with the next pages
  }

  #report(saved: readonly SavedTicket[]): void {
    this.#context.onProgress({ done: Math.min(this.seenRows.size, this.total), total: this.total, leftMs: null });
    if (saved.length > 0) this.#context.onSaved(saved);
  }
}

/** The main process prepares so many pages for writing in a few milliseconds. */
const maxBatchSize = 6;

/** With so many pages waiting, `add` waits too. */
const maxWaiting = 12;

/**
 * Writes pages in batches, one after another, while more are being fetched: pages that arrive during a batch form the next
 * one, because every transaction costs time, whatever it writes.
 */
export class PageWriter<P> {
  readonly #write: (pages: P[]) => Promise<void>;
  readonly #waiting: P[] = [];
  #batch: Promise<void> = Promise.resolve();
  #running: Promise<void> | null = null;
  #failure: { error: unknown } | null = null;

  constructor(write: (pages: P[]) => Promise<void>) {
    this.#write = write;
  }

  /** Takes a page, and waits when writing does not keep up. Throws the error of an earlier batch; nothing is written after one. */
  async add(page: P): Promise<void> {
    this.#throwFailure();
    this.#waiting.push(page);
    this.#running ??= this.#run();
    while (this.#waiting.length >= maxWaiting) await this.#batch;
    this.#throwFailure();
  }

  /** Waits until all pages are written. */
  async end(): Promise<void> {
    await this.#running;
    this.#throwFailure();
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      this.#batch = this.#writeBatch();
      await this.#batch;
    }
    this.#running = null;
  }

  async #writeBatch(): Promise<void> {
    await setImmediate(); // pages that arrived together are written together, and calls from the window come in between
    const pages = this.#waiting.splice(0, this.#failure ? this.#waiting.length : maxBatchSize);
    if (this.#failure) return;
    try {
      await this.#write(pages);
    } catch (error) {
      this.#failure = { error };
    }
  }

  #throwFailure(): void {
    if (this.#failure) throw this.#failure.error;
  }
}
