import { isLocalTicketId, type TicketId } from '../../electron/contract/ids.ts';
import type { TicketPage } from '../../electron/contract/query.ts';
import type { TicketSummary } from '../../electron/contract/ticket.ts';

/** Part of the list, as it lies in the window: `rows[0]` is the list's row number `offset`. */
export type Slice = { readonly offset: number; readonly rows: readonly TicketSummary[] };

/** Rows `first` to `last`, both included. */
export type Range = { readonly first: number; readonly last: number };

/** The row that the keyboard is on. Once the user has gone to a row, its `id` keeps the keyboard on that ticket. */
export type ActiveRow = { readonly index: number; readonly id: TicketId | null };

/** Rows that are fetched at a time. Large enough that the wheel rarely meets an edge, small enough for a few ms. */
export const sliceRows = 200;

/** Rows that should lie ready before and behind the visible ones. */
const marginRows = 40;

export const noSlice: Slice = { offset: 0, rows: [] };

/** Whether the slice holds the visible rows with some to spare, as far as the list goes. */
export function coversWithMargin(slice: Slice, visible: Range, matching: number): boolean {
  const first = Math.max(0, visible.first - marginRows);
  const last = Math.min(matching - 1, visible.last + marginRows);
  return slice.offset <= first && slice.offset + slice.rows.length > last;
}

/** Where to begin the slice that has the visible rows in its middle. */
export function offsetAround(visible: Range): number {
  const middle = Math.floor((visible.first + visible.last) / 2);
  return Math.max(0, middle - sliceRows / 2);
}

/** The row with that number in the list, if the slice holds it. */
export function rowAt(slice: Slice, index: number): TicketSummary | undefined {
  return slice.rows[index - slice.offset];
}

/** A page as it arrives, as a slice that never reaches beyond what matches. */
export function sliceOf(page: TicketPage, offset: number): Slice {
  return { offset, rows: page.rows.slice(0, Math.max(0, page.matching - offset)) };
}

/**
 * Keeps the keyboard on the same ticket when the list changes around it; where it is gone, on the nearest row. A ticket
 * without an id of the server's goes when it gets one: the reading pane follows it there, and must not be led elsewhere.
 */
export function followActive(active: ActiveRow, slice: Slice, matching: number): ActiveRow {
  const index = Math.max(0, Math.min(active.index, matching - 1));
  if (active.id === null) return { index, id: null };
  const place = slice.rows.findIndex((row) => row.id === active.id);
  if (place >= 0) return { index: slice.offset + place, id: active.id };
  return { index, id: isLocalTicketId(active.id) ? null : (rowAt(slice, index)?.id ?? null) };
}

/** The length of the longest id in the slice, for the width of its column: an id is never cut off. Local ones are not shown. */
export function longestId(slice: Slice): number {
  return slice.rows.reduce((longest, { id }) => Math.max(longest, isLocalTicketId(id) ? 0 : id.length), 9);
}
