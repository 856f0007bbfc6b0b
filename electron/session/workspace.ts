import { basename } from 'node:path';
import { ApiClient } from '../api/client.ts';
import { Http } from '../api/http.ts';
import type { WriteNetwork } from '../api/network.ts';
import type { Attachment, AttachmentList } from '../contract/attachment.ts';
import type { Change } from '../contract/change.ts';
import { type AccountKey, isLocalTicketId, type TicketId } from '../contract/ids.ts';
import type { TicketNews } from '../contract/news.ts';
import { ProblemError, type ProblemKind, problemOf } from '../contract/problem.ts';
import type { Facets, TicketPage, TicketQuery } from '../contract/query.ts';
import { type Catalogue, type Location, type Site, specifiedCatalogue } from '../contract/reference-data.ts';
import type { Connection, SyncStatus } from '../contract/sync-status.ts';
import type { CachedTicket } from '../contract/ticket.ts';
import { safeFileName } from '../files/safe-file-name.ts';
import { saveFile } from '../files/save-file.ts';
import { Outbox, type OutboxEvents } from '../outbox/outbox.ts';
import { openOutboxFile } from '../outbox/outbox-file.ts';
import { Cache } from '../store/cache.ts';
import type { SqliteFile } from '../store/database.ts';
import { Refresher } from '../sync/on-demand.ts';
import type { SyncEvents } from '../sync/sync-engine.ts';
import { SyncEngine } from '../sync/sync-engine.ts';
import { LoginTokens, type Secrets } from './credentials.ts';
import type { KnownAccount, Login } from './registry.ts';

type WorkspaceOptions = {
  folder: string;
  baseUrl: () => Promise<string>;
  fetch: typeof fetch;
  writes: WriteNetwork | undefined;
  login: Login;
  account: KnownAccount;
  secrets: Secrets;
  events: SyncEvents & Pick<OutboxEvents, 'onOutbox'> & { onCorruptOutbox(): void };
  /** See `SyncOptions`. */
  historyDays: number;
  isQuiet: boolean;
  onKeepFailure: (error: unknown) => void;
};

/** Which files are set aside, whatever they are, because they turned out to be corrupt while in use. */
export type Replacing = { cache?: boolean; outbox?: boolean };

/** What is found corrupt only when the opened files are read, beyond what is set aside when they are opened. */
export const corruptParts: Partial<Record<ProblemKind, keyof Replacing>> = {
  'cache-set-aside': 'cache',
  'outbox-set-aside': 'outbox',
};

type Opened = { cache: Cache; isCacheSetAside: boolean; outboxFile: SqliteFile; isOutboxSetAside: boolean };

/** One open account: its cache, what the user wants changed, the API as it sees it, and the ways between them. */
export class Workspace {
  readonly key: AccountKey;
  readonly cache: Cache;
  readonly outbox: Outbox;
  readonly sync: SyncEngine;
  /** What could not be read and was set aside. */
  readonly setAside: 'cache-set-aside' | 'outbox-set-aside' | null;
  readonly #events: WorkspaceOptions['events'];
  readonly #tokens: LoginTokens;
  readonly #api: ApiClient;
  readonly #refresher: Refresher;
  readonly #closed = new AbortController();
  #connection: Connection = 'connecting';

  private constructor({ cache, isCacheSetAside, outboxFile, isOutboxSetAside }: Opened, options: WorkspaceOptions) {
    this.key = options.account.key;
    this.cache = cache;
    this.setAside = isOutboxSetAside ? 'outbox-set-aside' : isCacheSetAside ? 'cache-set-aside' : null;
    this.#events = options.events;
    const clock = new ServerClock((serverTimeMs) => this.sync.noteServerTime(serverTimeMs));
    const http = new Http({
      baseUrl: options.baseUrl,
      fetch: options.fetch,
      writes: options.writes,
      onServerTime: (serverTimeMs) => clock.note(serverTimeMs),
    });
    this.#tokens = new LoginTokens(http, options.secrets, options.login.id, options.onKeepFailure);
    this.#api = new ApiClient(http, this.#tokens, options.account);
    const syncEvents: SyncEvents = {
      ...options.events,
      onSyncStatus: (status) => this.#noteStatus(status),
      onNews: (news) => this.#tellNews(news),
    };
    this.sync = new SyncEngine(this.#api, cache, syncEvents, { historyDays: options.historyDays });
    this.sync.setQuiet(options.isQuiet);
    this.#refresher = new Refresher(this.#api, cache, options.events, () => this.sync.mayAsk);
    this.outbox = new Outbox(outboxFile, {
      api: this.#api,
      cache,

      skewMs: () => clock.skewMs,
      events: {
        ...options.events,
        onSending: (id, kind) => this.sync.expectEcho(id, kind),
        onConfirmed: (id, kind) => this.#showConfirmed(id, kind),
        onCorrupt: options.events.onCorruptOutbox,
      },
    });
  }

  /** Opens the account's files with its key; asks nothing of the network before `start`. */
  static async open(options: WorkspaceOptions, replacing: Replacing = {}): Promise<Workspace> {
    const { folder } = options;
    const key = await options.secrets.databaseKey(options.account.key);
    const { cache, wasSetAside: isCacheSetAside } = replacing.cache
      ? { cache: await Cache.replace(folder, key), wasSetAside: true }
      : await Cache.open(folder, key);
    const opened: { close(): void }[] = [cache];
    try {
      const mustReplace = replacing.outbox === true;
      const { file: outboxFile, wasSetAside: isOutboxSetAside } = await openOutboxFile(folder, key, { mustReplace });
      opened.push(outboxFile);
      return new Workspace({ cache, isCacheSetAside, outboxFile, isOutboxSetAside }, options);
    } catch (error) {
      for (const file of opened) file.close();
      throw error;
    }
  }

  /** Begins to sync and to send. */
  start(): void {
    this.sync.syncNow();
    this.outbox.start();
  }

  /** The network may have come or gone: both ways find out at once. */
  wake(): void {
    this.sync.wake();
    this.outbox.hurry();
  }

  page(query: TicketQuery): TicketPage {
    return this.#read(() => this.outbox.tickets.page(query));
  }

  facets(): Facets {
    return this.#read(() => this.cache.facets());
  }

  /** The ticket as it is cached, with what waits for it; the server is asked for it in the background. */
  ticket(id: TicketId): CachedTicket | null {
    const known = this.#idAtServer(id);
    if (known) this.sync.refresh(known);
    return this.#read(() => this.outbox.tickets.ticket(id));
  }

  /** The request types and categories that a new ticket can have: the server's, else the specification's. */
  catalogue(): Catalogue {
    this.#refresher.referenceData();
    const cached = this.#read(() => this.cache.lists.catalogue());
    return cached && cached.length > 0 ? cached : specifiedCatalogue();
  }

  sites(): Site[] {
    this.#refresher.referenceData();
    return this.#read(() => this.cache.lists.sites());
  }

  /** A site's locations as they are cached; the server is asked for them in the background. */
  locations(site: string): Location[] {
    this.#refresher.locations(site);
    return this.#read(() => this.cache.lists.locations(site));
  }

  /** A ticket's files as they are cached; the server is asked for them in the background. */
  attachments(id: TicketId): AttachmentList {
    const known = this.#idAtServer(id);
    if (!known) return { attachments: [], fetchedAtMs: null };
    this.#refresher.attachments(known);
    return this.#read(() => this.cache.lists.attachments(known));
  }

  /** Saves one of a ticket's files where the user wants it; answers its name there, or `null` when that is nowhere. */
  async saveAttachment(ticketId: TicketId, attachmentId: string, askPath: AskSavePath): Promise<string | null> {
    const id = this.#idAtServer(ticketId) ?? ticketId;
    const known = this.#read(() => this.cache.lists.attachments(id)).attachments;
    const file = known.find((each) => each.id === attachmentId) ?? { id: attachmentId, fileName: '' };
    try {
      return await saveAttachment(this.#api, id, file, askPath, this.#closed.signal);
    } catch (error) {
      if (problemOf(error).kind === 'not-found') this.#refresher.attachments(id, true);
      throw error;
    }
  }

  /** Closes every part, also when one of them fails, and then throws what that one said. */
  async close(): Promise<void> {
    this.#closed.abort();
    const endings = await Promise.allSettled([this.#refresher.stop(), this.sync.stop(), this.outbox.close()]);
    endings.push(...(await Promise.allSettled([this.#tokens.close()]))); // what leaves at the last moment needs one
    this.cache.close();
    const failed = endings.find((ending) => ending.status === 'rejected');
    if (failed) throw failed.reason;
  }

  /** What the server calls a ticket; `null` when it does not have it yet. */
  #idAtServer(id: TicketId): TicketId | null {
    const current = this.outbox.tickets.currentId(id);
    return current && !isLocalTicketId(current) ? current : null;
  }

  #noteStatus(status: SyncStatus): void {
    const isBack = status.connection === 'online' && this.#connection !== 'online';
    this.#connection = status.connection;
    if (isBack) this.outbox.hurry();
    this.#events.onSyncStatus(status);
  }

  /** The answer to a change does not tell all that it did to the ticket. */
  #showConfirmed(id: TicketId, kind: Change['kind']): void {
    this.sync.expectEcho(id, kind);
    if (kind === 'attachment') this.#refresher.attachments(id, true);
    this.sync.refresh(id, true);
  }

  /** A round can meet a ticket that is made here before the answer to its creation has come. */
  #tellNews(news: TicketNews[]): void {
    const beingMade = this.outbox.list().items.flatMap(({ change, state }) => {
      const isUnderWay = change.kind === 'create' && (state === 'sending' || state === 'unconfirmed');
      return isUnderWay ? [change.fields.title.trim()] : [];
    });
    const others = news.filter(({ what, title }) => what !== 'new' || !beingMade.includes(title));
    if (others.length > 0) this.#events.onNews?.(others);
  }

  #read<T>(query: () => T): T {
    try {
      return query();
    } catch (error) {
      if (error instanceof ProblemError && error.problem.kind === 'cache-set-aside') this.#events.onCorruptCache();
      throw error;
    }
  }
}

/** Asks where to save, with a name to begin from; `null` when the user thought better of it. */
type AskSavePath = (suggestedName: string) => Promise<string | null>;

/** Fetches a file of the server's to where the user wants it; answers its name there, or `null` when there is no such place. */
async function saveAttachment(
  api: ApiClient,
  ticketId: TicketId,
  file: Pick<Attachment, 'id' | 'fileName'>,
  askPath: AskSavePath,
  signal: AbortSignal,
): Promise<string | null> {
  const path = await askPath(safeFileName(file.fileName));
  if (path === null) return null;
  try {
    await saveFile(path, download());
    return basename(path);
  } catch (error) {
    throw inWordsOfFiles(error);
  }
  /** Asks the server only when there is a file to write into. */
  async function* download() {
    yield* await api.downloadAttachment(ticketId, file.id, signal);
  }
}

const gone = {
  message: 'The server does not have this file any more.',
  todo: 'It may have been removed there; the list of files is being fetched again.',
};
const kept = 'Nothing was saved on this computer, and nothing was changed.';

/** Problems of the network speak of tickets; what the disk said is said already. */
function inWordsOfFiles(error: unknown): unknown {
  if (!(error instanceof ProblemError) || error.problem.kept !== '') return error;
  const { kind, ...details } = error.problem;
  return new ProblemError(kind, { ...details, ...(kind === 'not-found' && gone), kept }, error);
}

/** The server's clock beside this computer's, as the answers carry it. */
class ServerClock {
  #skewMs = 0;
  readonly #onTime: (serverTimeMs: number) => void;

  constructor(onTime: (serverTimeMs: number) => void) {
    this.#onTime = onTime;
  }

  note(serverTimeMs: number): void {
    this.#skewMs = Date.now() - serverTimeMs;
    this.#onTime(serverTimeMs);
  }

  /** This computer's clock minus the server's, in milliseconds, to some seconds. */
  get skewMs(): number {
    return this.#skewMs;
  }
}
