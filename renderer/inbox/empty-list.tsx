import { Button } from '@mantine/core';
import {
  type Icon,
  IconCloudOff,
  IconInbox,
  IconPlayerPause,
  IconPlugConnectedX,
  IconSearchOff,
} from '@tabler/icons-react';
import type { Problem } from '../../electron/contract/problem.ts';
import { words } from '../words.ts';
import type { EmptyKind } from './empty-kind.ts';
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
export function EmptyList({ kind, problem }: { kind: EmptyKind; problem: Problem | null }) {
  const Icon = icons[kind];
  const { title, hint } = words.empty[kind];
  const reason = kind === 'trouble' && problem ? `${problem.message} ${problem.todo}` : hint;
  return (
    <div className="empty">
      {kind === 'first-sync' && <RowSkeletons count={20} />}
      <div className="empty-card" role="note">
        <span className="empty-icon">
          <Icon size={24} stroke={1.6} aria-hidden="true" />
        </span>
        <h2>{title}</h2>
        <p>{reason}</p>
        {kind === 'no-match' && (
          <Button variant="default" onClick={clearSearchAndFilters}>
            {words.empty.clear}
          </Button>
        )}
      </div>
    </div>
  );
}
