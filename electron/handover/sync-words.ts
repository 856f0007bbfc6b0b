/* What a hand-over says of the sync: as of when the tickets are, and why something may be missing. */

import type { SyncStatus } from '../contract/sync-status.ts';
import { words } from '../words/words.ts';
import type { Times } from './times.ts';

/** A round takes place every few minutes; after so long without one that succeeded, the sync is behind. */
const behindAfterMs = 15 * 60_000;

/** Says when the tickets were confirmed. */
export function syncFact({ confirmedAtMs, connection, isPaused }: SyncStatus, times: Times): string {
  const text = words().handover;
  if (confirmedAtMs === null) return text.neverConfirmed;
  const time = times.inFull(confirmedAtMs);
  return connection === 'online' && !isPaused ? text.confirmed({ time }) : text.confirmedBefore({ time });
}

/** Says why the hand-over may not be complete; `''` when nothing speaks against it. */
export function syncWarning({ confirmedAtMs, connection, isPaused }: SyncStatus, nowMs: number, times: Times): string {
  const { warning } = words().handover;
  if (confirmedAtMs === null) return warning.firstSync;
  const time = times.brief(confirmedAtMs);
  if (isPaused) return warning.paused({ time });
  if (connection === 'offline') return warning.offline({ time });
  if (connection === 'trouble' || connection === 'refused') return warning.trouble({ time });
  return nowMs - confirmedAtMs > behindAfterMs ? warning.behind({ time }) : '';
}
