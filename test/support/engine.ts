/* A sync engine against the demo service, and what tests wait for. */

import { expect, onTestFinished, vi } from 'vitest';
import { ApiClient } from '../../electron/api/client.ts';
import { Http } from '../../electron/api/http.ts';
import { requestAccounts, requestToken } from '../../electron/api/sign-in.ts';
import type { TicketNews } from '../../electron/contract/news.ts';
import { defaultSort, noFilters } from '../../electron/contract/query.ts';
import type { SyncStatus } from '../../electron/contract/sync-status.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import type { DemoService } from '../../electron/demo/service.ts';
import { Cache } from '../../electron/store/cache.ts';
import type { OwnChanges } from '../../electron/store/ticket-record.ts';
import type { SyncAccount } from '../../electron/sync/context.ts';
import { defaultOptions, newAccount, type SyncOptions } from '../../electron/sync/sync-account.ts';
import { SyncEngine } from '../../electron/sync/sync-engine.ts';
import { cacheKey, openLimitedCache, ownCache } from './cache.ts';
import { clientOf } from './client.ts';
import { ownFolder } from './folder.ts';

/** What the parts of the engine work with, against a service and an empty cache. */
export async function ownAccount(service: DemoService): Promise<SyncAccount> {
  return newAccount(await clientOf(service), await ownCache(), defaultOptions, () => undefined);
}

export type OwnEngine = {
  engine: SyncEngine;
  cache: Cache;
  statuses: SyncStatus[];
  changed: Set<string>;
  news: TicketNews[];
  stop(): Promise<void>;
};

/** `fetch`: replaces the network between the engine and the service. */
type EngineOptions = {
  timeLimitMs?: number;
  fetch?: typeof fetch;
  maxPages?: number;
  own?: OwnChanges;
} & Partial<SyncOptions>;

/** For a user who does nothing. */
export const nothingOwn: OwnChanges = {
  isOwnTicket: () => false,
  othersChanges: (_ticket, changes) => changes,
  othersComments: (_id, comments) => comments,
  othersFiles: (_id, files) => files,
};

/** Makes an engine between a service and a cache of its own, stops it with the test, and collects its events. */
export async function engineFor(
  service: DemoService,
  options: { folder?: string } & EngineOptions = {},
): Promise<OwnEngine> {
  const own = await startEngine(service, options.folder ?? (await ownFolder()), options);
  onTestFinished(own.stop);
  return own;
}

/** As `engineFor`, in the caller's folder; the caller stops the engine. */
export async function startEngine(
  service: DemoService,
  folder: string,
  { timeLimitMs, fetch: ownFetch = fetch, maxPages, own = nothingOwn, ...options }: EngineOptions = {},
): Promise<OwnEngine> {
  const baseUrl = async () => service.baseUrl;
  const signIn = new Http({ baseUrl, fetch });
  let token = '';
  const renewed = async () => {
    token = (await requestToken(signIn, singleAccountCredentials)).accessToken;
    return token;
  };
  const [account] = await requestAccounts(signIn, await renewed());
  if (!account) throw new Error('no account');
  const onServerTime = (serverTimeMs: number) => engine.noteServerTime(serverTimeMs);
  const http = new Http({ baseUrl, fetch: ownFetch, timeLimitMs, onServerTime });
  const cache = maxPages ? await openLimitedCache(folder, maxPages) : (await Cache.open(folder, cacheKey)).cache;
  const api = new ApiClient(http, { current: async () => token, renewed }, account);
  const statuses: SyncStatus[] = [];
  const changed = new Set<string>();
  const news: TicketNews[] = [];
  const events = {
    onSyncStatus: (status: SyncStatus) => statuses.push(status),
    onTicketsChanged: (ids: string[]) => {
      for (const id of ids) changed.add(id);
    },
    onNews: (found: TicketNews[]) => news.push(...found),
    onReferenceData: () => undefined,
    onProblem: () => undefined,
  };
  const engine: SyncEngine = new SyncEngine(api, cache, own, events, options);
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= engine.stop().then(() => cache.close());
    return stopping;
  };
  return { engine, cache, statuses, changed, news, stop };
}

/** Waits until the tickets were confirmed after `sinceMs`. */
export const confirmed = (engine: SyncEngine, sinceMs = 0) =>
  vi.waitFor(() => expect(engine.status.confirmedAtMs ?? -1).toBeGreaterThan(sinceMs), {
    interval: 10,
  });

/** Runs a round, and waits until it has confirmed the tickets. */
export async function sync(engine: SyncEngine): Promise<void> {
  const beganMs = Date.now();
  engine.syncNow();
  await confirmed(engine, beganMs);
}

/** The ids of all tickets in the cache, and of those on the server, in the same order. */
export const cachedIds = (cache: Cache) =>
  cache
    .page({ view: 'all', filters: noFilters, search: '', sort: defaultSort, offset: 0, limit: 500 })
    .rows.map((row) => row.id)
    .sort();
export const serverIds = (service: DemoService) =>
  service
    .tickets()
    .map((ticket) => ticket.id)
    .sort();

/** How many calls for a ticket there were since the requests were last cleared. */
export const callsOf = (service: DemoService, id: string) =>
  service.requests.filter(({ path }) => path.endsWith(id)).length;

/** How many calls of the list there were since the requests were last cleared. */
export const listCalls = (service: DemoService) =>
  service.requests.filter(({ path }) => /customer-support-tickets\?/.test(path)).length;
