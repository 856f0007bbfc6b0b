import { type RefObject, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/**
 * Returns which rows of a scrolling element to render, and functions that scroll it. All rows have the same height, so the
 * range is found by division and nothing is stored for each of a hundred thousand rows.
 */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, geometry: RowGeometry) {
  const [renderedAtPx, setRenderedAtPx] = useState(0);
  const isScrolled = useRef(false);
  const current = useRef(geometry);
  current.current = geometry;

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let atPx = 0;
    const onScroll = () => {
      isScrolled.current = element.scrollTop > 0;
      const before = rowWindow(current.current, atPx);
      const next = rowWindow(current.current, element.scrollTop);
      if (next.first === before.first && next.end === before.end) return;
      atPx = element.scrollTop;
      flushSync(() => setRenderedAtPx(atPx)); // before the frame that shows the new scroll position
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => element.removeEventListener('scroll', onScroll);
  }, [scroller]);

  return {
    ...rowWindow(geometry, renderedAtPx),
    scrollToTop() {
      if (isScrolled.current) scroller.current?.scrollTo(0, 0); // scrolling forces a layout, even where there is nothing to scroll
    },
    scrollToRow(index: number) {
      const element = scroller.current;
      if (element) element.scrollTop = scrollTopShowing(index, current.current, element.scrollTop);
    },
  };
}

/** Rows rendered beyond the visible ones on either side, so that a quick scroll does not show gaps. */
const overscan = 8;

/** The measures of the list in CSS pixels. */
export type RowGeometry = {
  count: number;
  rowPx: number;
  /** The height of the scrolling element. */
  heightPx: number;
  /** The height of the heading, which stays on top and covers that much of the rows. */
  headerPx: number;
};

/** The rows to render at a scroll position: from `first` up to, but not including, `end`. */
export function rowWindow(
  { count, rowPx, heightPx }: RowGeometry,
  scrollTopPx: number,
): { first: number; end: number } {
  const end = Math.min(count, Math.ceil((scrollTopPx + heightPx) / rowPx) + overscan);
  const first = Math.min(Math.max(0, Math.floor(scrollTopPx / rowPx) - overscan), end);
  return { first, end };
}

/** The nearest scroll position at which a row is visible. */
export function scrollTopShowing(
  index: number,
  { rowPx, heightPx, headerPx }: RowGeometry,
  scrollTopPx: number,
): number {
  const topPx = index * rowPx;
  const lowestPx = topPx + rowPx + headerPx - heightPx;
  return Math.max(Math.min(scrollTopPx, topPx), lowestPx);
}
