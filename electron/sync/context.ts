/* What the parts of the sync share: the account and what was learned of its server, and the round under way. */

import type { ApiClient } from '../api/client.ts';
import type { TicketId } from '../contract/ids.ts';
import type { WalkProgress } from '../contract/sync-status.ts';
import type { Cache } from '../store/cache.ts';
import type { SavedTicket } from '../store/ticket-writer.ts';
import type { AdaptiveConcurrency } from './concurrency.ts';
import type { PageSizes } from './page-sizes.ts';
import type { Sightings } from './sightings.ts';
import type { Unreadable } from './unreadable.ts';

/** The account that the sync works on, with what it has learned of its server. */
export type SyncAccount = {
  readonly api: ApiClient;
  readonly cache: Cache;
  readonly concurrency: AdaptiveConcurrency;
  readonly pageSizes: PageSizes;
  readonly sightings: Sightings;
  readonly unreadable: Unreadable;
};

/** What one round works with, and the receivers of what it finds. */
export type SyncContext = SyncAccount & {
  /** Aborted when the round has to end early. */
  readonly signal: AbortSignal;
  /** Called during a walk with the number of tickets read so far, the server's total, and the time left. */
  onProgress(progress: WalkProgress): void;
  /** Called with the tickets that are new in the cache or changed there. */
  onSaved(saved: readonly SavedTicket[]): void;
  /** The ticket was removed, or the server did not give it when it was asked for it. */
  onGone(id: TicketId): void;
};
