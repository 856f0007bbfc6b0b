import type { SyncStatus } from '../../electron/contract/sync-status.ts';

/** The status of a sync with nothing to report, in which a test names only what matters to it. */
export function aStatus(fields: Partial<SyncStatus> = {}): SyncStatus {
  return {
    connection: 'online',
    ticketCount: 0,
    progress: null,
    round: null,
    isPaused: false,
    confirmedAtMs: null,
    problem: null,
    clockSkewMs: null,
    ...fields,
  };
}
