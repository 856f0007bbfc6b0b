/* The cache as sync, outbox and session see it. */

import type { TicketId } from '../contract/ids.ts';
import {
  defaultSort,
  type FacetQuery,
  type Facets,
  type TicketIdsQuery,
  type TicketQuery,
  type TicketRow,
  type TicketSelection,
} from '../contract/query.ts';
import type { CachedTicket, TicketDetail, TicketSummary } from '../contract/ticket.ts';
import { type ActionTarget, readActionTargets } from './action-targets.ts';
import { openCacheFile, replaceCacheFile } from './cache-file.ts';
import type { SqliteFile, Writer } from './database.ts';
import { emptyOverlay, type Overlay } from './overlay.ts';
import { ReferenceLists } from './reference-lists.ts';
import { createTitleIndex, dropTitleIndex } from './schema.ts';
import {
  type FeedState,
  readState,
  readWalkPages,
  type Walk,
  type Walked,
  type WalkPage,
  writeState,
  writeWalkPage,
} from './sync-state.ts';
import { type CachedPage, TicketIndex } from './ticket-index.ts';
import {
  findAlike,
  readChangedWithoutDetail,
  readNewest,
  readOpen,
  readOpenWithoutDetail,
  readOpenWithStaleDetail,
  readTicket,
  readUpdatedOn,
} from './ticket-reader.ts';
import { statusSinceOf, ticketStateOf } from './ticket-state.ts';
import {
  markGone,
  removeTicket,
  type SavedSummaries,
  type SavedTicket,
  type StoredTickets,
  saveDetail,
  saveSummaries,
} from './ticket-writer.ts';

/** The outcome of writing one ticket as the single call gave it. */
export type SavedTicketAndDetail = {
  /** The change in the ticket's summary; `null` if there is none. */
  saved: SavedTicket | null;
  isDetailNew: boolean;
  /** The detail changed and the summary's `updatedOn` did not. */
  isDetailAlone: boolean;
};

/**
 * The tickets of one account on this computer, in an encrypted file that may be thrown away and fetched again at any time.
 * Every method may throw a `ProblemError` `disk-full`, `disk-busy`, `disk-error` or `cache-set-aside` (the file is corrupt).
 */
export class Cache {
  /** Reference data, and the files of tickets. */
  readonly lists: ReferenceLists;
  readonly #database: SqliteFile;
  readonly #index: TicketIndex;
  #overlay: Overlay = emptyOverlay;

  /** `database` comes from `openCacheFile`. */
  constructor(database: SqliteFile) {
    this.#database = database;
    this.#index = new TicketIndex(database);
    this.lists = new ReferenceLists(database, () => this.#index.invalidateFacets());
  }

  /** Opens the cache in `folder`, or creates it. @throws ProblemError as `openCacheFile` */
  static async open(folder: string, key: string): Promise<{ cache: Cache; wasSetAside: boolean }> {
    const { file, wasSetAside } = await openCacheFile(folder, key);
    return { cache: new Cache(file), wasSetAside };
  }

  /** Sets aside the cache in `folder` in any case and creates an empty one. */
  static async replace(folder: string, key: string): Promise<Cache> {
    return new Cache(await replaceCacheFile(folder, key));
  }

  page(query: TicketQuery): CachedPage {
    return this.#index.page(query);
  }

  ticket(id: TicketId): CachedTicket | null {
    return readTicket(this.#database, id);
  }

  /** Returns the tickets that equal a request in each of its fields that the list gives. */
  alike(request: Pick<TicketSummary, 'title' | 'site' | 'requestType' | 'category'>): TicketId[] {
    return findAlike(this.#database, request);
  }

  /** Returns the values that the filters can narrow a query to, with the number of tickets that it would find then. */
  facets(query: FacetQuery): Facets {
    return this.#index.facets(query);
  }

  count(): number {
    return this.#index.count();
  }

  /** Sets what the queries depend on besides the cache. */
  setOverlay(overlay: Overlay): void {
    this.#overlay = overlay;
  }

  /** Returns the ids of matching tickets, from row `first` to row `last` of the list. */
  async ids({ first, last, ...query }: TicketIdsQuery): Promise<TicketId[]> {
    return this.page({ ...query, offset: first, limit: last - first + 1 }).rows.map(({ id }) => id);
  }

  /** Returns how many tickets each of these queries finds. */
  counts(queries: readonly TicketSelection[]): number[] {
    const sort = defaultSort;
    return queries.map((query) => this.page({ ...query, sort, offset: 0, limit: 1 }).matching);
  }

  /** Returns a ticket as the list shows it; `null` for an unknown one. */
  ticketRow(id: TicketId): TicketRow | null {
    const ticket = this.ticket(id);
    if (!ticket) return null;
    const { marks, attention } = ticketStateOf(ticket.summary, 0, this.#overlay, Date.now());
    const { customerReference = '' } = ticket.detail ?? {};
    const more = { isUnread: false, attention, customerReference, lastCommentOn: '' };
    return { ...ticket.summary, ...marks, ...more, ...statusSinceOf(ticket.summary, '') };
  }

  /** Returns what an action on many tickets depends on, for those of these tickets that are cached. */
  actionTargets(ids: readonly TicketId[]): ReadonlyMap<TicketId, ActionTarget> {
    return readActionTargets(this.#database, ids);
  }

  openTickets(): TicketId[] {
    return readOpen(this.#database);
  }

  /** Returns when each of these tickets was last changed, as far as they are cached (`yyyy-MM-dd HH:mm:ss`). */
  updatedOn(ids: readonly TicketId[]): ReadonlyMap<TicketId, string> {
    return readUpdatedOn(this.#database, ids);
  }

  /**
   * Returns the tickets whose detail is missing or out of date, most urgent first: open ones, then those that changed since
   * `historySince` (`yyyy-MM-dd HH:mm:ss`), then open ones whose detail was fetched before `staleBeforeMs`. Those that are
   * gone are left out.
   */
  wantingDetail(staleBeforeMs: number, historySince: string): TicketId[] {
    const open = readOpenWithoutDetail(this.#database);
    const changed = readChangedWithoutDetail(this.#database, historySince);
    return [...new Set([...open, ...changed, ...readOpenWithStaleDetail(this.#database, staleBeforeMs)])];
  }

  /** Writes tickets as a list gave them. */
  saveListed(tickets: readonly TicketSummary[]): SavedSummaries {
    const saved = this.#write(() => saveSummaries(this.#database, this.#index, tickets));
    this.#index.apply(saved.updates);
    return saved;
  }

  /** Writes a ticket as the single call gave it. */
  saveTicket(summary: TicketSummary, detail: TicketDetail, nowMs: number): SavedTicketAndDetail {
    const [saved, { update, isAlone }] = this.#write(() => {
      const written = saveSummaries(this.#database, this.#index, [summary]);
      const [row] = written.rows;
      if (row === undefined) throw new Error('a ticket was written without a row');
      return [written, saveDetail(this.#database, this.#index, row, summary, detail, nowMs)];
    });
    this.#index.apply(update ? [...saved.updates, update] : saved.updates);
    return { saved: saved.tickets[0] ?? null, isDetailNew: update !== null, isDetailAlone: isAlone };
  }

  /** Returns whether there was such a ticket. */
  remove(id: TicketId): boolean {
    const update = this.#write(() => removeTicket(this.#database, id));
    if (update) this.#index.apply([update]);
    return update !== null;
  }

  /** Notes that the server did not give this ticket when it was asked for it. Returns whether that is new. */
  markGone(id: TicketId): boolean {
    return this.#write(() => markGone(this.#database, id));
  }

  /** When the tickets were last confirmed, in milliseconds since 1970. */
  confirmedAtMs(): number | null {
    return readState(this.#database, 'confirmedAtMs');
  }

  /**
   * The latest times of creation and change among the tickets when a round last confirmed them, or a walk found them all;
   * `''` before.
   */
  newestConfirmed(): { createdOn: string; updatedOn: string } {
    return readState(this.#database, 'newestConfirmed') ?? { createdOn: '', updatedOn: '' };
  }

  /** Records that the cache agrees with the server as of now. */
  confirm(nowMs: number): void {
    this.#write(() => {
      writeState(this.#database, 'confirmedAtMs', nowMs);
      writeState(this.#database, 'newestConfirmed', readNewest(this.#database));
    });
  }

  /** The last walk over the whole list; `null` before the first one, and when the list must be walked again. */
  walked(): Walked | null {
    return readState(this.#database, 'walked');
  }

  /** How far the feed of changes was read. */
  feed(): FeedState {
    return readState(this.#database, 'feed') ?? { seenUpTo: '', refusedAtMs: null };
  }

  saveFeed(feed: FeedState): void {
    this.#write(() => writeState(this.#database, 'feed', feed));
  }

  /** How long the last round of a kind took, in milliseconds; `null` before the first one. */
  roundMs(isWalk: boolean): number | null {
    return readState(this.#database, isWalk ? 'walkRoundMs' : 'roundMs');
  }

  saveRoundMs(isWalk: boolean, durationMs: number): void {
    this.#write(() => writeState(this.#database, isWalk ? 'walkRoundMs' : 'roundMs', durationMs));
  }

  /** The walk that is under way or was interrupted, with the places of its pages and the rows of the tickets on them. */
  walk(): { walk: Walk; pages: Omit<WalkPage, 'tickets'>[]; rows: Int32Array } | null {
    const walk = readState(this.#database, 'walk');
    return walk && { walk, ...readWalkPages(this.#database) };
  }

  /** Begins a new walk: no page is done. */
  beginWalk(walk: Walk): void {
    this.#write(() => {
      if (this.count() === 0) dropTitleIndex(this.#database);
      this.#database.run('DELETE FROM walk_page');
      writeState(this.#database, 'walk', walk);
    });
  }

  /**
   * Writes pages of a walk and the state of the walk on the worker, in one transaction, so that a kill never separates
   * them. Only one call may be under way at a time.
   */
  async savePages(walk: Walk, pages: readonly WalkPage[]): Promise<SavedSummaries[]> {
    const save = (writer: Writer) => {
      const stored: StoredTickets = new Map();
      const saved = pages.map((page) => {
        const summaries = saveSummaries(writer, this.#index, page.tickets, stored);
        writeWalkPage(writer, page, summaries.rows);
        return summaries;
      });
      writeState(writer, 'walk', walk);
      return saved;
    };
    const onWritten = (saved: SavedSummaries[]) => this.#index.apply(saved.flatMap(({ updates }) => updates));
    try {
      return await this.#database.transactionOnWorker(save, onWritten);
    } catch (error) {
      this.#index.reset();
      throw error;
    }
  }

  /** Yields the ids of the tickets that are in none of these rows, in chunks; each of the rows must hold a ticket. */
  ticketsOutside(rows: ReadonlySet<number>): Iterable<TicketId[]> {
    return this.#index.idsOutside(rows);
  }

  /** Ends the walk. With `null` a ticket may have been missed, and the next round walks the list as if there had been no walk. */
  async finishWalk(walked: Walked | null): Promise<void> {
    await this.#database.transactionOnWorker(createTitleIndex, () => undefined);
    this.#write(() => {
      this.#database.run('DELETE FROM walk_page');
      writeState(this.#database, 'walk', null);
      writeState(this.#database, 'walked', walked);
      if (walked) writeState(this.#database, 'newestConfirmed', readNewest(this.#database));
    });
  }

  /** Starts the worker that writes pages, so that it is ready when the first ones arrive. */
  startWorker(): void {
    this.#database.startWorker();
  }

  /** Stops the worker after what it is writing. */
  stopWorker(): Promise<void> {
    return this.#database.stopWorker();
  }

  /** To be awaited before a write, where possible: during a walk a write blocks the process until the worker is done. */
  waitForWrites(): Promise<void> {
    return this.#database.waitForWrites();
  }

  /** Reads a chunk of what a search needs into memory, in a few milliseconds. Returns whether anything is left to read. */
  preloadChunk(): boolean {
    return this.#index.preloadChunk();
  }

  close(): Promise<void> {
    return this.#database.close();
  }

  /** Runs a transaction. If it is rolled back, so is what the index in memory took from it. */
  #write<T>(work: () => T): T {
    try {
      return this.#database.transaction(work);
    } catch (error) {
      this.#index.reset();
      throw error;
    }
  }
}
