import type { ApiClient } from '../api/client.ts';
import type { TicketId } from '../contract/ids.ts';
import type { WalkProgress } from '../contract/sync-status.ts';
import type { Cache } from '../store/cache.ts';
import type { SavedTicket } from '../store/ticket-writer.ts';
import type { AdaptiveConcurrency } from './concurrency.ts';
import type { UnreadableTickets } from './unreadable-tickets.ts';

/** The account that one round works on, and the receivers of what it finds. */
export type SyncContext = {
  readonly api: ApiClient;
  readonly cache: Cache;
  readonly concurrency: AdaptiveConcurrency;
  readonly unreadable: UnreadableTickets;
  /** Aborted when the round has to end early. */
  readonly signal: AbortSignal;
  /** Called during a walk with the number of tickets read so far and the server's total. */
  onProgress(progress: WalkProgress): void;
  /** Called with the tickets that are new in the cache or changed there. */
  onSaved(saved: readonly SavedTicket[]): void;
  onRemoved(id: TicketId): void;
};
