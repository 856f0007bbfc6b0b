import { ApiClient } from '../api/client.ts';
import { Http } from '../api/http.ts';
import type { WriteNetwork } from '../api/network.ts';
import type { AttachmentList } from '../contract/attachment.ts';
import type { TicketId } from '../contract/ids.ts';
import { type Catalogue, type Location, type Site, specifiedCatalogue } from '../contract/places.ts';
import { ProblemError, problemOf } from '../contract/problem.ts';
import type { Choices, TicketPage, TicketQuery } from '../contract/query.ts';
import type { CachedTicket } from '../contract/ticket.ts';
import { Cache } from '../store/cache.ts';
import { SyncEngine, type SyncEvents } from '../sync/engine.ts';
import { Refresher } from '../sync/refresher.ts';
import type { KnownAccount, Login } from './registry.ts';
import { type AskSavePath, saveAttachment } from './save-attachment.ts';
import type { Secrets } from './secrets.ts';
import { LoginTokens } from './tokens.ts';

export type WorkspaceOptions = {
  folder: string;
  baseUrl: () => Promise<string>;
  fetch: typeof fetch;
  writes: WriteNetwork | undefined;
  login: Login;
  account: KnownAccount;
  secrets: Secrets;
  events: SyncEvents;
  onKeepFailure: (error: unknown) => void;
};

/** One open account: its cache, the API as it sees it, and the sync between the two. */
export class Workspace {
  readonly cache: Cache;
  readonly sync: SyncEngine;
  readonly wasSetAside: boolean;
  readonly #events: SyncEvents;
  readonly #api: ApiClient;
  readonly #refresher: Refresher;
  readonly #closed = new AbortController();

  private constructor(cache: Cache, wasSetAside: boolean, options: WorkspaceOptions) {
    this.cache = cache;
    this.wasSetAside = wasSetAside;
    this.#events = options.events;
    const http = new Http({
      baseUrl: options.baseUrl,
      fetch: options.fetch,
      writes: options.writes,
      onServerTime: (serverTimeMs) => this.sync.noteServerTime(serverTimeMs),
    });
    const tokens = new LoginTokens(http, options.secrets, options.login.id, options.onKeepFailure);
    this.#api = new ApiClient(http, tokens, options.account);
    this.sync = new SyncEngine(this.#api, cache, options.events);
    this.#refresher = new Refresher(this.#api, cache, options.events);
  }

  /** Opens the account's cache with its key; asks nothing of the network. `mustReplace` begins a new cache whatever the old one is. */
  static async open(options: WorkspaceOptions, mustReplace = false): Promise<Workspace> {
    const key = await options.secrets.databaseKey(options.account.key);
    if (mustReplace) return new Workspace(await Cache.replace(options.folder, key), true, options);
    const { cache, wasSetAside } = await Cache.open(options.folder, key);
    return new Workspace(cache, wasSetAside, options);
  }

  page(query: TicketQuery): TicketPage {
    return this.#read(() => this.cache.page(query));
  }

  choices(): Choices {
    return this.#read(() => this.cache.choices());
  }

  /** The ticket as it is cached; the server is asked for it in the background. */
  ticket(id: TicketId): CachedTicket | null {
    this.sync.refresh(id);
    return this.#read(() => this.cache.ticket(id));
  }

  /** The request types and categories that a new ticket can have: the server's, else the specification's. */
  catalogue(): Catalogue {
    this.#refresher.choices();
    const cached = this.#read(() => this.cache.catalogue());
    return cached && cached.length > 0 ? cached : specifiedCatalogue();
  }

  sites(): Site[] {
    this.#refresher.choices();
    return this.#read(() => this.cache.sites());
  }

  /** A site's locations as they are cached; the server is asked for them in the background. */
  locations(site: string): Location[] {
    this.#refresher.locations(site);
    return this.#read(() => this.cache.locations(site));
  }

  /** A ticket's files as they are cached; the server is asked for them in the background. */
  attachments(id: TicketId): AttachmentList {
    this.#refresher.attachments(id);
    return this.#read(() => this.cache.attachments(id));
  }

  /** Saves one of a ticket's files where the user wants it; answers its name there, or `null` when that is nowhere. */
  async saveAttachment(id: TicketId, attachmentId: string, askPath: AskSavePath): Promise<string | null> {
    const known = this.#read(() => this.cache.attachments(id)).attachments;
    const file = known.find((each) => each.id === attachmentId) ?? { id: attachmentId, fileName: '' };
    try {
      return await saveAttachment(this.#api, id, file, askPath, this.#closed.signal);
    } catch (error) {
      if (problemOf(error).kind === 'not-found') this.#refresher.attachments(id, true);
      throw error;
    }
  }

  async close(): Promise<void> {
    this.#closed.abort();
    await this.#refresher.stop();
    await this.sync.stop();
    this.cache.close();
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
