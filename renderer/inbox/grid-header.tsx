import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { type SortColumn, sortColumns } from '../../electron/contract/query.ts';
import { words } from '../words.ts';
import { toggleSort, useQuery } from './query-store.ts';

/** The headings of the columns; each sorts the list. */
export function GridHeader() {
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of the grid in ticket-grid.tsx
    <div role="rowgroup" className="grid-head">
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus for its rows */}
      <div role="row" aria-rowindex={1} className="grid-columns">
        {sortColumns.map((column, index) => (
          <Heading key={column} column={column} number={index + 1} />
        ))}
      </div>
    </div>
  );
}

function Heading({ column, number }: { column: SortColumn; number: number }) {
  const sort = useQuery((query) => query.sort);
  const isSorted = sort.by === column;
  const Arrow = sort.direction === 'ascending' ? IconArrowUp : IconArrowDown;
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of the grid in ticket-grid.tsx
    // biome-ignore lint/a11y/useFocusableInteractive: the button inside takes the focus
    <div
      role="columnheader"
      aria-colindex={number}
      aria-sort={isSorted ? sort.direction : 'none'}
      className={`cell cell-${column}`}
    >
      <button type="button" className="heading" onClick={() => toggleSort(column)}>
        {words.inbox.columns[column]}
        {isSorted && <Arrow size={13} stroke={2.25} aria-hidden="true" />}
      </button>
    </div>
  );
}
