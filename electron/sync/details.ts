/* Reads tickets one by one with the single call (section 4): for their details, or because the list no longer holds them. */

import type { ApiClient } from '../api/client.ts';
import type { TicketId } from '../contract/ids.ts';
import { ProblemError } from '../contract/problem.ts';
import { formatServerTime } from '../contract/server-time.ts';
import type { TicketSummary } from '../contract/ticket.ts';
import type { Cache, SavedTicketAndDetail } from '../store/cache.ts';
import { forEachConcurrently } from './concurrency.ts';
import type { SyncContext } from './context.ts';

/** The detail of an open ticket is read again after this time: a comment need not change the ticket's row in the list. */
const openDetailLifetimeMs = 15 * 60_000;

/** Few, so that neither a round nor a ticket that the user opens has to wait behind details. */
const detailConcurrency = 3;

export type FetchedDetail = SavedTicketAndDetail & { summary: TicketSummary };

/** Returns the tickets whose details are missing or out of date: open ones, and those changed in the last `historyDays`. */
export function wantedDetails(cache: Cache, historyDays: number, nowMs: number): TicketId[] {
  const since = formatServerTime(nowMs - historyDays * 86_400_000);
  return cache.wantingDetail(nowMs - openDetailLifetimeMs, since);
}

/** Fetches the details of these tickets in order, a few at once; tickets that cannot be read are skipped. */
export function fetchDetails(
  { api, cache, unreadable, signal }: Pick<SyncContext, 'api' | 'cache' | 'unreadable' | 'signal'>,
  ids: readonly TicketId[],
  onFetched: (fetched: FetchedDetail) => void,
): Promise<void> {
  const fetch = async (id: TicketId) => {
    const fetched = await fetchDetail(api, cache, id, signal);
    if (fetched) onFetched(fetched);
  };
  return forEachConcurrently(
    ids,
    () => detailConcurrency,
    async (id) => {
      if (!signal.aborted) await unreadable.attempt(id, () => fetch(id));
    },
  );
}

/** Fetches one ticket into the cache. Returns `null` when the server does not know it; removing it is left to the walk. */
export async function fetchDetail(
  api: ApiClient,
  cache: Cache,
  id: TicketId,
  signal: AbortSignal,
): Promise<FetchedDetail | null> {
  try {
    const { summary, detail } = await api.readTicket(id, signal);
    await cache.waitForWrites();
    return { summary, ...cache.saveTicket(summary, detail, Date.now()) };
  } catch (error) {
    if (error instanceof ProblemError && error.problem.kind === 'not-found') return null;
    throw error;
  }
}

/**
 * Reads tickets that a list did not hold where they were expected. A ticket is removed from the cache only when the server
 * says that it does not know it; one that cannot be read stays as it is.
 */
export async function readMissingTickets(context: SyncContext, ids: readonly TicketId[]): Promise<void> {
  const { api, cache, concurrency, unreadable, signal, onSaved, onRemoved } = context;
  const read = async (id: TicketId) => {
    try {
      const { summary, detail } = await concurrency.measure(() => api.readTicket(id, signal));
      const { saved } = cache.saveTicket(summary, detail, Date.now());
      if (saved) onSaved([saved]);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.kind !== 'not-found') throw error;
      cache.remove(id);
      onRemoved(id);
    }
  };
  await concurrency.forEach(ids, (id) => unreadable.attempt(id, () => read(id)));
}
