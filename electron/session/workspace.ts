import { ApiClient } from '../api/client.ts';
import { Http } from '../api/http.ts';
import type { WriteNetwork } from '../api/network.ts';
import type { TicketId } from '../contract/ids.ts';
import { ProblemError } from '../contract/problem.ts';
import type { Choices, TicketPage, TicketQuery } from '../contract/query.ts';
import type { CachedTicket } from '../contract/ticket.ts';
import { Cache } from '../store/cache.ts';
import { SyncEngine, type SyncEvents } from '../sync/engine.ts';
import type { KnownAccount, Login } from './registry.ts';
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
    this.sync = new SyncEngine(new ApiClient(http, tokens, options.account), cache, options.events);
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

  async close(): Promise<void> {
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
