/*
 * The grid of tickets. Only the visible rows are in the page, while the scroll bar and the row numbers cover all of them. The
 * grid itself holds the focus and names its active row; the arrow keys, Page Up and Page Down, Home and End move it.
 */

import { useElementSize, useMergedRef } from '@mantine/hooks';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { defaultLayout, type ListColumn, sortOfColumn } from '../../electron/contract/views.ts';
import { untilDrawn } from '../state/first-paint.ts';
import { useForm } from '../state/form.ts';
import { closeForm } from '../state/form-actions.ts';
import { toggleSort, useQuery } from '../state/query.ts';
import { gridId } from '../state/screen.ts';
import { closeTicket, openTicket, useTicket } from '../state/ticket.ts';
import { longestId, rowAt, setActive, showRange, useSlice } from '../state/ticket-list.ts';
import { useNow } from '../ui/time.tsx';
import { words } from '../words/words.ts';
import { GridRow, rowDomId } from './grid-row.tsx';
import styles from './ticket-grid.module.css';
import { useRowWindow } from './use-row-window.ts';

export function TicketGrid({ isNarrow, matching }: { isNarrow: boolean; matching: number }) {
  const { slice, active, query } = useSlice();
  const openId = useTicket((store) => store.openId);
  const now = useNow();
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: sizeRef, width, height } = useElementSize<HTMLDivElement>();
  const gridRef = useMergedRef(scroller, sizeRef);
  const rootFontPx = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const compact = width > 0 && width < compactBelowPx; // 0: not measured yet
  const rowPx = rowHeight(compact, rootFontPx);
  const headerPx = headerRem * rootFontPx;

  // Until the element has been measured, the height of the window is used: reading its own would force a layout.
  const heightPx = height || window.innerHeight;
  const { first, end, scrollToTop, scrollToRow } = useRowWindow(scroller, {
    count: matching,
    rowPx,
    heightPx,
    headerPx,
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new query shows its first row
  useLayoutEffect(() => scrollToTop(), [query]);
  useEffect(() => void showRange({ first, last: Math.max(first, end - 1) }), [first, end]);
  useEffect(markFirstPaint, []);
  useFollowingPane(!isNarrow);

  function onKeyDown(event: KeyboardEvent) {
    // The headings are buttons inside the grid and handle their keys themselves.
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const pageRows = Math.floor((heightPx - headerPx) / rowPx) - 1;
    const target = rowAfterKey(event.key, active.index, matching, pageRows);
    if (target !== null) {
      setActive(target);
      scrollToRow(target);
    } else if (event.key === 'Enter') {
      useTicket.setState({ takesFocus: true });
      openRow(active.index);
    } else if (event.key === 'Escape' && openId !== null) {
      closeTicket();
    } else {
      return;
    }
    event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot hold rows that are placed by their number
    <div
      ref={gridRef}
      id={gridId}
      className={styles.grid}
      role="grid"
      aria-label={words.inbox.grid}
      aria-rowcount={matching + 1}
      aria-colcount={7}
      aria-activedescendant={first <= active.index && active.index < end ? rowDomId(active.index) : undefined}
      tabIndex={0}
      data-compact={compact || undefined}
      onKeyDown={onKeyDown}
      style={{ '--id-width': `${longestId(slice) + 2}ch`, '--row-height': `${rowPx}px` }}
    >
      <GridHeader />
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="rowgroup" className={styles.rows} style={{ height: matching * rowPx }}>
        {Array.from({ length: end - first }, (_row, offset) => {
          const index = first + offset;
          const ticket = rowAt(slice, index);
          return (
            <GridRow
              key={index}
              index={index}
              top={index * rowPx}
              ticket={ticket}
              isActive={index === active.index}
              isOpen={ticket !== undefined && ticket.id === openId}
              now={now}
              onOpen={openRow}
            />
          );
        })}
      </div>
    </div>
  );
}

function openRow(index: number): void {
  setActive(index);
  const { id } = useSlice.getState().active;
  if (id === null) return;
  if (useForm.getState().open) closeForm(); // the ticket takes its place; its draft is kept
  void openTicket(id);
}

/** The headings of the columns. Each sorts the list. */
function GridHeader() {
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of the grid in ticket-grid.tsx
    <div role="rowgroup" className={styles.head}>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus for its rows */}
      <div role="row" aria-rowindex={1} className={styles.columns}>
        {defaultLayout.columns.map(({ column }, index) => (
          <Heading key={column} column={column} number={index + 1} />
        ))}
      </div>
    </div>
  );
}

function Heading({ column, number }: { column: ListColumn; number: number }) {
  const sort = useQuery((query) => query.sort);
  const isSorted = sort.by === sortOfColumn(column);
  const Arrow = sort.direction === 'ascending' ? IconArrowUp : IconArrowDown;
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of the grid in ticket-grid.tsx
    // biome-ignore lint/a11y/useFocusableInteractive: the button inside takes the focus
    <div
      role="columnheader"
      aria-colindex={number}
      aria-sort={isSorted ? sort.direction : 'none'}
      className={styles.cell}
      data-column={column}
    >
      <button type="button" className={styles.heading} onClick={() => toggleSort(sortOfColumn(column))}>
        {words.inbox.columns[column]}
        {isSorted && <Arrow size={13} stroke={2.25} aria-hidden="true" />}
      </button>
    </div>
  );
}

const mark = 'tickets-painted';

/** Marks in the page's timeline when the first tickets were drawn; build/bench measures the start with it. */
function markFirstPaint(): void {
  if (performance.getEntriesByName(mark).length > 0) return;
  void untilDrawn().then(() => performance.mark(mark));
}

/** The row that a key moves to in a list of `count` rows, or `null` if the key does not move. */
export function rowAfterKey(key: string, index: number, count: number, pageRows: number): number | null {
  const target = targetOf(key, index, count, Math.max(1, pageRows));
  return target === null || count === 0 ? null : Math.max(0, Math.min(count - 1, target));
}

function targetOf(key: string, index: number, count: number, pageRows: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return index + 1;
    case 'ArrowUp':
      return index - 1;
    case 'PageDown':
      return index + pageRows;
    case 'PageUp':
      return index - pageRows;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** How long the keyboard must rest on a row before the pane shows it: a held key opens nothing on its way. */
const restMs = 150;

/**
 * While the pane is beside the list, it shows the ticket that the user moves to. When the list changes by itself and another
 * row becomes active, nothing is opened: otherwise the user's next action would hit a different ticket.
 */
function useFollowingPane(isBeside: boolean): void {
  const moves = useSlice((state) => state.moves);
  const lastMoves = useRef(moves);
  useEffect(() => {
    if (moves === lastMoves.current) return;
    lastMoves.current = moves;
    const { id } = useSlice.getState().active;
    if (!isBeside || id === null) return;
    const timer = setTimeout(() => {
      if (useTicket.getState().openId !== null && useForm.getState().open === null) void openTicket(id);
    }, restMs);
    return () => clearTimeout(timer);
  }, [isBeside, moves]);
}

const headerRem = 2;

/** The height of a row in CSS pixels. It grows with the root font, so that larger text gets the room it needs. */
function rowHeight(compact: boolean, rootFontPx: number): number {
  return Math.round((compact ? 3.625 : 2.375) * rootFontPx);
}

/** Below this width of the list, rows have two lines instead of seven columns. */
const compactBelowPx = 760;
