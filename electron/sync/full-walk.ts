import { setImmediate } from 'node:timers/promises';
import type { TicketListPage } from '../api/wire.ts';
import type { Walk } from '../store/sync-state.ts';
import { type SyncContext, settleTickets } from './context.ts';

/** The server may give less and says so in `pageable.size`. */
const wantedPageSize = 200;

/** How often a walk is repeated when tickets moved between its pages, before the next round takes over. */
const maxWalks = 3;

/**
 * Makes the cache hold what the whole list holds: several pages at once, going on where an interrupted walk stopped.
 *
 * The list may move while it is walked. It did when the total differs between pages, or when a ticket is met on two of
 * them; then one may have slipped to a page already read, and the walk is made again. A cached ticket that no page held
 * is asked for by itself. Answers whether nothing can have been missed.
 */
export async function walkList(tools: SyncContext): Promise<boolean> {
  const { cache } = tools;
  cache.beginPages();
  for (let attempt = 1; ; attempt++) {
    const pass = await WalkPass.begin(tools);
    await pass.readPages();
    if (pass.hasMoved && attempt < maxWalks) {
      await cache.finishWalk(pass.total, false, Date.now());
      continue;
    }
    for (const ids of cache.ticketsOutside(pass.seen)) await settleTickets(tools, ids);
    const isWhole = !pass.hasMoved || cache.count() === pass.total;
    await cache.finishWalk(pass.total, isWhole, Date.now());
    return isWhole;
  }
}

type ArrivedPage = { number: number; page: TicketListPage };

/** One pass over the pages. */
class WalkPass {
  readonly seen: Set<number>;
  readonly #tools: SyncContext;
  readonly #done: Set<number>;
  readonly #writer = new PageWriter<ArrivedPage>((pages) => this.#write(pages));
  #walk: Walk;
  #pageCount = 1;
  /** The total that the latest answer told. */
  total: number;

  private constructor(tools: SyncContext, walk: Walk, done: ArrayLike<number>, rows: ArrayLike<number>) {
    this.#tools = tools;
    this.#done = new Set(Array.from(done));
    this.seen = new Set(Array.from(rows));
    this.#walk = { ...walk, hasMoved: walk.hasMoved || this.seen.size < rows.length };
    this.total = walk.total;
  }

  /** Reads the first page, also when an earlier pass goes on: it tells whether the list is still the one that was walked. */
  static async begin(tools: SyncContext): Promise<WalkPass> {
    const interrupted = tools.cache.walk();
    if (interrupted) {
      const { walk, pages, rows } = interrupted;
      const first = await tools.lanes.time(() => tools.api.listTickets(0, walk.pageSize, tools.signal));
      if (first.size === walk.pageSize) {
        const pass = new WalkPass(tools, walk, pages, rows);
        pass.#takeFirstAgain(first);
        return pass;
      }
    }
    const first = await tools.lanes.time(() => tools.api.listTickets(0, wantedPageSize, tools.signal));
    const walk = { pageSize: first.size, total: first.totalElements, hasMoved: false };
    tools.cache.beginWalk(walk);
    const pass = new WalkPass(tools, walk, [], []);
    pass.#note(first);
    pass.#done.add(0);
    await pass.#writer.add({ number: 0, page: first });
    return pass;
  }

  get hasMoved(): boolean {
    return this.#walk.hasMoved;
  }

  async readPages(): Promise<void> {
    const { api, lanes, signal } = this.#tools;
    try {
      await lanes.forEach(this.#pagesToRead(), async (number) => {
        const page = await lanes.time(() => api.listTickets(number, this.#walk.pageSize, signal));
        this.#note(page);
        await this.#writer.add({ number, page });
      });
    } finally {
      await this.#writer.end();
    }
  }

  /** Newest first; the list may grow by a page in the meantime. */
  *#pagesToRead(): Iterable<number> {
    for (let number = 0; number < this.#pageCount; number++) {
      if (!this.#done.has(number)) yield number;
    }
  }

  async #write(pages: readonly ArrivedPage[]): Promise<void> {
    const { cache } = this.#tools;
    await cache.settle();
    const saved = await cache.savePages(
      this.#walk,
      pages.map(({ number, page: { tickets } }) => ({ number, tickets })),
    );
    for (const { rows } of saved) {
      const isMetAgain = rows.some((row) => this.seen.has(row)) || new Set(rows).size < rows.length;
      for (const row of rows) this.seen.add(row);
      if (isMetAgain) this.#noteMove();
    }
    this.#tell(saved.flatMap(({ tickets }) => tickets));
  }

  #takeFirstAgain(page: TicketListPage): void {
    this.#note(page);
    const { rows, tickets } = this.#tools.cache.saveListed(page.tickets);
    if (rows.some((row) => !this.seen.has(row))) this.#noteMove();
    this.#tell(tickets);
  }

  #note(page: TicketListPage): void {
    this.total = page.totalElements;
    // An empty page ends the list, whatever else the server says of it.
    if (page.tickets.length === 0) this.#pageCount = page.number;
    else this.#pageCount = Math.max(page.totalPages, page.isLast ? 0 : page.number + 2);
    // With another size the numbers of pages mean something else.
    if (page.totalElements !== this.#walk.total || page.size !== this.#walk.pageSize) this.#noteMove();
  }

  #noteMove(): void {
    this.#walk = { ...this.#walk, hasMoved: true }; // it gets to the disk with the next pages
  }

  #tell(tickets: Parameters<SyncContext['onSaved']>[0]): void {
    this.#tools.onProgress({ done: Math.min(this.seen.size, this.total), total: this.total });
    if (tickets.length > 0) this.#tools.onSaved(tickets);
  }
}

/** So many pages are written at once, which the main process prepares in some milliseconds. */
const mostAtOnce = 6;

/** With so many pages waiting, those who bring more wait too. */
const mostWaiting = 12;

/**
 * Writes pages one batch after another while more are being fetched: what arrives in the meantime goes together, since each
 * transaction costs time of its own.
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

  /** Takes a page, and waits when writing does not keep up. Throws what a batch before failed with; then nothing more is written. */
  async add(page: P): Promise<void> {
    this.#throwFailure();
    this.#waiting.push(page);
    this.#running ??= this.#run();
    while (this.#waiting.length >= mostWaiting) await this.#batch;
    this.#throwFailure();
  }

  /** Waits until all is written. */
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
    await setImmediate(); // answers that arrived together go together, and the window is answered in between
    const pages = this.#waiting.splice(0, this.#failure ? this.#waiting.length : mostAtOnce);
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
