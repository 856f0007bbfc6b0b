import { create } from 'zustand';
import type { SyncStatus } from '../../electron/contract/sync-status.ts';
import { useProblemBanner } from './problems.ts';

/** How the sync of the open account stands; `null` until it is known. */
export const useStatus = create<{ readonly status: SyncStatus | null }>(() => ({ status: null }));

/** Counts what the events brought, so that the answer to a call never overwrites newer news. */
let news = 0;

export function setStatus(status: SyncStatus): void {
  news += 1;
  useStatus.setState({ status });
}

/** Asks how the sync stands. */
export async function loadStatus(): Promise<void> {
  const before = news;
  const outcome = await window.desk.sync.status();
  if (news !== before) return;
  if (outcome.ok) setStatus(outcome.value);
  else useProblemBanner.setState({ problem: outcome.problem });
}

/** Forgets the status; for another account. */
export function resetStatus(): void {
  news += 1;
  useStatus.setState({ status: null });
}
