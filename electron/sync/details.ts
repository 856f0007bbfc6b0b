import type { ApiClient } from '../api/client.ts';
import type { TicketId } from '../contract/ids.ts';
import { ProblemError } from '../contract/problem.ts';
import type { Cache } from '../store/cache.ts';

/** An open ticket's detail is asked for again after this time, since a comment need not change the list's row. */
const openDetailLifetimeMs = 15 * 60_000;

/** Fetches the details of open tickets that are missing or old, so that reading without a network is whole where it matters. */
export async function fetchOpenDetails(
  api: ApiClient,
  cache: Cache,
  signal: AbortSignal,
  onChanged: (ids: TicketId[]) => void,
): Promise<void> {
  for (const id of cache.wantingDetail(Date.now() - openDetailLifetimeMs)) {
    if (await fetchDetail(api, cache, id, signal)) onChanged([id]);
  }
}

/** Fetches one ticket. Answers whether anything in it is new; a ticket that the server does not know is left to the walk. */
export async function fetchDetail(api: ApiClient, cache: Cache, id: TicketId, signal: AbortSignal): Promise<boolean> {
  try {
    const { summary, detail } = await api.readTicket(id, signal);
    return cache.saveTicket(summary, detail, Date.now());
  } catch (error) {
    if (error instanceof ProblemError && error.problem.kind === 'not-found') return false;
    throw error;
  }
}
