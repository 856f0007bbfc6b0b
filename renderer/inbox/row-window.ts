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
