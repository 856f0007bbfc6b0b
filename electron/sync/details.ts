import type { ApiClient } from '../api/client.ts';
import type { TicketId } from '../contract/ids.ts';
import { ProblemError } from '../contract/problem.ts';
import { formatWireTime } from '../contract/server-time.ts';
import type { TicketSummary } from '../contract/ticket.ts';
import type { Cache, SavedWhole } from '../store/cache.ts';
import type { SyncContext } from './context.ts';

/** An open ticket's detail is asked for again after this time, since a comment need not change the list's row. */
const openDetailLifetimeMs = 15 * 60_000;

/** Few, so that a round or a ticket that the user opens never waits behind them. */
const sideBySide = 3;

export type FetchedDetail = SavedWhole & { summary: TicketSummary };

/** Which details are kept whole: of open tickets, and of all that changed within so many days. */
export function wantedDetails(cache: Cache, historyDays: number, nowMs: number): TicketId[] {
  const since = formatWireTime(nowMs - historyDays * 86_400_000);
  return cache.wantingDetail(nowMs - openDetailLifetimeMs, since);
}

/** Fetches the details of these tickets, a few side by side, in their order; those that cannot be read are left out. */
export async function fetchDetails(
  { api, cache, unreadable, signal }: Pick<SyncContext, 'api' | 'cache' | 'unreadable' | 'signal'>,
  ids: readonly TicketId[],
  onFetched: (fetched: FetchedDetail) => void,
): Promise<void> {
  const waiting = [...ids];
  const lane = async () => {
    for (let id = waiting.shift(); id !== undefined && !signal.aborted; id = waiting.shift()) {
      const wanted = id;
      const read = async () => {
        const fetched = await fetchDetail(api, cache, wanted, signal);
        if (fetched) onFetched(fetched);
      };
      await unreadable.bear(wanted, read).catch((error: unknown) => {
        waiting.length = 0; // what stopped this lane would stop the others too
        throw error;
      });
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: sideBySide }, lane));
  const failed = lanes.find((ended) => ended.status === 'rejected');
  if (failed) throw failed.reason;
}

/** Fetches one ticket; `null` for one that the server does not know, which is left to the walk. */
export async function fetchDetail(
  api: ApiClient,
  cache: Cache,
  id: TicketId,
  signal: AbortSignal,
): Promise<FetchedDetail | null> {
  try {
    const { summary, detail } = await api.readTicket(id, signal);
    await cache.settle();
    return { summary, ...cache.saveTicket(summary, detail, Date.now()) };
  } catch (error) {
    if (error instanceof ProblemError && error.problem.kind === 'not-found') return null;
    throw error;
  }
}
