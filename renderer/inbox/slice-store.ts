import { create } from 'zustand';
import type { Problem } from '../../electron/contract/problem.ts';
import { type Query, useQuery } from './query-store.ts';
import {
  type ActiveRow,
  coversWithMargin,
  followActive,
  noSlice,
  offsetAround,
  type Range,
  rowAt,
  type Slice,
  sliceOf,
  sliceRows,
} from './slice.ts';

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
