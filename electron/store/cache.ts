/* The cache as sync, outbox and session see it. */

import PQueue from 'p-queue';
import type { Attachment } from '../contract/attachment.ts';
import type { TicketId } from '../contract/ids.ts';
import type { TicketRecord } from '../contract/news.ts';
import type { Facets, TicketIdsQuery, TicketQuery, TicketRow, TicketSelection } from '../contract/query.ts';
import type { CachedTicket, TicketDetail, TicketSummary } from '../contract/ticket.ts';
import { type ActionTarget, readActionTargets } from './action-targets.ts';
import { openCacheFile, replaceCacheFile } from './cache-file.ts';
import type { SqliteFile } from './database.ts';
import { type ExportedDetail, readExportedDetails, readWithoutDetail } from './exported-details.ts';
import type { FoundColumns } from './facet-columns.ts';
import type { Overlay } from './overlay.ts';
import { changesSince, type RecentChange, type RecentTicket, readSummaries, ticketsSince } from './recent-tickets.ts';
import { ReferenceLists } from './reference-lists.ts';
import { SyncProgress } from './sync-progress.ts';
import { type CachedPage, type PreparedQuery, TicketIndex } from './ticket-index.ts';
import {
  findAlike,
  readChangedWithoutDetail,
  readOpen,
  readOpenWithoutDetail,
  readOpenWithStaleDetail,
  readRow,
  readTicket,
  readUnexplained,
  readUnsettledDetail,
  readUpdatedOn,
} from './ticket-reader.ts';
import type { ChangeJudge } from './ticket-record.ts';
import { TicketRecords } from './ticket-records.ts';
import {
  markGone,
  removeTicket,
  type SavedSummaries,
  type SavedTicket,
  saveDetail,
  saveSummaries,
} from './ticket-writer.ts';
import { Turn } from './turn.ts';

/** What queries need is read for so long before it is others' turn. */
const preparationTurnMs = 8;

/** So long a query waits for what it needs at most, in case that is taken away again and again. */
const longestPreparationMs = 5_000;

/** The outcome of writing one ticket as the single call gave it. */
export type SavedTicketAndDetail = {
  /** The change in the ticket's summary; `null` if there is none. */
  saved: SavedTicket | null;
  isDetailNew: boolean;
  /** Something in it is news. */
  isUnreadNew: boolean;
};

/**
 * The tickets of one account on this computer, in an encrypted file that may be thrown away and fetched again at any time.
 * Every method may throw a `ProblemError` `disk-full`, `disk-busy`, `disk-error` or `cache-set-aside` (the file is corrupt).
 */
export class Cache {
  /** Reference data, and the files of tickets. */
  readonly lists: ReferenceLists;
  /** What the sync has to remember over a restart. */
  readonly progress: SyncProgress;
  readonly #database: SqliteFile;
  readonly #index: TicketIndex;
  readonly #records: TicketRecords;
  readonly #preparations = new PQueue({ concurrency: 1 });

  /** `database` comes from `openCacheFile`; `nowMs` is the clock that snoozes and days go by. */
  constructor(database: SqliteFile, nowMs: () => number = Date.now) {
    this.#database = database;
    this.#index = new TicketIndex(database, nowMs);
    this.#records = new TicketRecords(database, this.#index);
    this.lists = new ReferenceLists(database, () => this.#index.invalidateFacets());
    this.progress = new SyncProgress(database, this.#index, this.#records, (work) => this.#write(work));
  }

  /** Sets who decides what of that which is written is news. Nothing is recorded before. */
  setJudge(judge: ChangeJudge): void {
    this.#records.setJudge(judge);
  }

  /** Opens the cache in `folder`, or creates it. @throws ProblemError as `openCacheFile` */
  static async open(
    folder: string,
    key: string,
    nowMs?: () => number,
  ): Promise<{ cache: Cache; wasSetAside: boolean }> {
    const { file, wasSetAside } = await openCacheFile(folder, key);
    return { cache: new Cache(file, nowMs), wasSetAside };
  }

  /** Sets aside the cache in `folder` in any case and creates an empty one. */
  static async replace(folder: string, key: string): Promise<Cache> {
    return new Cache(await replaceCacheFile(folder, key));
  }

  /** Sets what is called, once, when the file turns out to be corrupt while in use: then it has to be replaced. */
  onCorrupt(call: () => void): void {
    this.#database.onUnreadable = call;
  }

  /** Sets what the list depends on and the cache does not hold. An overlay is recognised by its identity. */
  setOverlay(overlay: Overlay): void {
    this.#index.setOverlay(overlay);
  }

  /**
   * Reads in turns what a query needs, so that the query itself takes a few milliseconds: for one query after another, since the
   * turns of several would add up. Each write takes some of it away again; what is missing after a while is left to the query.
   */
  prepare(query: PreparedQuery): Promise<void> {
    if (this.#index.isPrepared(query)) return Promise.resolve();
    return this.#preparations.add(async () => {
      const untilMs = performance.now() + longestPreparationMs;
      const turn = new Turn(preparationTurnMs);
      while (this.#index.prepareChunk(query) && performance.now() < untilMs) await turn.end();
    });
  }

  page(query: TicketQuery): CachedPage {
    return this.#index.page(query);
  }

  /** Returns the ids of a part of the list, and lets other work go on in between. */
  ids(query: TicketIdsQuery): Promise<TicketId[]> {
    return this.#index.ids(query);
  }

  /** Returns how many tickets each of these selections finds. */
  counts(selections: readonly TicketSelection[]): number[] {
    return this.#index.counts(selections);
  }

  /** Returns the columns of all tickets, and which of them a selection finds. They hold until the next write. */
  columns(selection: TicketSelection): FoundColumns {
    return this.#index.columns(selection);
  }

  /** Whether a selection finds a ticket. */
  finds(selection: TicketSelection, id: TicketId): boolean {
    return this.#index.finds(selection, id);
  }

  /** Returns a ticket as the list shows it; `null` for an unknown one. */
  ticketRow(id: TicketId): TicketRow | null {
    return this.#index.ticketRow(id);
  }

  /** Returns those of these tickets that are cached, as the list shows them, in no order. */
  ticketRows(ids: readonly TicketId[]): TicketRow[] {
    return this.#index.ticketRows(ids);
  }

  /** Returns the details of these tickets that were fetched, without the texts of their comments. */
  exportedDetails(ids: readonly TicketId[]): ReadonlyMap<TicketId, ExportedDetail> {
    return readExportedDetails(this.#database, ids);
  }

  /** Returns those of these tickets whose detail was never fetched and could be. */
  withoutDetail(ids: readonly TicketId[]): TicketId[] {
    return readWithoutDetail(this.#database, ids);
  }

  ticket(id: TicketId): CachedTicket | null {
    return readTicket(this.#database, id);
  }

  /** Returns the tickets that equal a request in each of its fields that the list gives. */
  alike(request: Pick<TicketSummary, 'title' | 'site' | 'requestType' | 'category'>): TicketId[] {
    return findAlike(this.#database, request);
  }

  /** Returns the values that the filters can narrow a query to, with the number of tickets that it would find then. */
  facets(query: TicketSelection): Facets {
    return this.#index.facets(query);
  }

  count(): number {
    return this.#index.count();
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
   * gone are left out. Those whose change is not told yet are never left to the history that is kept.
   */
  wantingDetail(staleBeforeMs: number, historySince: string): TicketId[] {
    const open = readOpenWithoutDetail(this.#database);
    const changed = [...readUnexplained(this.#database), ...readChangedWithoutDetail(this.#database, historySince)];
    return [...new Set([...open, ...changed, ...readOpenWithStaleDetail(this.#database, staleBeforeMs)])];
  }

  /**
   * Returns the tickets whose detail was fetched so soon after their last change that it may lack some of it, and can be fetched
   * once more: those that changed since `historySince`, latest change first.
   */
  withUnsettledDetail(historySince: string, serverNowMs: number): TicketId[] {
    return readUnsettledDetail(this.#database, historySince, serverNowMs);
  }

  /** Writes tickets as a list gave them. */
  saveListed(tickets: readonly TicketSummary[]): SavedSummaries {
    const recording = this.#records.begin(this.#database);
    const saved = this.#write(() => saveSummaries(this.#database, this.#index, tickets, recording));
    this.#index.apply(saved.updates);
    this.#records.report(recording);
    return saved;
  }

  /** Writes a ticket as the single call gave it, at this time by this computer's clock and by the server's. */
  saveTicket(
    summary: TicketSummary,
    detail: TicketDetail,
    nowMs: number,
    serverNowMs: number = nowMs,
  ): SavedTicketAndDetail {
    const recording = this.#records.begin(this.#database);
    const [saved, update] = this.#write(() => {
      const written = saveSummaries(this.#database, this.#index, [summary], recording);
      const [row] = written.rows;
      if (row === undefined) throw new Error('a ticket was written without a row');
      const times = { nowMs, serverNowMs };
      return [written, saveDetail(this.#database, this.#index, row, summary, detail, times, recording)];
    });
    this.#index.apply(update ? [...saved.updates, update] : saved.updates);
    const isUnreadNew = this.#records.report(recording);
    return { saved: saved.tickets[0] ?? null, isDetailNew: update !== null, isUnreadNew };
  }

  /** Writes a ticket's list of files. Returns whether anything in it is new. */
  saveAttachments(id: TicketId, files: readonly Attachment[], nowMs: number): boolean {
    const recording = this.#records.begin(this.#database);
    const isNew = this.lists.saveAttachments(id, files, nowMs, (added) => {
      const ticket = readRow(this.#database, id);
      if (ticket) recording?.files(ticket.row, ticket.summary, added);
      recording?.write();
    });
    this.#records.report(recording);
    return isNew;
  }

  /** Yields the tickets created or changed since a server time, newest first, a few milliseconds' worth at a time. */
  ticketsSince(by: 'created_on' | 'updated_on', since: string): Iterable<RecentTicket[]> {
    return ticketsSince(this.#database, by, since);
  }

  /** Yields what was found of others' changes since a moment, newest first, in the same way. */
  changesSince(sinceMs: number): Iterable<RecentChange[]> {
    return changesSince(this.#database, sinceMs);
  }

  /** Returns those of these tickets that are cached. */
  summaries(ids: readonly TicketId[]): ReadonlyMap<TicketId, TicketSummary> {
    return readSummaries(this.#database, ids);
  }

  /** Returns what others did to a ticket, oldest first. */
  record(id: TicketId): TicketRecord {
    return this.#records.of(id);
  }

  /** Whether somebody else created or changed a ticket since the user last looked. */
  isUnread(id: TicketId): boolean {
    return this.#records.isUnread(id);
  }

  /** Marks tickets as read or unread, a few at a time, so that nothing else waits for long. */
  setRead(ids: readonly TicketId[], isRead: boolean): Promise<void> {
    return this.#records.setRead(ids, isRead);
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

  /** Yields the ids of the tickets that are in none of these rows, in chunks; each of the rows must hold a ticket. */
  ticketsOutside(rows: ReadonlySet<number>): Iterable<TicketId[]> {
    return this.#index.idsOutside(rows);
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

  /**
   * Runs a transaction. If it is rolled back, so is what the index in memory took from it. One that could not begin took nothing,
   * while the worker's that it waited for may still be written: the index has to take that.
   */
  #write<T>(work: () => T): T {
    let hasBegun = false;
    try {
      return this.#database.transaction(() => {
        hasBegun = true;
        return work();
      });
    } catch (error) {
      if (hasBegun) {
        this.#index.reset();
        this.#records.reset();
      }
      throw error;
    }
  }
}
