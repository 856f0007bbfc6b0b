/** Below this width of the window, in CSS pixels, the reading pane covers the list instead of standing beside it. */
const narrowBelowPx = 1_000;
/** Below this width of the list, rows have two lines instead of seven columns. */
const compactBelowPx = 760;

/** The media query for a narrow window; inbox.css holds the same number. */
export const narrowQuery = `(max-width: ${narrowBelowPx - 0.02}px)`;

/** Whether a list of that width shows rows of two lines. */
export function isCompact(listWidthPx: number): boolean {
  return listWidthPx > 0 && listWidthPx < compactBelowPx;
}

/** The height of a row for a size of the root font, so that larger text gets the room it needs. */
export function rowHeight(compact: boolean, rootFontPx: number): number {
  return Math.round((compact ? 3.625 : 2.375) * rootFontPx);
}
