/*
 * The headings of the grid: each sorts the list, and its edge sizes the column. Before them stand a checkbox for the whole list
 * and the button that opens the choice of columns.
 */

import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { type ListColumn, type ListLayout, sortOfColumn } from '../../electron/contract/views.ts';
import { openDialog } from '../state/dialogs.ts';
import { toggleSort, useQuery } from '../state/query.ts';
import { extentOf, toggleAll, useSelection } from '../state/selection.ts';
import { useSlice } from '../state/ticket-list.ts';
import { words } from '../words/words.ts';
import { ColumnSizer } from './column-sizer.tsx';
import { directionOf, isEndAligned } from './columns.ts';
import styles from './ticket-grid.module.css';

type Props = { columns: readonly ListColumn[]; layout: ListLayout; isCompact: boolean };

export function GridHeader({ columns, layout, isCompact }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of the grid in ticket-grid.tsx
    <div role="rowgroup" className={styles.head}>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus for its rows */}
      <div role="row" aria-rowindex={1} className={styles.columns}>
        <CheckAll />
        {columns.map((column, index) => (
          <Heading key={column} column={column} number={index + 2}>
            {!isCompact && <ColumnSizer column={column} layout={layout} />}
          </Heading>
        ))}
      </div>
    </div>
  );
}

/** Above the checkboxes and the stars. */
function CheckAll() {
  const box = useRef<HTMLInputElement>(null);
  const slice = useSlice((store) => store.slice);
  const matching = useSlice((store) => store.matching);
  const extent = useSelection(({ ids }) => extentOf(ids, { slice, matching }));
  useEffect(() => {
    if (box.current) box.current.indeterminate = extent === 'some'; // there is no attribute for it
  }, [extent]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of the grid in ticket-grid.tsx
    // biome-ignore lint/a11y/useFocusableInteractive: the checkbox inside takes the focus
    <div role="columnheader" aria-colindex={1} className={styles.checkAll}>
      <input
        ref={box}
        type="checkbox"
        aria-label={words.list.selection.selectAll}
        disabled={matching === 0}
        checked={extent === 'all'}
        onChange={toggleAll}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={words.list.columns.button}
        title={words.list.columns.button}
        onClick={() => openDialog({ name: 'columns' })}
      >
        <IconColumns3 size={15} aria-hidden="true" />
      </ActionIcon>
    </div>
  );
}

type HeadingProps = { column: ListColumn; number: number; children: ReactNode };

function Heading({ column, number, children }: HeadingProps) {
  const sort = useQuery((query) => query.sort);
  const direction = directionOf(column, sort);
  const Arrow = direction === 'ascending' ? IconArrowUp : IconArrowDown;
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of the grid in ticket-grid.tsx
    // biome-ignore lint/a11y/useFocusableInteractive: the button inside takes the focus
    <div
      role="columnheader"
      aria-label={words.inbox.columns[column]} // without the width, which the edge says
      aria-colindex={number}
      aria-sort={direction ?? 'none'}
      className={styles.cell}
      data-column={column}
      data-end={isEndAligned(column) || undefined}
    >
      <button
        type="button"
        className={styles.heading}
        title={words.inbox.columns[column]}
        onClick={() => toggleSort(sortOfColumn(column))}
      >
        <span className={styles.headingText}>{words.inbox.columns[column]}</span>
        {direction && <Arrow size={13} stroke={2.25} aria-hidden="true" />}
      </button>
      {children}
    </div>
  );
}
