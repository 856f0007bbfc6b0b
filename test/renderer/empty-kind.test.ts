import { expect, it } from 'vitest';
import type { SyncStatus } from '../../electron/contract/sync-status.ts';
import { emptyKind } from '../../renderer/inbox/empty-kind.ts';

const synced: SyncStatus = {
  connection: 'online',
  ticketCount: 0,
  progress: null,
  isPaused: false,
  confirmedAtMs: 1,
  problem: null,
  clockSkewMs: null,
};

it.each<[string, SyncStatus | null, boolean, string]>([
  ['nothing known yet', null, false, 'first-sync'],
  ['a search without a hit', { ...synced, ticketCount: 5 }, true, 'no-match'],
  ['a search without a hit, offline', { ...synced, ticketCount: 5, connection: 'offline' }, true, 'no-match'],
  ['an account without tickets', synced, false, 'none'],
  ['the first sync', { ...synced, confirmedAtMs: null }, false, 'first-sync'],
  ['the first sync, interrupted', { ...synced, confirmedAtMs: null, isPaused: true }, false, 'paused'],
  ['no network and no cache', { ...synced, confirmedAtMs: null, connection: 'offline' }, false, 'offline'],
  ['a refusal and no cache', { ...synced, confirmedAtMs: null, connection: 'refused' }, false, 'trouble'],
])('%s', (_, status, isNarrowed, kind) => expect(emptyKind(status, isNarrowed)).toBe(kind));
