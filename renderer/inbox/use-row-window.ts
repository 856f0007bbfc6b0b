import { type RefObject, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/**
 * Returns which rows of a scrolling element to render, and functions that scroll it. All rows have the same height, so the
 * range is found by division and nothing is stored for each of a million rows. `shiftPx` is how much higher than by its number a
 * row stands, because the list is longer than Chromium can lay out.
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
      const isSame = next.first === before.first && next.end === before.end && next.shiftPx === before.shiftPx;
      if (isSame) return;
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
  /** The most that Chromium lays out below each other: `longestLayoutPx`. */
  longestPx: number;
};

/** Chromium counts to 2 to the power of 25, in pixels of the screen; a larger zoom leaves fewer of the page's own. */
export const longestLayoutPx = (devicePixelRatio: number): number => Math.floor(33_000_000 / devicePixelRatio);

/** The height of all rows together, as far as it can be laid out. */
export const laidOutPx = ({ count, rowPx, longestPx }: RowGeometry): number => Math.min(count * rowPx, longestPx);

/** How far the bar moves for each pixel of the list: less than 1 where the list is longer than can be laid out. */
function scrollScale(geometry: RowGeometry): number {
  const { count, rowPx, heightPx, headerPx, longestPx } = geometry;
  const beyondPx = headerPx - heightPx;
  return count * rowPx <= longestPx ? 1 : (longestPx + beyondPx) / (count * rowPx + beyondPx);
}

/** The rows to render at a scroll position: from `first` up to, but not including, `end`. */
export function rowWindow(geometry: RowGeometry, scrollTopPx: number): { first: number; end: number; shiftPx: number } {
  const { count, rowPx, heightPx } = geometry;
  const topPx = scrollTopPx / scrollScale(geometry);
  const end = Math.min(count, Math.ceil((topPx + heightPx) / rowPx) + overscan);
  const first = Math.min(Math.max(0, Math.floor(topPx / rowPx) - overscan), end);
  return { first, end, shiftPx: Math.round(topPx - scrollTopPx) };
}

/** The nearest scroll position at which a row is visible. */
export function scrollTopShowing(index: number, geometry: RowGeometry, scrollTopPx: number): number {
  const { rowPx, heightPx, headerPx } = geometry;
  const scale = scrollScale(geometry);
  const topPx = index * rowPx;
  const lowestPx = topPx + rowPx + headerPx - heightPx;
  return Math.max(Math.min(scrollTopPx / scale, topPx), lowestPx) * scale;
}
