import type { SyncStatus } from '../../electron/contract/sync-status.ts';
import type { words } from '../words.ts';

/** Why a list holds no ticket, as a key of the words for it. */
export type EmptyKind = Exclude<keyof typeof words.empty, 'clear'>;

/** Why the list is empty: because of the query, or because of what has been synced so far. */
export function emptyKind(status: SyncStatus | null, isNarrowed: boolean): EmptyKind {
  if (!status) return isNarrowed ? 'no-match' : 'first-sync';
  if (isNarrowed && status.ticketCount > 0) return 'no-match';
  if (status.connection === 'offline') return 'offline';
  if (status.connection === 'trouble' || status.connection === 'refused') return 'trouble';
  if (status.isPaused) return 'paused';
  if (status.confirmedAtMs === null || status.ticketCount > 0) return 'first-sync';
  return 'none';
}
