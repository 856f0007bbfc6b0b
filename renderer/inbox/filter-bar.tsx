/* The filters of the list, and how many tickets match them. */

import { Button, NativeSelect } from '@mantine/core';
import { IconChevronDown, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { type FilterField, filterFields } from '../../electron/contract/query.ts';
import {
  clearFilters,
  hasFilters,
  hidesTickets,
  optionOf,
  optionsFor,
  setFilter,
  useFacets,
  useQuery,
} from '../state/query.ts';
import { focusGrid } from '../state/screen.ts';
import { useSlice } from '../state/ticket-list.ts';
import shared from '../ui/shared.module.css';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { words } from '../words/words.ts';
import styles from './filter-bar.module.css';

export function FilterBar() {
  const isFiltered = useQuery((query) => hasFilters(query.filters));
  const bar = useRef<HTMLFieldSetElement>(null);
  useKeptFocus(bar, focusGrid);
  return (
    <fieldset
      ref={bar}
      className={styles.bar}
      data-under-pane
      aria-label={words.inbox.filters}
      // The browser itself does not scroll to a focused element that is already partly visible.
      onFocus={({ target }) => target.scrollIntoView({ block: 'nearest', inline: 'nearest' })}
    >
      <div className={styles.filters}>
        {filterFields.map((field) => (
          <FilterSelect key={field} field={field} />
        ))}
        {isFiltered && (
          <Button
            className={styles.clear}
            variant="subtle"
            size="compact-sm"
            leftSection={<IconX size={14} />}
            aria-label={words.inbox.clearFilters}
            title={words.inbox.clearFilters}
            onClick={clearFilters}
          >
            {words.inbox.clearFilters}
          </Button>
        )}
      </div>
      <MatchCount />
    </fieldset>
  );
}

function FilterSelect({ field }: { field: FilterField }) {
  const facet = useFacets((facets) => facets[field]);
  const values = useQuery((query) => query.filters[field]);
  return (
    <NativeSelect
      className={styles.filter}
      size="xs"
      aria-label={words.inbox.filter[field]}
      data-active={values.length > 0 || undefined}
      rightSection={<IconChevronDown size={14} aria-hidden="true" />}
      value={optionOf(field, values)}
      data={optionsFor(field, facet, values)}
      onChange={(event) => setFilter(field, event.currentTarget.value)}
    />
  );
}

function MatchCount() {
  const { matching, total, unsent, query } = useSlice(); // the query that the list answers, not the one being typed
  const isNarrowed = query !== null && hidesTickets(query);
  if (matching === null || (matching === 0 && !isNarrowed)) return null;
  return (
    // Announced after a search only: during a sync the plain count changes all the time.
    <output className={`${styles.count} ${shared.tabular}`} aria-live={isNarrowed ? 'polite' : 'off'}>
      {isNarrowed ? words.inbox.matching(matching, total) : words.inbox.all(total, unsent)}
    </output>
  );
}
