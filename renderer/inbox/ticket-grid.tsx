/*
 * The grid of tickets. Only the visible rows are in the page, while the scroll bar and the row numbers cover all of them. The
 * grid itself holds the focus and names its active row; the keys in grid-keys.ts move it and select.
 */

import { useElementSize, useMergedRef } from '@mantine/hooks';
import { type KeyboardEvent, type MouseEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { TicketId } from '../../electron/contract/ids.ts';
import type { Density } from '../../electron/contract/views.ts';
import { ticketsPaintedMark, untilDrawn } from '../state/first-paint.ts';
import { useForm } from '../state/form.ts';
import { closeForm } from '../state/form-actions.ts';
import { useLayout } from '../state/layout.ts';
import { gridId } from '../state/screen.ts';
import { clearSelection, selectRange, useSelection } from '../state/selection.ts';
import { closeTicket, openTicket, useTicket } from '../state/ticket.ts';
import {
  holdRows,
  longestId,
  releaseRows,
  rowAt,
  setActive,
  setActiveRow,
  setActiveTicket,
  showRange,
  useHeadedFor,
  useSlice,
} from '../state/ticket-list.ts';
import { useNow } from '../ui/time.tsx';
import { words } from '../words/words.ts';
import { columnsIn, compactColumns, tracksOf } from './columns.ts';
import { noteGeometry } from './grid-geometry.ts';
import { GridHeader } from './grid-header.tsx';
import { isMenuKey, rowAfterKey } from './grid-keys.ts';
import { GridRow, rowDomId } from './grid-row.tsx';
import { RowMenu, type RowMenuPlace } from './row-menu.tsx';
import styles from './ticket-grid.module.css';
import { laidOutPx, longestLayoutPx, useRowWindow } from './use-row-window.ts';

export function TicketGrid({ isNarrow, matching }: { isNarrow: boolean; matching: number }) {
  const { slice, active, starts, query } = useSlice();
  const layout = useLayout((store) => store.layout);
  const openId = useTicket((store) => store.openId);
  const now = useNow();
  const [menu, setMenu] = useState<RowMenuPlace | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: sizeRef, width, height } = useElementSize<HTMLDivElement>();
  const gridRef = useMergedRef(scroller, sizeRef);
  const rootFontPx = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const compact = width > 0 && width < compactBelowPx; // 0: not measured yet
  const showsReasons = query?.view === 'attention';
  const rowPx = rowHeight(layout.density, compact, showsReasons, rootFontPx);
  const headerPx = headerRem * rootFontPx;
  const shown = columnsIn(layout, (width || window.innerWidth) / rootFontPx);
  const { tracks, leastWidth } = tracksOf(shown, longestId(slice));
  const names = shown.map(({ column }) => column).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new width must not render the rows again, only new columns
  const columns = useMemo(() => (compact ? compactColumns : shown.map(({ column }) => column)), [compact, names]);

  // Until the element has been measured, the height of the window is used: reading its own would force a layout.
  const heightPx = height || window.innerHeight;
  const longestPx = longestLayoutPx(window.devicePixelRatio);
  const geometry = { count: matching, rowPx, heightPx, headerPx, longestPx };
  const { first, end, shiftPx, scrollToTop, scrollToRow } = useRowWindow(scroller, geometry);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list shows its first row
  useLayoutEffect(() => scrollToTop(), [starts]);
  useEffect(() => void showRange({ first, last: Math.max(first, end - 1) }), [first, end]);
  useEffect(markFirstPaint, []);
  useEffect(() => noteGeometry({ columns, rowPx }), [columns, rowPx]);
  useFollowingPane(!isNarrow);

  function onKeyDown(event: KeyboardEvent) {
    // The headings are buttons inside the grid and handle their keys themselves.
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const pageRows = Math.floor((heightPx - headerPx) / rowPx) - 1;
    const target = rowAfterKey(event.key, active.index, matching, pageRows);
    if (target !== null) {
      if (event.shiftKey) void selectRange(target);
      setActive(target, { opens: !event.shiftKey });
      scrollToRow(target);
    } else if (event.shiftKey && event.key.toLowerCase() === 'x') {
      void selectRange(active.index);
    } else if (event.key === 'Enter') {
      setActiveRow({ opens: true, onFound: openWithFocus });
    } else if (event.key === 'Escape' && useSelection.getState().ids.size > 0) {
      clearSelection();
    } else if (event.key === 'Escape' && openId !== null) {
      closeTicket();
    } else {
      return;
    }
    event.preventDefault();
  }

  /** At the pointer; where a key opens it, at the row that the keyboard is on. */
  function openMenu(event: MouseEvent) {
    // Below its last row a right click is on the grid itself, too, and means no ticket.
    const isByKey = event.target === event.currentTarget && isMenuKey(event);
    const index = isByKey ? active.index : rowIndexOf(event.target);
    const ticket = index === null ? undefined : rowAt(slice, index);
    if (index === null || !ticket) return;
    event.preventDefault();
    const box = isByKey ? document.getElementById(rowDomId(index))?.getBoundingClientRect() : undefined;
    if (isByKey && !box) return;
    setActive(index, { opens: false });
    setMenu({
      ticket,
      index,
      xPx: box ? box.left + menuInsetPx : event.clientX,
      yPx: box ? box.bottom : event.clientY,
    });
  }

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a table cannot hold rows that are placed by their number */}
      <div
        ref={gridRef}
        id={gridId}
        className={styles.grid}
        role="grid"
        aria-label={words.inbox.grid}
        aria-rowcount={matching + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable
        aria-activedescendant={first <= active.index && active.index < end ? rowDomId(active.index) : undefined}
        tabIndex={0}
        data-compact={compact || undefined}
        onKeyDown={onKeyDown}
        onContextMenu={openMenu}
        style={{
          '--tracks': tracks,
          '--least-width': leastWidth,
          '--id-width': `${longestId(slice) + 2}ch`,
          '--row-height': `${rowPx}px`,
        }}
      >
        <GridHeader columns={columns} layout={layout} isCompact={compact} />
        {/* biome-ignore lint/a11y/useSemanticElements: as above */}
        <div
          role="rowgroup"
          className={styles.rows}
          style={{ height: laidOutPx(geometry) }}
          onPointerDown={holdUntilReleased}
        >
          {Array.from({ length: end - first }, (_row, offset) => {
            const index = first + offset;
            const ticket = rowAt(slice, index);
            return (
              <GridRow
                key={index}
                index={index}
                top={index * rowPx - shiftPx}
                ticket={ticket}
                columns={columns}
                isActive={index === active.index}
                isOpen={ticket !== undefined && ticket.id === openId}
                showsReasons={showsReasons}
                now={now}
                onOpen={openRow}
              />
            );
          })}
        </div>
      </div>
      {menu && <RowMenu place={menu} onOpen={openOfMenu} onClose={() => setMenu(null)} />}
    </>
  );
}

/** The number of the row that an element is in. */
function rowIndexOf(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
  return row ? Number(row.dataset.index) : null;
}

const menuInsetPx = 24;

/** The rows that come meanwhile could put another ticket under the pointer between its press and the click. */
function holdUntilReleased(): void {
  holdRows();
  const over = new AbortController();
  const end = () => {
    over.abort();
    setTimeout(releaseRows); // the click comes first
  };
  const { signal } = over;
  for (const event of ['pointerup', 'pointercancel', 'blur']) window.addEventListener(event, end, { signal });
}

/** Opens the ticket of a row, once that is there. */
function openRow(index: number): void {
  setActive(index, { opens: true, onFound: openInPane });
}

/** Opens a ticket and goes on with the keyboard in its pane. */
function openWithFocus(id: TicketId): void {
  useTicket.setState({ takesFocus: true });
  openInPane(id);
}

/** Opens the ticket that a menu is of: rows may have come in above it, or it may have left the list, since the menu was opened. */
function openOfMenu(id: TicketId): void {
  setActiveTicket(id);
  openInPane(id);
}

function openInPane(id: TicketId): void {
  if (useForm.getState().open) closeForm(); // the ticket takes its place; its draft is kept
  void openTicket(id);
}

/** Marks in the page's timeline when the first tickets were drawn, unless a picture showed them before. */
function markFirstPaint(): void {
  if (performance.getEntriesByName(ticketsPaintedMark).length > 0) return;
  void untilDrawn().then(() => performance.mark(ticketsPaintedMark));
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
    useHeadedFor.setState({ id });
    const timer = setTimeout(() => {
      useHeadedFor.reset();
      if (useTicket.getState().openId !== null && useForm.getState().open === null) void openTicket(id);
    }, restMs);
    return () => {
      clearTimeout(timer);
      useHeadedFor.reset();
    };
  }, [isBeside, moves]);
}

const headerRem = 2;

const rowRem: Record<Density, { readonly oneLine: number; readonly twoLines: number }> = {
  comfortable: { oneLine: 3, twoLines: 4.25 },
  standard: { oneLine: 2.375, twoLines: 3.625 },
  compact: { oneLine: 1.875, twoLines: 3.125 },
};
/** The line that says why a ticket needs the user. */
const reasonsRem = 1.125;

/** The height of a row in CSS pixels. It grows with the root font, so that larger text gets the room it needs. */
function rowHeight(density: Density, compact: boolean, showsReasons: boolean, rootFontPx: number): number {
  const { oneLine, twoLines } = rowRem[density];
  return Math.round(((compact ? twoLines : oneLine) + (showsReasons ? reasonsRem : 0)) * rootFontPx);
}

/** Below this width of the list, rows have two lines instead of the columns. */
const compactBelowPx = 760;
