/* A server and a cache in memory, for the rules of the sync that are computed: a test changes what they hold and say. */

import type { ApiClient } from '../../electron/api/client.ts';
import type { TicketChangesPage } from '../../electron/api/ticket-changes.ts';
import type { TicketListPage } from '../../electron/api/wire.ts';
import type { TicketId } from '../../electron/contract/ids.ts';
import { ProblemError } from '../../electron/contract/problem.ts';
import { openStatuses } from '../../electron/contract/specification.ts';
import type { WalkProgress } from '../../electron/contract/sync-status.ts';
import type { TicketSummary } from '../../electron/contract/ticket.ts';
import type { Cache } from '../../electron/store/cache.ts';
import type { Walk, Walked, WalkPage } from '../../electron/store/sync-state.ts';
import type { ChangeJudge } from '../../electron/store/ticket-record.ts';
import type { SyncContext } from '../../electron/sync/context.ts';
import { newAccount } from '../../electron/sync/sync-account.ts';
import { aDetail } from './tickets.ts';

export type SyncWorld = {
  /** In the order of the server's list. */
  server: TicketSummary[];
  /** How the list shows them. */
  arrange(tickets: TicketSummary[]): TicketSummary[];
  cached: Map<TicketId, TicketSummary>;
  context: SyncContext;
  /** The server grants no larger pages. */
  pageCap: number;
  /** What the server adds to the number of its tickets. */
  totalError: number;
  walked: Walked | null;
  confirmedAtMs: number | null;
  /** How long the last round took, in milliseconds: an update, and a walk. */
  roundMs: [number | null, number | null];
  /** The tickets whose details are missing, by when the history begins that is kept. */
  wanted(historySince: string): TicketId[];
  /** What hears of news: a test says what the cache recorded. */
  judge: ChangeJudge | null;
  /** Whether a ticket that is read shows what others did. */
  isUnreadNew: boolean;
  /** The walk that was interrupted, with the numbers of the rows that `rowOf` gives. */
  walk: { walk: Walk; pages: Omit<WalkPage, 'tickets'>[]; rows: number[] } | null;
  rowOf(id: TicketId): number;
  newestConfirmed: { createdOn: string; updatedOn: string };
  feed: { seenUpTo: string; refusedAtMs: number | null };
  /** The pages of the feed; behind them it says nothing, and is not at its end. */
  feedPages: TicketChangesPage[];
  /** Called before the server answers: `list 0`, `New 0`, `feed 0` or the id of a ticket. What it throws is the answer. */
  onCall(call: string): void | Promise<void>;
  /** The calls that were made. */
  calls: string[];
  /** Where the pages of the whole list begin that the server gave in the size that was asked for. */
  pagesRead: number[];
  saved: { id: TicketId; isNew: boolean }[];
  gone: TicketId[];
  problems: unknown[];
  progress: WalkProgress[];
};

/** A server and a cache that hold nothing unless the test says so. `lagMs`: as in `SyncOptions`. */
export function syncWorld(held: Partial<Omit<SyncWorld, 'context'>> = {}, lagMs = 0): SyncWorld {
  const rows = new Map<TicketId, number>();
  const rowOf = (id: TicketId) => {
    if (!rows.has(id)) rows.set(id, rows.size);
    return rows.get(id) ?? 0;
  };
  const saveListed = (tickets: readonly TicketSummary[]) => ({
    ...{ tickets: tickets.flatMap((ticket) => take(ticket) ?? []), rows: tickets.map(({ id }) => rowOf(id)) },
  });
  const take = (ticket: TicketSummary) => {
    const before = world.cached.get(ticket.id) ?? null;
    world.cached.set(ticket.id, ticket);
    return JSON.stringify(before) === JSON.stringify(ticket) ? null : { ticket, before };
  };
  const call = async (name: string) => {
    world.calls.push(name);
    await world.onCall(name);
  };
  const api = {
    listTickets: async (number: number, asked: number, _signal: unknown, filters: { status?: string } = {}) => {
      await call(`${filters.status ?? 'list'} ${number}`);
      const isOfAll = filters.status === undefined;
      const all = world.arrange(world.server).filter(({ status }) => isOfAll || status === filters.status);
      const size = Math.min(asked, world.pageCap);
      if (isOfAll && size === asked) world.pagesRead.push(number * size);
      const tickets = all.slice(number * size, (number + 1) * size);
      const totalElements = Math.max(0, all.length + (isOfAll ? world.totalError : 0));
      const page = { tickets, rowCount: tickets.length, totalElements, number, size, isLast: null };
      return { ...page, totalPages: Math.ceil(totalElements / size) } satisfies TicketListPage;
    },
    readTicket: async (id: TicketId) => {
      await call(id);
      const summary = world.server.find((ticket) => ticket.id === id);
      if (!summary) throw new ProblemError('not-found');
      return { summary, detail: aDetail() };
    },
    listChanges: async (number: number) => {
      await call(`feed ${number}`);
      return world.feedPages[number] ?? { changes: [], isLast: null };
    },
  } as unknown as ApiClient;
  const progress = {
    newestConfirmed: () => world.newestConfirmed,
    confirmedAtMs: () => world.confirmedAtMs,
    confirm: (nowMs: number) => {
      world.confirmedAtMs = nowMs;
    },
    roundMs: (isWalk: boolean) => world.roundMs[isWalk ? 1 : 0],
    saveRoundMs: (isWalk: boolean, durationMs: number) => {
      world.roundMs[isWalk ? 1 : 0] = durationMs;
    },
    walked: () => world.walked,
    feed: () => world.feed,
    saveFeed: (feed: SyncWorld['feed']) => {
      world.feed = feed;
    },
    walk: () => world.walk,
    beginWalk: (walk: Walk) => {
      world.walk = { walk, pages: [], rows: [] };
    },
    savePages: async (walk: Walk, pages: readonly WalkPage[]) => {
      const saved = saveListed(pages.flatMap(({ tickets }) => tickets));
      const before = world.walk;
      world.walk = {
        walk,
        pages: [...(before?.pages ?? []), ...pages.map(({ first, size }) => ({ first, size }))],
        rows: [...(before?.rows ?? []), ...saved.rows],
      };
      return saved;
    },
    finishWalk: async (walked: Walked | null) => {
      world.walk = null;
      world.walked = walked;
    },
  };
  const cache = {
    progress,
    count: () => world.cached.size,
    openTickets: () =>
      [...world.cached.values()].filter(({ status }) => openStatuses.includes(status)).map(({ id }) => id),
    preloadChunk: () => false,
    stopWorker: async () => undefined,
    setJudge: (judge: ChangeJudge) => {
      world.judge = judge;
    },
    wantingDetail: (_staleBeforeMs: number, historySince: string) => world.wanted(historySince),
    withUnsettledDetail: () => [],
    lists: { sites: () => [], fetchedAtMs: () => Date.now() },
    ticket: (id: TicketId) => {
      const summary = world.cached.get(id);
      return summary ? { summary, detail: null, detailConfirmedAtMs: null, isGone: false } : null;
    },
    updatedOn: (ids: TicketId[]) =>
      new Map(
        ids.flatMap((id) => {
          const ticket = world.cached.get(id);
          return ticket ? [[id, ticket.updatedOn]] : [];
        }),
      ),
    saveListed,
    startWorker: () => undefined,
    ticketsOutside: (seen: ReadonlySet<number>) => [[...world.cached.keys()].filter((id) => !seen.has(rowOf(id)))],
    saveTicket: (ticket: TicketSummary) => ({
      saved: take(ticket),
      isDetailNew: false,
      isUnreadNew: world.isUnreadNew,
    }),
    waitForWrites: async () => undefined,
    markGone: (id: TicketId) => world.cached.has(id),
    remove: (id: TicketId) => world.cached.delete(id),
  } as unknown as Cache;
  const world: SyncWorld = {
    ...{ server: [], arrange: (tickets) => tickets, pagesRead: [] },
    ...{ cached: new Map(), pageCap: 1_000, totalError: 0, walked: { atMs: 0, surplus: 0, missing: 0 } },
    ...{ newestConfirmed: { createdOn: '', updatedOn: '' }, feed: { seenUpTo: '', refusedAtMs: null }, feedPages: [] },
    ...{ confirmedAtMs: null, roundMs: [null, null], wanted: () => [], judge: null, isUnreadNew: false },
    ...{ walk: null, rowOf, onCall: () => undefined, calls: [], saved: [], gone: [], problems: [], progress: [] },
    context: {
      ...newAccount(api, cache, { lagMs, pageMs: 8_000 }, (_problem, error) => world.problems.push(error)),
      signal: new AbortController().signal,
      onProgress: (progress) => world.progress.push(progress),
      onSaved: (saved) =>
        world.saved.push(...saved.map(({ ticket, before }) => ({ id: ticket.id, isNew: before === null }))),
      onGone: (id) => world.gone.push(id),
    },
    ...held,
  };
  return world;
}
