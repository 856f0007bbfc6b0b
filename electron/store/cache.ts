import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Attachment, AttachmentList } from '../contract/attachment.ts';
import { openStatuses } from '../contract/catalogue.ts';
import type { TicketId } from '../contract/ids.ts';
import type { Catalogue, Location, Site } from '../contract/places.ts';
import { ProblemError } from '../contract/problem.ts';
import type { Choices, TicketPage, TicketQuery } from '../contract/query.ts';
import type { CachedTicket, TicketDetail, TicketSummary } from '../contract/ticket.ts';
import { SqliteFile } from './database.ts';
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
} from './lists.ts';
import { migrate } from './migrate.ts';
import { renameReleased } from './rename-released.ts';
import { countSeen, readState, readUnseen, readWantingDetail, type Walk, writeState } from './sync-state.ts';
import { countTickets, findAlike, queryTickets, readChoices, readTicket } from './ticket-query.ts';
import { removeTicket, saveDetail, saveSummaries } from './ticket-writer.ts';

const fileName = 'cache.db';

/** The tickets of one account on this computer: an encrypted file that may be thrown away and fetched again at any time. */
export class Cache {
  readonly #database: SqliteFile;

  private constructor(database: SqliteFile) {
    this.#database = database;
  }

  /**
   * Opens the cache in `folder`, or makes one. A file that cannot be read is set aside and a new one begun.
   * @throws ProblemError `cache-newer`, `disk-full`, `disk-error`
   */
  static async open(folder: string, key: string): Promise<{ cache: Cache; wasSetAside: boolean }> {
    try {
      return { cache: Cache.#openFile(folder, key), wasSetAside: false };
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.kind !== 'cache-set-aside') throw error;
      return { cache: await Cache.replace(folder, key), wasSetAside: true };
    }
  }

  /** Sets the cache in `folder` aside, whatever it is, and begins a new one: for a file that turned out to be corrupt while in use. */
  static async replace(folder: string, key: string): Promise<Cache> {
    await setAside(folder);
    return Cache.#openFile(folder, key);
  }

  static #openFile(folder: string, key: string): Cache {
    const database = new SqliteFile(join(folder, fileName), key);
    try {
      migrate(database);
      return new Cache(database);
    } catch (error) {
      database.close();
      throw error;
    }
  }

  page(query: TicketQuery): TicketPage {
    return queryTickets(this.#database, query);
  }

  ticket(id: TicketId): CachedTicket | null {
    return readTicket(this.#database, id);
  }

  /** The tickets that agree with a request in what the list gives. */
  alike(request: Pick<TicketSummary, 'title' | 'site' | 'requestType' | 'category'>): TicketId[] {
    return findAlike(this.#database, request);
  }

  choices(): Choices {
    return readChoices(this.#database);
  }

  count(): number {
    return countTickets(this.#database);
  }

  /** When the whole list was last confirmed, in milliseconds since 1970. */
  confirmedAtMs(): number | null {
    return readState(this.#database, 'confirmedAtMs');
  }

  /** The walk that is under way or was interrupted. */
  walk(): Walk | null {
    return readState(this.#database, 'walk');
  }

  /** Begins to count a new walk. */
  beginWalk(): Walk {
    const walk = { number: (readState(this.#database, 'lastWalkNumber') ?? 0) + 1, nextPage: 0, pageSize: 1, total: 0 };
    this.#database.transaction(() => {
      writeState(this.#database, 'lastWalkNumber', walk.number);
      writeState(this.#database, 'walk', walk);
    });
    return walk;
  }

  /** Writes one page of a walk together with how far it is, so that a kill never separates them. Answers what is new or changed. */
  savePage(walk: Walk, tickets: readonly TicketSummary[]): TicketId[] {
    return this.#database.transaction(() => {
      writeState(this.#database, 'walk', walk);
      return saveSummaries(this.#database, tickets, walk.number);
    });
  }

  /** The walk met everything: the list is confirmed as of now. */
  finishWalk(nowMs: number): void {
    this.#database.transaction(() => {
      writeState(this.#database, 'walk', null);
      writeState(this.#database, 'confirmedAtMs', nowMs);
    });
  }

  countSeen(walkNumber: number): number {
    return countSeen(this.#database, walkNumber);
  }

  unseen(walkNumber: number): TicketId[] {
    return readUnseen(this.#database, walkNumber);
  }

  wantingDetail(staleBeforeMs: number): TicketId[] {
    return readWantingDetail(this.#database, openStatuses, staleBeforeMs);
  }

  /** Writes one ticket as the single call gave it. Answers whether anything in it is new. */
  saveTicket(summary: TicketSummary, detail: TicketDetail, nowMs: number): boolean {
    return this.#database.transaction(() => {
      const walkNumber = readState(this.#database, 'lastWalkNumber') ?? 0;
      const isSummaryNew = saveSummaries(this.#database, [summary], walkNumber).length > 0;
      return saveDetail(this.#database, summary, detail, nowMs) || isSummaryNew;
    });
  }

  remove(id: TicketId): void {
    this.#database.transaction(() => removeTicket(this.#database, id));
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
    return saveSites(this.#database, sites, nowMs);
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
    this.#database.execute(`PRAGMA max_page_count = ${pages}`);
  }

  close(): void {
    this.#database.close();
  }
}

/** Moves an unreadable cache out of the way. Only the newest is kept: it is for a look by hand, not for use. */
async function setAside(folder: string): Promise<void> {
  const file = join(folder, fileName);
  await rm(join(folder, `set-aside-${fileName}`), { force: true, maxRetries: 5 });
  await renameReleased(file, join(folder, `set-aside-${fileName}`));
  // What a new database would take for its own.
  for (const companion of ['-wal', '-shm']) await rm(file + companion, { force: true, maxRetries: 5 });
}
