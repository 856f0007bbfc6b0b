import { type RefObject, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/**
 * Which of many rows of one height are to be drawn in a box that scrolls, and how to bring one into sight. That the rows
 * have one height is what makes this a division: nothing is kept for each of a hundred thousand.
 */
export function useRowWindow(box: RefObject<HTMLElement | null>, geometry: RowGeometry) {
  const [drawnAtPx, setDrawnAtPx] = useState(0);
  const isScrolled = useRef(false);
  const current = useRef(geometry);
  current.current = geometry;

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let atPx = 0;
    const onScroll = () => {
      isScrolled.current = element.scrollTop > 0;
      const before = rowWindow(current.current, atPx);
      const next = rowWindow(current.current, element.scrollTop);
      if (next.first === before.first && next.end === before.end) return;
      atPx = element.scrollTop;
      flushSync(() => setDrawnAtPx(atPx)); // before the frame that shows the new place
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => element.removeEventListener('scroll', onScroll);
  }, [box]);

  return {
    ...rowWindow(geometry, drawnAtPx),
    scrollToTop() {
      if (isScrolled.current) box.current?.scrollTo(0, 0); // asked in vain it costs a layout, at the start the first one
    },
    scrollToRow(index: number) {
      const element = box.current;
      if (element) element.scrollTop = scrollTopShowing(index, current.current, element.scrollTop);
    },
  };
}

/** Rows beyond the visible ones, so that a quick scroll finds them drawn. */
const overscan = 8;

/** What is needed to know where rows of one height lie; lengths in CSS pixels. */
export type RowGeometry = {
  count: number;
  rowPx: number;
  /** Of the box that scrolls. */
  heightPx: number;
  /** Of the heading that stays on top of the rows and takes that much of the height. */
  headerPx: number;
};

/** The rows to draw at a place of the scroll bar: from `first` to before `end`. */
export function rowWindow(
  { count, rowPx, heightPx }: RowGeometry,
  scrollTopPx: number,
): { first: number; end: number } {
  const end = Math.min(count, Math.ceil((scrollTopPx + heightPx) / rowPx) + overscan);
  const first = Math.min(Math.max(0, Math.floor(scrollTopPx / rowPx) - overscan), end);
  return { first, end };
}

/** Where to scroll to, so that a row is in sight; no further than needed. */
export function scrollTopShowing(
  index: number,
  { rowPx, heightPx, headerPx }: RowGeometry,
  scrollTopPx: number,
): number {
  const topPx = index * rowPx;
  const lowestPx = topPx + rowPx + headerPx - heightPx;
  return Math.max(Math.min(scrollTopPx, topPx), lowestPx);
}
