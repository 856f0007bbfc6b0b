import { create } from 'zustand';
import { isLocalTicketId, type TicketId } from '../../electron/contract/ids.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import type { TicketPage } from '../../electron/contract/query.ts';
import type { TicketSummary } from '../../electron/contract/ticket.ts';
import { type Query, useQuery } from './query.ts';

/** Part of the list, as it lies in the window: `rows[0]` is the list's row number `offset`. */
export type Slice = { readonly offset: number; readonly rows: readonly TicketSummary[] };

/** Rows `first` to `last`, both included. */
type Range = { readonly first: number; readonly last: number };

/** The row that the keyboard is on. Once the user has gone to a row, its `id` keeps the keyboard on that ticket. */
type ActiveRow = { readonly index: number; readonly id: TicketId | null };

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

type SliceState = {
  readonly slice: Slice;
  /** How many tickets the query finds; `null` until the first answer. */
  readonly matching: number | null;
  readonly active: ActiveRow;
  /** How often the user has put the keyboard on a row. A list that changes around the row raises nothing. */
  readonly moves: number;
  /** The query that the slice answers; `null` until the first answer. A list of a new query begins at its top. */
  readonly query: Query | null;
  /** Why the last slice could not be had; the older rows stay. */
  readonly problem: Problem | null;
};

const nothing: SliceState = {
  slice: noSlice,
  matching: null,
  active: { index: 0, id: null },
  moves: 0,
  query: null,
  problem: null,
};

/** The part of the list that lies in the window. Old rows stay until newer ones replace them, so it never blinks. */
export const useSlice = create<SliceState>(() => nothing);

let visible: Range = { first: 0, last: 0 };
/** Numbers of the newest request and of the newest answer that was shown: an answer older than that is dropped. */
let asked = 0;
let shown = 0;
/** The offset that is on its way, so that scrolling does not ask for it twice. */
let pendingOffset: number | null = null;

/** Loads the list from its top; for a new query. */
export function loadFromTop(): Promise<void> {
  visible = { first: 0, last: Math.max(0, visible.last - visible.first) };
  shown = asked; // answers to the older query, still under way, are of no more use
  return load(0);
}

/** Loads what is visible again, because tickets changed. */
export function reload(): Promise<void> {
  return load(offsetAround(visible));
}

/** Tells which rows are visible; loads more when the slice does not hold them with some to spare. */
export function showRange(range: Range): Promise<void> {
  visible = range;
  const { slice, matching } = useSlice.getState();
  const offset = offsetAround(range);
  if (matching === null || coversWithMargin(slice, range, matching) || pendingOffset === offset) {
    return Promise.resolve();
  }
  return load(offset);
}

/** Puts the keyboard on a row. */
export function setActive(index: number): void {
  useSlice.setState(({ slice, moves }) => ({
    active: { index, id: rowAt(slice, index)?.id ?? null },
    moves: moves + 1,
  }));
}

/** Forgets everything; for another account. */
export function resetSlice(): void {
  shown = asked;
  visible = { first: 0, last: 0 };
  pendingOffset = null;
  useSlice.setState(nothing);
}

async function load(offset: number): Promise<void> {
  asked += 1;
  const number = asked;
  pendingOffset = offset;
  const query = useQuery.getState();
  const { filters, search, sort } = query;
  const outcome = await window.desk.tickets.page({ filters, search, sort, offset, limit: sliceRows });
  if (number === asked) pendingOffset = null;
  if (number <= shown) return;
  shown = number;
  if (!outcome.ok) {
    useSlice.setState({ problem: outcome.problem });
    return;
  }
  const { matching } = outcome.value;
  const slice = sliceOf(outcome.value, offset);
  useSlice.setState((before) => ({
    slice,
    matching,
    query,
    problem: null,
    active: before.query === query ? followActive(before.active, slice, matching) : nothing.active,
  }));
  // Meanwhile the user may have gone back to rows that were there until now.
  const wanted = offsetAround(visible);
  const isElsewhere = wanted !== offset && !coversWithMargin(slice, visible, matching);
  if (isElsewhere && pendingOffset === null) await load(wanted);
}
