import type { ApiClient } from '../api/client.ts';
import type { TicketId } from '../contract/ids.ts';
import { ProblemError } from '../contract/problem.ts';
import type { Cache } from '../store/cache.ts';
import type { SavedTicket } from '../store/ticket-writer.ts';
import type { AdaptiveConcurrency } from './concurrency.ts';
import type { UnreadableTickets } from './unreadable-tickets.ts';

/** What the parts of a round work with. */
export type SyncContext = {
  api: ApiClient;
  cache: Cache;
  lanes: AdaptiveConcurrency;
  unreadable: UnreadableTickets;
  signal: AbortSignal;
  onProgress(progress: { done: number; total: number }): void;
  /** Told what came into the cache or changed there. */
  onSaved(saved: readonly SavedTicket[]): void;
  onRemoved(id: TicketId): void;
};

/**
 * Asks for each of these tickets by itself, since the list did not hold them where they were expected. One is removed
 * only when the server says that it does not know it; one that cannot be read stays as it was.
 */
export async function settleTickets(tools: SyncContext, ids: readonly TicketId[]): Promise<void> {
  const { api, cache, lanes, unreadable, signal, onSaved, onRemoved } = tools;
  const settle = async (id: TicketId) => {
    try {
      const { summary, detail } = await lanes.time(() => api.readTicket(id, signal));
      const { saved } = cache.saveTicket(summary, detail, Date.now());
      if (saved) onSaved([saved]);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.kind !== 'not-found') throw error;
      cache.remove(id);
      onRemoved(id);
    }
  };
  await lanes.forEach(ids, (id) => unreadable.bear(id, () => settle(id)));
}
