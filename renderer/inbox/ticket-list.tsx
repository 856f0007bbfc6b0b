/* The list of tickets. While it is empty it says why, and what can be done about it. */

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
import { wordsOf } from '../../electron/contract/search-text.ts';
import type { SyncStatus } from '../../electron/contract/sync-status.ts';
import { clearSearchAndFilters, filterWords, hasFilters, hidesTickets, type Query } from '../state/query.ts';
import { focusGrid } from '../state/screen.ts';
import { offlineCause, useStatus } from '../state/status.ts';
import { useSlice } from '../state/ticket-list.ts';
import { ProblemFacts, ProblemNote } from '../ui/problem-note.tsx';
import { RowSkeletons } from '../ui/row-skeletons.tsx';
import { words } from '../words/words.ts';
import { NotInListNote } from './not-in-list-note.tsx';
import { TicketGrid } from './ticket-grid.tsx';
import styles from './ticket-list.module.css';

export function TicketList({ isNarrow }: { isNarrow: boolean }) {
  return (
    <div className={styles.list} data-under-pane>
      <ListContent isNarrow={isNarrow} />
    </div>
  );
}

function ListContent({ isNarrow }: { isNarrow: boolean }) {
  const matching = useSlice((state) => state.matching);
  const problem = useSlice((state) => state.problem);
  const query = useSlice((state) => state.query);
  const status = useStatus((store) => store.status);

  if (matching === null) {
    return (
      <div className={styles.skeleton}>
        {problem ? <ProblemNote problem={problem} className={styles.problemAlone} /> : <RowSkeletons count={20} />}
      </div>
    );
  }
  return (
    <>
      <NotInListNote />
      {problem && <ProblemNote problem={problem} className={styles.problem} />}
      <TicketGrid isNarrow={isNarrow} matching={matching} />
      {matching === 0 && (
        <EmptyList kind={emptyKind(status, query !== null && hidesTickets(query))} status={status} query={query} />
      )}
    </>
  );
}

const icons: Record<EmptyKind, Icon> = {
  'no-match': IconSearchOff,
  'first-sync': IconInbox,
  paused: IconPlayerPause,
  offline: IconCloudOff,
  trouble: IconPlugConnectedX,
  none: IconInbox,
};

type EmptyListProps = { kind: EmptyKind; status: SyncStatus | null; query: Query | null };

function EmptyList({ kind, status, query }: EmptyListProps) {
  const Icon = icons[kind];
  const { title, hint } = words.empty[kind];
  const problem = status && emptyProblem(kind, status);
  return (
    <div className={styles.empty}>
      {kind === 'first-sync' && <RowSkeletons count={20} className={styles.rows} />}
      <div className={styles.card} role="note">
        <span className={styles.icon}>
          <Icon size={24} stroke={1.6} aria-hidden="true" />
        </span>
        <h2>{title}</h2>
        <p>
          {problem ? `${problem.message} ${problem.todo}` : kind === 'no-match' && query ? noMatchHint(query) : hint}
        </p>
        {problem && <ProblemFacts problem={problem} />}
        {kind === 'no-match' && (
          <Button variant="default" onClick={showAll}>
            {words.empty.clear}
          </Button>
        )}
      </div>
    </div>
  );
}

/** The button disappears with the card, so the focus moves to the list. */
function showAll(): void {
  clearSearchAndFilters();
  focusGrid();
}

/** Why the list is empty, as a key of `words.empty`. */
type EmptyKind = Exclude<keyof typeof words.empty, 'clear'>;

/** Why the list is empty: because of the query, or because of the state of the sync. */
export function emptyKind(status: SyncStatus | null, isNarrowed: boolean): EmptyKind {
  if (!status) return isNarrowed ? 'no-match' : 'first-sync';
  if (isNarrowed && status.ticketCount > 0) return 'no-match';
  if (status.connection === 'offline') return 'offline';
  if (status.connection === 'trouble' || status.connection === 'refused') return 'trouble';
  if (status.isPaused) return 'paused';
  if (status.confirmedAtMs === null || status.ticketCount > 0) return 'first-sync';
  return 'none';
}

/** What may help where nothing matches: other words if words were typed, and which filters are set. */
export function noMatchHint({ search, filters }: Query): string {
  const count = wordsOf(search).length;
  const hints: string[] = [];
  if (count > 0) hints.push(count === 1 ? words.noMatch.otherWords : words.noMatch.fewerWords);
  if (hasFilters(filters)) hints.push(words.noMatch.filteredBy(filterWords(filters)));
  return hints.join(' ');
}

/** The problem that an empty list reports instead of its own words, or `null` if those are right. */
export function emptyProblem(kind: EmptyKind, status: SyncStatus): Problem | null {
  if (kind === 'offline') return offlineCause(status);
  return kind === 'trouble' ? status.problem : null;
}
