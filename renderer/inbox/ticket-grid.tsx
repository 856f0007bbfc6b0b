import './grid.css';
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { leaveForm } from '../form/form-actions.ts';
import { useForm } from '../form/form-store.ts';
import { useNow } from '../parts/use-now.ts';
import { closeTicket, openTicket, useTicket } from '../ticket/ticket-store.ts';
import { words } from '../words.ts';
import { markFirstPaint } from './first-paint.ts';
import { gridId } from './focus.ts';
import { GridHeader } from './grid-header.tsx';
import { rowAfterKey } from './grid-keys.ts';
import { GridRow, rowDomId } from './grid-row.tsx';
import { isCompact, rowHeight } from './list-width.ts';
import { longestId, rowAt } from './slice.ts';
import { setActive, showRange, useSlice } from './slice-store.ts';
import { useFollowingPane } from './use-following-pane.ts';
import { useRowWindow } from './use-row-window.ts';

const headerRem = 2;

/** The tickets: only visible rows are in the page, while the scroll bar and the row numbers tell of all of them. */
export function TicketGrid({ isNarrow, matching }: { isNarrow: boolean; matching: number }) {
  const { slice, active, query } = useSlice();
  const openId = useTicket((store) => store.openId);
  const now = useNow();
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: sizeRef, width, height } = useElementSize<HTMLDivElement>();
  const gridRef = useMergedRef(scroller, sizeRef);
  const rootFontPx = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const compact = isCompact(width);
  const rowPx = rowHeight(compact, rootFontPx);
  const headerPx = headerRem * rootFontPx;

  // Before the box is measured it is taken for as high as the window: asking it would cost a layout of its own.
  const heightPx = height || window.innerHeight;
  const { first, end, scrollToTop, scrollToRow } = useRowWindow(scroller, {
    count: matching,
    rowPx,
    heightPx,
    headerPx,
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list begins at its top
  useLayoutEffect(() => scrollToTop(), [query]);
  useEffect(() => void showRange({ first, last: Math.max(first, end - 1) }), [first, end]);
  useEffect(markFirstPaint, []);
  useFollowingPane(!isNarrow);

  function onKeyDown(event: KeyboardEvent) {
    // Headings are buttons inside the grid and answer to their own keys.
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
      className="grid"
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
      <div role="rowgroup" className="grid-rows" style={{ height: matching * rowPx }}>
        {Array.from({ length: end - first }, (_row, place) => {
          const index = first + place;
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
  if (useForm.getState().open) leaveForm(); // it stands where the ticket is to be read; what is in it stays
  void openTicket(id);
}
