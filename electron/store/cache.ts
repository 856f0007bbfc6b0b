/* The cache as sync, outbox and session see it. */

import type { TicketId } from '../contract/ids.ts';
import type { Facets, TicketPage, TicketQuery } from '../contract/query.ts';
import type { CachedTicket, TicketDetail, TicketSummary } from '../contract/ticket.ts';
import { openCacheFile, replaceCacheFile } from './cache-file.ts';
import type { SqliteFile, Writer } from './database.ts';
import { ReferenceLists } from './reference-lists.ts';
import { createTitleIndex, dropTitleIndex } from './schema.ts';
import { readState, readWalkPages, type Walk, type WalkPage, writeState, writeWalkPage } from './sync-state.ts';
import { TicketIndex } from './ticket-index.ts';
import {
  findAlike,
  readChangedWantingDetail,
  readNewest,
  readOpen,
  readOpenWantingDetail,
  readTicket,
} from './ticket-reader.ts';
import {
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
 * Every method may throw a `ProblemError` `disk-full`, `disk-error` or `cache-set-aside` (the file is corrupt).
 */
export class Cache {
  /** Reference data, and the files of tickets. */
  readonly lists: ReferenceLists;
  readonly #database: SqliteFile;
  readonly #index: TicketIndex;

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

  page(query: TicketQuery): TicketPage {
    return this.#index.page(query);
  }

  ticket(id: TicketId): CachedTicket | null {
    return readTicket(this.#database, id);
  }

  /** Returns the tickets that equal a request in each of its fields that the list gives. */
  alike(request: Pick<TicketSummary, 'title' | 'site' | 'requestType' | 'category'>): TicketId[] {
    return findAlike(this.#database, request);
  }

  /** Returns the values to filter by, with the number of tickets that have each. */
  facets(): Facets {
    return this.#index.facets();
  }

  count(): number {
    return this.#index.count();
  }

  openTickets(): TicketId[] {
    return readOpen(this.#database);
  }

  /**
   * Returns the tickets whose detail is missing or out of date, most urgent first: open ones, for which a detail older than
   * `staleBeforeMs` counts as out of date, then those that changed since `historySince` (`yyyy-MM-dd HH:mm:ss`).
   */
  wantingDetail(staleBeforeMs: number, historySince: string): TicketId[] {
    const open = readOpenWantingDetail(this.#database, staleBeforeMs);
    return [...new Set([...open, ...readChangedWantingDetail(this.#database, historySince)])];
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

  remove(id: TicketId): void {
    const update = this.#write(() => removeTicket(this.#database, id));
    if (update) this.#index.apply([update]);
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

  /** When the last walk over the whole list ended, and how many more tickets than its total there were; `null` before. */
  walked(): { atMs: number; surplus: number } | null {
    return readState(this.#database, 'walked');
  }

  /** The walk that is under way or was interrupted, with the pages that are done and the rows of the tickets on them. */
  walk(): { walk: Walk; pages: Int32Array; rows: Int32Array } | null {
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
      const saved = pages.map(({ number, tickets }) => {
        const page = saveSummaries(writer, this.#index, tickets, stored);
        writeWalkPage(writer, number, page.rows);
        return page;
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

  /**
   * Ends the walk. `isWhole` says that no ticket can have been missed; otherwise the next round walks the list again, as if
   * there had been no walk.
   */
  async finishWalk(total: number, isWhole: boolean, nowMs: number): Promise<void> {
    await this.#database.transactionOnWorker(createTitleIndex, () => undefined);
    this.#write(() => {
      this.#database.run('DELETE FROM walk_page');
      writeState(this.#database, 'walk', null);
      writeState(this.#database, 'walked', isWhole ? { atMs: nowMs, surplus: this.count() - total } : null);
      if (isWhole) writeState(this.#database, 'newestConfirmed', readNewest(this.#database));
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
