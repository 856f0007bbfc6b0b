/*
 * The open account: its files, its connection to the server, and what the window reads of it.
 */

import { ApiClient } from '../api/client.ts';
import { Http } from '../api/http.ts';
import { TicketFiles } from '../attachments/ticket-files.ts';
import type { QuietDays } from '../contract/attention.ts';
import type { SavedCalendar } from '../contract/calendar.ts';
import type { Change } from '../contract/change.ts';
import { type AccountKey, isLocalTicketId, type TicketId } from '../contract/ids.ts';
import type { TicketRecord } from '../contract/news.ts';
import { ProblemError, problemOf } from '../contract/problem.ts';
import type { ShownTicket } from '../contract/query.ts';
import { type Catalogue, type Location, type Site, specifiedCatalogue } from '../contract/reference-data.ts';
import type { Connection, SyncStatus } from '../contract/sync-status.ts';
import { Exporter } from '../exports/exporter.ts';
import type { AskSavePath } from '../files/save-file.ts';
import { Handovers } from '../handover/handovers.ts';
import { Outbox } from '../outbox/outbox.ts';
import { TicketPaper } from '../paper/ticket-paper.ts';
import { ticketReader } from '../paper/ticket-source.ts';
import { OwnData } from '../personal/own-data.ts';
import { Personal } from '../personal/personal.ts';
import type { Cache } from '../store/cache.ts';
import { Refresher } from '../sync/on-demand.ts';
import { SyncEngine, type SyncEvents } from '../sync/sync-engine.ts';
import { type AccountFiles, type CorruptFile, withAccountFiles } from './account-files.ts';
import { Attachments } from './attachments.ts';
import { saveCalendar } from './calendar-file.ts';
import { Hours } from './hours.ts';
import { LoginTokens } from './login-tokens.ts';
import { TicketQueries } from './ticket-queries.ts';
import type { WorkspaceEvents, WorkspaceOptions } from './workspace-options.ts';

/** One open account: its cache, its outbox, the API on its behalf, and the sync between them. */
export class Workspace {
  readonly key: AccountKey;
  readonly databaseKey: string;
  readonly cache: Cache;
  readonly outbox: Outbox;
  readonly personal: Personal;
  readonly ownData: OwnData;
  readonly paper: TicketPaper;
  readonly handovers: Handovers;
  readonly queries: TicketQueries;
  readonly sync: SyncEngine;
  readonly exports: Exporter;
  readonly files: TicketFiles;
  readonly attachments: Attachments;
  /** The file that could not be read and was set aside when the account was opened; the outbox when both were. */
  readonly setAside: CorruptFile | null;
  /** Files that turned out to be corrupt since. */
  readonly corruptFiles = new Set<CorruptFile>();
  readonly #events: WorkspaceEvents;
  readonly #tokens: LoginTokens;
  readonly #api: ApiClient;
  readonly #refresher: Refresher;
  readonly #hours: Hours;
  readonly #closed = new AbortController();
  #connection: Connection = 'connecting';
  /** This computer's clock minus the server's, to the second, as of the last answer. */
  #clockSkewMs = 0;

  private constructor({ cache, outboxFile, setAside }: AccountFiles, key: string, options: WorkspaceOptions) {
    const { account, baseUrl, events, fetch, historyDays, isQuiet, loginId, quietDays, secrets, valuesAt, writes } =
      options;
    this.key = account.key;
    this.databaseKey = key;
    this.cache = cache;
    this.setAside = setAside;
    this.#events = events;
    cache.onCorrupt(() => this.#reportCorrupt('cache-set-aside'));
    const http = new Http({
      baseUrl,
      fetch,
      writes,
      onServerTime: (serverTimeMs) => this.#noteServerTime(serverTimeMs),
    });
    this.#tokens = new LoginTokens(http, secrets, loginId, (error) => events.onProblem(problemOf(error), error));
    this.#api = new ApiClient(http, this.#tokens, account);
    const syncEvents: SyncEvents = {
      ...events,
      onSyncStatus: (status) => this.#reportStatus(status),
      onAnswered: (id) => this.#bringBack(id),
    };
    this.personal = new Personal(outboxFile, {
      currentIdOf: (id) => this.outbox.tickets.currentId(id),
      valuesAt,
      events: { ...events, onDue: (ids) => this.#reportReminders(ids) },
    });
    this.outbox = new Outbox(outboxFile, {
      api: this.#api,
      cache,
      personal: this.personal,
      skewMs: () => this.#clockSkewMs,
      events: {
        ...events,
        onConfirmed: (id, kind) => this.#refreshConfirmed(id, kind),
        onCorrupt: () => this.#reportCorrupt('outbox-set-aside'),
        onRefused: (tickets) => events.onRefused?.(tickets),
      },
    });
    this.sync = new SyncEngine(this.#api, cache, this.outbox.own, syncEvents, { historyDays });
    this.sync.setQuiet(isQuiet);
    this.#refresher = new Refresher(this.#api, cache, events, () => this.sync.mayAsk);
    this.files = new TicketFiles({
      ...{ folder: options.folder, key, api: this.#api, cache, rasterizer: options.rasterizer },
      budgetBytes: options.keptFilesBytes,
      mayFetch: () => this.sync.isIdle,
      onChange: (id) => events.onTicketsChanged([id]),
      onProblem: (error) => events.onProblem(problemOf(error), error),
    });
    this.attachments = new Attachments({
      files: this.files,
      serverIdOf: (id) => this.#serverIdOf(id),
      listOf: (id) => this.outbox.tickets.attachments(id, cache.lists.attachments(id)),
      refresh: (id, isChanged) => this.#refresher.attachments(id, isChanged),
      signal: this.#closed.signal,
    });
    this.outbox.tickets.setQuietDays(quietDays);
    this.#hours = new Hours(() => events.onTicketsChanged(null));
    this.exports = new Exporter({
      ...{ cache, sync: this.sync, tickets: this.outbox.tickets },
      onProgress: (progress) => events.onExportProgress?.(progress),
    });
    this.ownData = new OwnData(outboxFile, this.personal, this.outbox.templates);
    this.paper = new TicketPaper(
      () => ticketReader(this),
      (id) => this.files.thumbnailsOf(id),
    );
    this.handovers = new Handovers(outboxFile, {
      ...{ cache, outbox: this.outbox, personal: this.personal },
      syncStatus: () => this.sync.status,
    });
    this.queries = new TicketQueries({
      ...{ cache, outbox: this.outbox, personal: this.personal, handovers: this.handovers },
    });
  }

  /**
   * Opens the account's files with its key, and sends nothing before `start`. @throws ProblemError `keychain-…`, and as
   * `withAccountFiles`; a `CorruptFile` also when an opened file turns out to be corrupt
   */
  static async open(options: WorkspaceOptions, corrupt: readonly CorruptFile[]): Promise<Workspace> {
    const key = await options.secrets.databaseKey(options.account.key);
    return await withAccountFiles(options.folder, key, corrupt, (files) => new Workspace(files, key, options));
  }

  /** Begins to sync and to send. */
  start(): void {
    this.sync.syncNow();
    this.outbox.start();
    this.personal.start();
    this.files.start();
    this.#hours.start();
  }

  /** Makes sync and outbox try the server at once: the network may have come back, or the computer woke up. */
  wake(): void {
    this.sync.wake();
    this.outbox.wake();
    this.personal.wake();
    this.#hours.check();
  }

  /** The computer is in another time zone. */
  noteZone(): void {
    this.#hours.check();
  }

  /**
   * Writes the maintenance dates of a ticket, or with `null` of all that have any, to a file for calendars. Returns `null` when
   * the user cancels. @throws ProblemError
   */
  saveCalendar(ticketId: TicketId | null, askPath: AskSavePath): Promise<SavedCalendar> {
    const id = ticketId && (this.outbox.tickets.currentId(ticketId) ?? ticketId);
    const { tickets } = this.outbox;
    const entries = this.personal.maintenance
      .list(id)
      .map((dated) => ({ ...dated, ticket: tickets.ticket(dated.ticketId) }));
    return saveCalendar(entries, id !== null, askPath);
  }

  /** Takes over a setting: after how long a ticket counts as quiet. */
  setQuietDays(quietDays: QuietDays): void {
    this.outbox.tickets.setQuietDays(quietDays);
    this.#events.onTicketsChanged(null);
  }

  /** The ticket as it is cached, with what waits for it; the server is asked for it in the background. */
  ticket(id: TicketId): ShownTicket | null {
    const known = this.#serverIdOf(id);
    if (known) this.sync.refresh(known);
    return this.outbox.tickets.shown(id);
  }

  /** What others did to a ticket, oldest first. */
  record(id: TicketId): TicketRecord {
    const known = this.#serverIdOf(id);
    return known ? this.cache.record(known) : [];
  }

  /** Marks tickets as read or unread; one that the server does not have yet is always read. Reading ends due reminders. */
  async setRead(ids: readonly TicketId[], isRead: boolean): Promise<void> {
    const known = ids.flatMap((id) => this.#serverIdOf(id) ?? []);
    if (isRead) this.personal.endReminders(ids);
    try {
      await this.cache.setRead(known, isRead);
    } finally {
      this.#events.onTicketsChanged(known); // those before a failure are marked
    }
  }

  /** The request types and categories for a new ticket: the server's, or the specification's before they are fetched. */
  catalogue(): Catalogue {
    this.#refresher.referenceData();
    const cached = this.cache.lists.catalogue();
    return cached && cached.length > 0 ? cached : specifiedCatalogue();
  }

  sites(): Site[] {
    this.#refresher.referenceData();
    return this.cache.lists.sites();
  }

  /** A site's cached locations. They are fetched again in the background. */
  locations(site: string): Location[] {
    this.#refresher.locations(site);
    return this.cache.lists.locations(site);
  }

  /** Closes everything, also when something fails to close, and throws the first failure afterwards. */
  async close(): Promise<void> {
    this.#closed.abort(new ProblemError('no-open-account'));
    this.personal.stop();
    this.#hours.stop();
    const users = [
      this.#refresher.stop(),
      this.sync.stop(),
      this.exports.close(),
      this.files.close(),
      this.outbox.close(),
    ];
    const results = await Promise.allSettled(users);
    results.push(...(await Promise.allSettled([this.#tokens.close()]))); // last, since the others may still need a token
    await this.cache.close();
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
  }

  /** The server's id of a ticket; `null` while the ticket exists only here. */
  #serverIdOf(id: TicketId): TicketId | null {
    const current = this.outbox.tickets.currentId(id);
    return current && !isLocalTicketId(current) ? current : null;
  }

  #noteServerTime(serverTimeMs: number): void {
    this.#clockSkewMs = Date.now() - serverTimeMs;
    this.sync.noteServerTime(serverTimeMs);
  }

  #reportStatus(status: SyncStatus): void {
    // A sign-in that is refused is news for the outbox too: it must not go on saying that there is no network.
    const hasAnswered = status.connection === 'online' || status.connection === 'refused';
    const isNews = hasAnswered && this.#connection !== status.connection;
    this.#connection = status.connection;
    if (isNews) this.outbox.wake();
    this.#events.onSyncStatus(status);
  }

  /** Fetches a ticket again after one of its changes was confirmed, because the answer does not show every effect. */
  #refreshConfirmed(id: TicketId, kind: Change['kind']): void {
    if (kind === 'attachment') this.#refresher.attachments(id, true);
    this.sync.refresh(id, true);
  }

  /** An answer to a ticket that is out of the way brings it back early. A disk that refuses must not keep the sync from going on. */
  #bringBack(id: TicketId): void {
    try {
      this.personal.wakeAnswered(id);
    } catch (error) {
      this.#events.onProblem(problemOf(error), error);
    }
  }

  /** A ticket that is no longer known is nothing to remind of. */
  #reportReminders(ids: readonly TicketId[]): void {
    const tickets = ids.flatMap((id) => {
      const ticket = this.outbox.tickets.ticket(id);
      return ticket ? [{ id, title: ticket.summary.title }] : [];
    });
    if (tickets.length > 0) this.#events.onReminders?.(tickets);
  }

  #reportCorrupt(file: CorruptFile): void {
    this.corruptFiles.add(file);
    this.#events.onCorruptFile();
  }
}
