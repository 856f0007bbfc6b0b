import type { KeyboardEvent, PointerEvent } from 'react';
import type { ListColumn, ListLayout } from '../../electron/contract/views.ts';
import { narrowestPx, sizeColumn, widestPx } from '../state/layout.ts';
import { words } from '../words/words.ts';
import styles from './ticket-grid.module.css';

type Props = { column: ListColumn; layout: ListLayout };

const stepPx = 16;
/** Widths are kept for the standard font size, at which a rem has so many pixels. */
const standardFontPx = 16;

/**
 * The edge of a heading. It sizes the column by dragging and by the arrow keys; a double click, Home and Backspace give the
 * column its own width again.
 */
export function ColumnSizer({ column, layout }: Props) {
  const widthPx = layout.columns.find((shown) => shown.column === column)?.widthPx ?? null;

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const direction = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (event.key === 'Home' || event.key === 'Backspace') sizeColumn(column, null);
    else if (direction)
      sizeColumn(
        column,
        (widthPx ?? shownPx(event.currentTarget)) + direction * towardsEnd(event.currentTarget) * stepPx,
      );
    else return;
    event.preventDefault();
  }

  function onPointerDown(event: PointerEvent<HTMLElement>) {
    const edge = event.currentTarget;
    if (event.button !== 0) return;
    event.preventDefault();
    edge.setPointerCapture(event.pointerId);
    const fromX = event.clientX;
    const fromPx = shownPx(edge);
    const zoom = rootFontPx() / standardFontPx;
    const onMove = (move: globalThis.PointerEvent) =>
      sizeColumn(column, fromPx + ((move.clientX - fromX) * towardsEnd(edge)) / zoom);
    edge.addEventListener('pointermove', onMove);
    edge.addEventListener('lostpointercapture', () => edge.removeEventListener('pointermove', onMove), { once: true });
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be focused and moved
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={words.list.columns.width({ column: words.inbox.columns[column] })}
      aria-valuemin={narrowestPx}
      aria-valuemax={widestPx}
      aria-valuenow={widthPx ?? narrowestPx}
      aria-valuetext={widthPx === null ? words.list.columns.ownWidth : undefined}
      tabIndex={0}
      className={styles.sizer}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onDoubleClick={() => sizeColumn(column, null)}
    />
  );
}

const rootFontPx = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

/** How wide the column is now, at the standard font size. */
function shownPx(edge: Element): number {
  const width = edge.parentElement?.getBoundingClientRect().width ?? narrowestPx;
  return (width * standardFontPx) / rootFontPx();
}

/** Text that runs from right to left turns the columns around. */
const towardsEnd = (edge: Element): 1 | -1 => (getComputedStyle(edge).direction === 'rtl' ? -1 : 1);
