import type { Problem } from '../../electron/contract/problem.ts';
import type { SyncStatus } from '../../electron/contract/sync-status.ts';
import { hindranceOf } from '../status/status-sentence.ts';
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

/** The problem that an empty list names in place of its own words; `null` where these say what is so. */
export function emptyProblem(kind: EmptyKind, status: SyncStatus): Problem | null {
  if (kind === 'offline') return hindranceOf(status);
  return kind === 'trouble' ? status.problem : null;
}
