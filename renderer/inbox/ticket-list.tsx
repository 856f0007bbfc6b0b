/* The list of tickets. While it is empty it says why, and what can be done about it. */

import { Button } from '@mantine/core';
import {
  type Icon,
  IconCloudOff,
  IconInbox,
  IconMoodCheck,
  IconPlayerPause,
  IconPlugConnectedX,
  IconSearchOff,
} from '@tabler/icons-react';
import type { Problem } from '../../electron/contract/problem.ts';
import { type BaseView, recentlyClosedDays } from '../../electron/contract/query.ts';
import { wordsOf } from '../../electron/contract/search-text.ts';
import type { SyncStatus } from '../../electron/contract/sync-status.ts';
import { filterSentence } from '../state/filters.ts';
import { clearSearchAndFilters, hasFilters, isNarrowed, type Query, searchAllTickets } from '../state/query.ts';
import { useRepeats } from '../state/repeats.ts';
import { focusGrid } from '../state/screen.ts';
import { offlineCause, useStatus } from '../state/status.ts';
import { useSlice } from '../state/ticket-list.ts';
import { chooseView, useViewCounts } from '../state/views.ts';
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
  const unsent = useSlice((state) => state.unsent);
  const status = useStatus((store) => store.status);
  const hasPrepared = useRepeats(({ waiting }) => waiting.length > 0);

  if (matching === null) {
    return (
      <div className={styles.skeleton}>
        {problem ? <ProblemNote problem={problem} className={styles.problemAlone} /> : <RowSkeletons count={20} />}
      </div>
    );
  }
  const kind = emptyKind(status, query, unsent);
  // Prepared requests stand above the list, so nobody is told that nothing needs them.
  const isOnlyPrepared = kind === 'view' && query?.view === 'attention' && hasPrepared;
  return (
    <>
      <NotInListNote />
      {problem && <ProblemNote problem={problem} className={styles.problem} />}
      <TicketGrid isNarrow={isNarrow} matching={matching} />
      {matching === 0 && !isOnlyPrepared && <EmptyList kind={kind} status={status} query={query} />}
    </>
  );
}

const icons: Record<EmptyKind, Icon> = {
  'no-match': IconSearchOff,
  view: IconMoodCheck,
  'first-sync': IconInbox,
  paused: IconPlayerPause,
  offline: IconCloudOff,
  trouble: IconPlugConnectedX,
  none: IconInbox,
};

type EmptyListProps = { kind: EmptyKind; status: SyncStatus | null; query: Query | null };

function EmptyList({ kind, status, query }: EmptyListProps) {
  const Icon = icons[kind];
  const view = query?.view ?? 'all';
  const { title, hint } = kind === 'view' ? emptyView(view) : words.empty[kind];
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
        {kind === 'no-match' && <WayOut onClick={clearSearchAndFilters}>{words.empty.clear}</WayOut>}
        {kind === 'no-match' && view !== 'all' && <WayOut onClick={searchAllTickets}>{words.empty.searchAll}</WayOut>}
        {kind === 'view' && <SnoozedAway view={view} />}
      </div>
    </div>
  );
}

/** A button to a list with tickets. It disappears with the card, so the focus moves to the list. */
function WayOut({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <Button
      variant="default"
      onClick={() => {
        onClick();
        focusGrid();
      }}
    >
      {children}
    </Button>
  );
}

/** The views that a snoozed ticket leaves. */
const viewsWithoutSnoozed: readonly BaseView[] = ['attention', 'open', 'unread'];

/** Says where the snoozed tickets went. */
function SnoozedAway({ view }: { view: BaseView }) {
  const count = useViewCounts(({ base }) => base.snoozed ?? 0);
  if (count === 0 || !viewsWithoutSnoozed.includes(view)) return null;
  return (
    <>
      <p>{words.views.snoozedAway({ count })}</p>
      <WayOut onClick={() => chooseView('snoozed')}>{words.views.showSnoozed}</WayOut>
    </>
  );
}

function emptyView(view: BaseView): { title: string; hint: string } {
  if (view !== 'closed') return words.views.empty[view];
  const { title, hint } = words.views.empty.closed;
  return { title, hint: hint({ days: recentlyClosedDays }) };
}

/** Why the list is empty, as a key of `words.empty`; `view`: the view holds nothing now. */
type EmptyKind = Exclude<keyof typeof words.empty, 'clear' | 'searchAll'> | 'view';

/**
 * Why the list is empty: because of the query, or because of the state of the sync.
 * @param unsent how many tickets there are that the server does not have yet
 */
export function emptyKind(
  status: SyncStatus | null,
  query: Pick<Query, 'view' | 'search' | 'filters'> | null,
  unsent = 0,
): EmptyKind {
  const isSearched = query !== null && isNarrowed(query);
  if (!status) return isSearched ? 'no-match' : 'first-sync';
  const hasTickets = status.ticketCount + unsent > 0;
  if (isSearched && hasTickets) return 'no-match';
  if (query !== null && query.view !== 'all' && hasTickets) return 'view';
  if (status.connection === 'offline') return 'offline';
  if (status.connection === 'trouble' || status.connection === 'refused') return 'trouble';
  if (status.isPaused) return 'paused';
  if (status.confirmedAtMs === null || status.ticketCount > 0) return 'first-sync';
  return 'none';
}

/** What may help where nothing matches: other words if words were typed, which filters are set, and the other views. */
export function noMatchHint({ view, search, filters }: Pick<Query, 'view' | 'search' | 'filters'>): string {
  const count = wordsOf(search).length;
  const hints: string[] = [];
  if (count > 0) hints.push(count === 1 ? words.noMatch.otherWords : words.noMatch.fewerWords);
  if (hasFilters(filters)) hints.push(words.noMatch.filteredBy({ filters: filterSentence(filters) }));
  if (view !== 'all') hints.push(words.noMatch.inView({ view: words.views.name[view] }));
  return hints.join(' ');
}

/** The problem that an empty list reports instead of its own words, or `null` if those are right. */
export function emptyProblem(kind: EmptyKind, status: SyncStatus): Problem | null {
  if (kind === 'offline') return offlineCause(status);
  return kind === 'trouble' ? status.problem : null;
}
