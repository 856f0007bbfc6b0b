import { Button } from '@mantine/core';
import {
  type Icon,
  IconCloudOff,
  IconInbox,
  IconPlayerPause,
  IconPlugConnectedX,
  IconSearchOff,
} from '@tabler/icons-react';
import type { SyncStatus } from '../../electron/contract/sync-status.ts';
import { words } from '../words.ts';
import { type EmptyKind, emptyProblem } from './empty-kind.ts';
import { focusGrid } from './focus.ts';
import { clearSearchAndFilters } from './query-store.ts';
import { RowSkeletons } from './row-skeletons.tsx';

const icons: Record<EmptyKind, Icon> = {
  'no-match': IconSearchOff,
  'first-sync': IconInbox,
  paused: IconPlayerPause,
  offline: IconCloudOff,
  trouble: IconPlugConnectedX,
  none: IconInbox,
};

/** Why there is no ticket in the list, and what can be done about it. */
export function EmptyList({ kind, status }: { kind: EmptyKind; status: SyncStatus | null }) {
  const Icon = icons[kind];
  const { title, hint } = words.empty[kind];
  const problem = status && emptyProblem(kind, status);
  return (
    <div className="empty">
      {kind === 'first-sync' && <RowSkeletons count={20} />}
      <div className="empty-card" role="note">
        <span className="empty-icon">
          <Icon size={24} stroke={1.6} aria-hidden="true" />
        </span>
        <h2>{title}</h2>
        <p>{problem ? `${problem.message} ${problem.todo}` : hint}</p>
        {kind === 'no-match' && (
          <Button variant="default" onClick={showAll}>
            {words.empty.clear}
          </Button>
        )}
      </div>
    </div>
  );
}

/** The button goes with the card, so the keyboard goes on to the list. */
function showAll(): void {
  clearSearchAndFilters();
  focusGrid();
}
