import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Attachment, AttachmentList } from '../contract/attachment.ts';
import type { TicketId } from '../contract/ids.ts';
import { ProblemError } from '../contract/problem.ts';
import type { Facets, TicketPage, TicketQuery } from '../contract/query.ts';
import type { Catalogue, Location, Site } from '../contract/reference-data.ts';
import type { CachedTicket, TicketDetail, TicketSummary } from '../contract/ticket.ts';
import { renameReleased } from '../files/atomic-write.ts';
import { SqliteFile, type Writer } from './database.ts';
import { migrate } from './migrate.ts';
import {
  type ListName,
  readAttachments,
  readCatalogue,
  readFetchedAtMs,
  readLocations,
  readSites,
  saveAttachments,
  saveCatalogue,
  saveLocations,
  saveSites,
} from './reference-lists.ts';
import { findAlike, readTicket } from './rows.ts';
import {
  readChangedWantingDetail,
  readNewest,
  readOpen,
  readOpenWantingDetail,
  readState,
  readWalkPages,
  type Walk,
  writeState,
  writeWalkPage,
} from './sync-state.ts';
import { TicketIndex } from './ticket-index.ts';
import { type Known, removeTicket, type Saved, type SavedTicket, saveDetail, saveSummaries } from './ticket-writer.ts';

type WalkPage = { number: number; tickets: readonly TicketSummary[] };

/** What writing a whole ticket came to. */
export type SavedWhole = {
  /** What changed in the list's row; `null` for nothing. */
  saved: SavedTicket | null;
  isDetailNew: boolean;
  /** The detail changed and the row's time of the last change did not. */
  isDetailAlone: boolean;
};

/** The tickets of one account on this computer: an encrypted file that may be thrown away and fetched again at any time. */
export class Cache {
  readonly #database: SqliteFile;
  readonly #index: TicketIndex;

  private constructor(database: SqliteFile) {
    this.#database = database;
    this.#index = new TicketIndex(database);
  }

  /**
   * Opens the cache in `folder`, or makes one. A file that cannot be read is set aside and a new one begun.
   * @throws ProblemError `cache-newer`, `disk-full`, `disk-error`
   */
  static async open(folder: string, key: string): Promise<{ cache: Cache; wasSetAside: boolean }> {
    try {
      return { cache: new Cache(openCacheFile(folder, key)), wasSetAside: false };
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.kind !== 'cache-set-aside') throw error;
      return { cache: await Cache.replace(folder, key), wasSetAside: true };
    }
  }

  /** Sets the cache in `folder` aside, whatever it is, and begins a new one: for a file that turned out to be corrupt while in use. */
  static async replace(folder: string, key: string): Promise<Cache> {
    await setCacheAside(folder);
    return new Cache(openCacheFile(folder, key));
  }

  page(query: TicketQuery): TicketPage {
    return this.#index.page(query);
  }

  ticket(id: TicketId): CachedTicket | null {
    return readTicket(this.#database, id);
  }

  /** The tickets that agree with a request in what the list gives. */
  alike(request: Pick<TicketSummary, 'title' | 'site' | 'requestType' | 'category'>): TicketId[] {
    return findAlike(this.#database, request);
  }

  facets(): Facets {
    return this.#index.facetValues();
  }

  count(): number {
    return this.#index.count();
  }

  /** When the tickets were last confirmed, in milliseconds since 1970. */
  confirmedAtMs(): number | null {
    return readState(this.#database, 'confirmedAtMs');
  }

  /** When the last walk over the whole list ended, and how many more tickets than its total there were then; `null` before the first. */
  walked(): { atMs: number; surplus: number } | null {
    return readState(this.#database, 'walked');
  }

  /** The walk that is under way or was interrupted, with the pages that are done and the rows that they held. */
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
   * Writes pages of a walk together with how far it is, so that a kill never separates them: all of them or none, in a
   * thread of its own. One call at a time.
   */
  async savePages(walk: Walk, pages: readonly WalkPage[]): Promise<Saved[]> {
    const save = (writer: Writer) => {
      const known: Known = new Map();
      const saved = pages.map(({ number, tickets }) => {
        const page = saveSummaries(writer, this.#index, tickets, known);
        writeWalkPage(writer, number, page.rows);
        return page;
      });
      writeState(writer, 'walk', walk);
      return saved;
    };
    const note = (saved: Saved[]) => this.#index.note(saved.flatMap(({ changes }) => changes));
    try {
      return await this.#database.transactionOnWorker(save, note);
    } catch (error) {
      this.#index.forget();
      throw error;
    }
  }

  /** Pages are about to come: what writes them gets ready meanwhile. */
  beginPages(): void {
    this.#database.startWorker();
  }

  /** No more pages come for now. */
  endPages(): Promise<void> {
    return this.#database.stopWorker();
  }

  /** Writes tickets as a list gave them. */
  saveListed(tickets: readonly TicketSummary[]): Saved {
    const saved = this.#write(() => saveSummaries(this.#database, this.#index, tickets));
    this.#index.note(saved.changes);
    return saved;
  }

  /** The walk is over; `isWhole` when nothing can have been missed. Otherwise there was none, as far as the next round is concerned. */
  async finishWalk(total: number, isWhole: boolean, nowMs: number): Promise<void> {
    await this.#database.transactionOnWorker(makeTitleIndex, () => undefined);
    this.#write(() => {
      this.#database.run('DELETE FROM walk_page');
      writeState(this.#database, 'walk', null);
      writeState(this.#database, 'walked', isWhole ? { atMs: nowMs, surplus: this.count() - total } : null);
    });
  }

  /** The cache agrees with the server as of now. */
  confirm(nowMs: number): void {
    this.#write(() => {
      writeState(this.#database, 'confirmedAtMs', nowMs);
      writeState(this.#database, 'newestConfirmed', readNewest(this.#database));
    });
  }

  /** The latest times that tickets had when they were last confirmed; `''` before. */
  newestConfirmed(): { createdOn: string; updatedOn: string } {
    return readState(this.#database, 'newestConfirmed') ?? { createdOn: '', updatedOn: '' };
  }

  /** The tickets that are in none of these rows (each of which holds one), some at a time, since it can be all of them. */
  ticketsOutside(rows: ReadonlySet<number>): Iterable<TicketId[]> {
    return this.#index.idsOutside(rows);
  }

  openTickets(): TicketId[] {
    return readOpen(this.#database);
  }

  /**
   * Tickets whose detail is missing or out of date, the most urgent first: open ones, for which a detail older than
   * `staleBeforeMs` counts as out of date, then those that changed since `historySince` (`yyyy-MM-dd HH:mm:ss`).
   */
  wantingDetail(staleBeforeMs: number, historySince: string): TicketId[] {
    const open = readOpenWantingDetail(this.#database, staleBeforeMs);
    return [...new Set([...open, ...readChangedWantingDetail(this.#database, historySince)])];
  }

  /** Writes one ticket as the single call gave it, and tells what is new. */
  saveTicket(summary: TicketSummary, detail: TicketDetail, nowMs: number): SavedWhole {
    const [saved, { change, isAlone }] = this.#write(() => {
      const written = saveSummaries(this.#database, this.#index, [summary]);
      const [row] = written.rows;
      if (row === undefined) throw new Error('a ticket was written without a row');
      return [written, saveDetail(this.#database, this.#index, row, summary, detail, nowMs)];
    });
    this.#index.note(change ? [...saved.changes, change] : saved.changes);
    return { saved: saved.tickets[0] ?? null, isDetailNew: change !== null, isDetailAlone: isAlone };
  }

  remove(id: TicketId): void {
    const change = this.#write(() => removeTicket(this.#database, id));
    if (change) this.#index.note([change]);
  }

  /** To be waited for before a write, by who can: during a walk it would make everybody wait until the pages under way are written. */
  settle(): Promise<void> {
    return this.#database.settle();
  }

  /** Reads some of what searching needs into memory, a few milliseconds long. Answers whether anything is left to read. */
  warm(): boolean {
    return this.#index.warm();
  }

  /** When a list was last fetched, in milliseconds since 1970; `null`: never. */
  fetchedAtMs(name: ListName): number | null {
    return readFetchedAtMs(this.#database, name);
  }

  sites(): Site[] {
    return readSites(this.#database);
  }

  catalogue(): Catalogue | null {
    return readCatalogue(this.#database);
  }

  locations(site: string): Location[] {
    return readLocations(this.#database, site);
  }

  attachments(id: TicketId): AttachmentList {
    return readAttachments(this.#database, id);
  }

  /** As the three below: writes what was fetched as a whole, and answers whether that is news. */
  saveSites(sites: readonly Site[], nowMs: number): boolean {
    const isNews = saveSites(this.#database, sites, nowMs);
    this.#index.noteSites();
    return isNews;
  }

  saveCatalogue(catalogue: Catalogue, nowMs: number): boolean {
    return saveCatalogue(this.#database, catalogue, nowMs);
  }

  saveLocations(site: string, locations: readonly Location[], nowMs: number): boolean {
    return saveLocations(this.#database, site, locations, nowMs);
  }

  saveAttachments(id: TicketId, files: readonly Attachment[], nowMs: number): boolean {
    return saveAttachments(this.#database, id, files, nowMs);
  }

  /** The file cannot grow beyond so many pages of 4 KiB, as on a disk that is full. */
  limitPages(pages: number): void {
    this.#database.set(`max_page_count = ${pages}`);
  }

  close(): void {
    this.#database.close();
  }

  /** All of it or nothing; what the index in memory took over of it before is forgotten with it. */
  #write<T>(work: () => T): T {
    try {
      return this.#database.transaction(work);
    } catch (error) {
      this.#index.forget();
      throw error;
    }
  }
}

const fileName = 'cache.db';

/** Opens the cache's file in `folder` in its newest form, or makes one. @throws ProblemError as `Cache.open`, and `cache-set-aside` */
function openCacheFile(folder: string, key: string): SqliteFile {
  const database = new SqliteFile(join(folder, fileName), key);
  try {
    migrate(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Moves an unreadable cache out of the way. Only the newest is kept: it is for a look by hand, not for use. */
async function setCacheAside(folder: string): Promise<void> {
  const file = join(folder, fileName);
  await rm(join(folder, `set-aside-${fileName}`), { force: true, maxRetries: 5 });
  await renameReleased(file, join(folder, `set-aside-${fileName}`));
  // What a new database would take for its own.
  for (const companion of ['-wal', '-shm']) await rm(file + companion, { force: true, maxRetries: 5 });
}

/*
 * The order of titles. Tickets come newest first, so each title of a new one has its place on another page of this index:
 * while an empty cache is filled it costs a third of all the time, and building it afterwards a few percent.
 */

/** To be called while the cache holds no ticket. */
function dropTitleIndex(database: Writer): void {
  database.run('DROP INDEX IF EXISTS ticket_by_title');
}

/** Makes it where it is missing; a tenth of a second and more for a large account. */
function makeTitleIndex(database: Writer): void {
  database.run('CREATE INDEX IF NOT EXISTS ticket_by_title ON ticket (title COLLATE NOCASE, id)');
}
