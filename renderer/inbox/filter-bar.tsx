import './filters.css';
import { Button, NativeSelect } from '@mantine/core';
import { IconChevronDown, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { type FilterField, filterFields } from '../../electron/contract/query.ts';
import { useFacets } from '../state/facets.ts';
import { focusGrid } from '../state/focus.ts';
import { clearFilters, hasFilters, narrows, optionOf, optionsFor, setFilter, useQuery } from '../state/query.ts';
import { useStatus } from '../state/status.ts';
import { useSlice } from '../state/ticket-list.ts';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { words } from '../words/words.ts';

/** The filters of the list, and how many tickets they leave. */
export function FilterBar() {
  const isFiltered = useQuery((query) => hasFilters(query.filters));
  const bar = useRef<HTMLFieldSetElement>(null);
  useKeptFocus(bar, focusGrid);
  return (
    <fieldset
      ref={bar}
      className="filter-bar"
      aria-label={words.inbox.filters}
      // By itself the browser brings nothing into sight of which a piece is in it already.
      onFocus={({ target }) => target.scrollIntoView({ block: 'nearest', inline: 'nearest' })}
    >
      <div className="filters">
        {filterFields.map((field) => (
          <FilterSelect key={field} field={field} />
        ))}
        {isFiltered && (
          <Button
            className="clear-filters"
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
  const choices = useFacets((all) => all[field]);
  const values = useQuery((query) => query.filters[field]);
  return (
    <NativeSelect
      className="filter"
      size="xs"
      aria-label={words.inbox.filter[field]}
      data-active={values.length > 0 || undefined}
      rightSection={<IconChevronDown size={14} aria-hidden="true" />}
      value={optionOf(field, values)}
      data={optionsFor(field, choices, values)}
      onChange={(event) => setFilter(field, event.currentTarget.value)}
    />
  );
}

function MatchCount() {
  const matching = useSlice((state) => state.matching);
  const query = useSlice((state) => state.query); // the one that is answered, not the one that is being typed
  const isNarrowed = query !== null && narrows(query);
  const all = useStatus(({ status }) => status?.ticketCount ?? 0);
  if (matching === null || (matching === 0 && !isNarrowed)) return null;
  return (
    // Spoken after a search; during a sync the plain count changes all the time and is not.
    <output className="match-count tabular" aria-live={isNarrowed ? 'polite' : 'off'}>
      {words.inbox.matching(matching, all, isNarrowed)}
    </output>
  );
}
