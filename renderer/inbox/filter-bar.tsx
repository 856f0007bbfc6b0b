/* Above the list: its filters, saving them as a view, how many tickets match, and what is set. */

import { ActionIcon, Button } from '@mantine/core';
import { IconBookmarkPlus, IconDeviceFloppy, IconFileExport } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import { type BaseView, filterFields } from '../../electron/contract/query.ts';
import { openDialog } from '../state/dialogs.ts';
import { exportList } from '../state/exports.ts';
import { useLayout } from '../state/layout.ts';
import { isNarrowed, useQuery } from '../state/query.ts';
import { focusGrid, useScreen } from '../state/screen.ts';
import { useSlice } from '../state/ticket-list.ts';
import { isChanged, updateView, useViewCounts, useViews } from '../state/views.ts';
import { Announcement } from '../ui/announcement.tsx';
import shared from '../ui/shared.module.css';
import { useAriaKeys } from '../ui/use-aria-keys.ts';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { words } from '../words/words.ts';
import { DateFilter } from './date-filter.tsx';
import styles from './filter-bar.module.css';
import { FilterChips } from './filter-chips.tsx';
import { FilterSelect } from './filter-select.tsx';

/** @param start what stands before the filters: the way to the views where they are not beside the list */
export function FilterBar({ start }: { start: ReactNode }) {
  const hasChips = useQuery(isNarrowed);
  const isOverList = useScreen(({ screen }) => screen === 'tickets'); // over the charts, each has its own
  const line = useRef<HTMLDivElement>(null);
  useKeptFocus(line, focusGrid); // a chip disappears with its button, and so does what saves a view
  return (
    <fieldset
      className={styles.bar}
      data-under-pane
      aria-label={words.inbox.filters}
      // The browser itself does not scroll to a focused element that is already partly visible.
      onFocus={({ target }) => target.scrollIntoView({ block: 'nearest', inline: 'nearest' })}
    >
      <div ref={line} className={styles.line} data-has-chips={hasChips || undefined}>
        <div className={styles.filters}>
          {start}
          {filterFields.map((field) => (
            <FilterSelect key={field} field={field} />
          ))}
          <DateFilter />
          {!hasChips && <SaveButtons />}
          {isOverList && <ExportButton />}
        </div>
        <MatchCount />
        <FilterChips>
          <SaveButtons />
        </FilterChips>
      </div>
    </fieldset>
  );
}

/** For a saved view they are offered once something is set that it does not hold. */
function SaveButtons() {
  const savedId = useQuery((query) => query.savedId);
  const saved = useViews(({ views }) => views.find((view) => view.id === savedId));
  const layout = useLayout((state) => state.layout);
  const isAsSaved = useQuery((query) => saved !== undefined && !isChanged(query, saved, layout));
  if (isAsSaved) return null;
  return (
    <>
      {saved && (
        <Button
          className={styles.save}
          variant="subtle"
          size="compact-xs"
          leftSection={<IconDeviceFloppy size={14} aria-hidden="true" />}
          title={words.views.updateHint({ name: saved.name })}
          onClick={() => void updateView()}
        >
          {words.views.update}
        </Button>
      )}
      <Button
        className={styles.save}
        variant="subtle"
        size="compact-xs"
        leftSection={<IconBookmarkPlus size={14} aria-hidden="true" />}
        title={saved ? words.views.saveAnotherHint : words.views.saveHint}
        onClick={() => openDialog({ name: 'saveView' })}
      >
        {words.views.save}
      </Button>
    </>
  );
}

/** Without a word, so that the line has room for the number of tickets. */
function ExportButton() {
  return (
    <ActionIcon
      variant="subtle"
      size="sm"
      aria-label={words.exports.button}
      title={words.exports.button}
      aria-keyshortcuts={useAriaKeys('exportTickets')}
      onClick={exportList}
    >
      <IconFileExport size={16} aria-hidden="true" />
    </ActionIcon>
  );
}

function MatchCount() {
  const { matching, total, unsent, query } = useSlice(); // the query that the list answers, not the one being typed
  const held = useViewCounts(({ base }) => (query ? base[query.view] : undefined));
  if (matching === null || query === null) return null;
  const isSearched = isNarrowed(query);
  if (matching === 0 && !isSearched) return null;
  const ofAll = () => {
    if (isSearched) return words.inbox.matching({ matching, count: total });
    return unsent === 0
      ? words.inbox.tickets({ count: total })
      : words.inbox.ticketsAndUnsent({ count: total, unsent });
  };
  const count = query.view === 'all' ? ofAll() : countInView(query.view, matching, isSearched ? held : undefined);
  return (
    <>
      <output className={`${styles.count} ${shared.tabular}`} aria-live="off">
        {count}
      </output>
      {/* After a search only: during a sync the plain count changes all the time. */}
      <Announcement text={isSearched ? count : ''} />
    </>
  );
}

/**
 * Says how many tickets of a view match: `12 of 48 open tickets`, or `48 open tickets` where all do.
 * @param held how many the view holds, if that is known; a moment older than the list
 */
export function countInView(view: BaseView, matching: number, held: number | undefined): string {
  return held === undefined || held < matching
    ? words.views.holds[view]({ count: matching })
    : words.views.matching[view]({ matching, count: held });
}
