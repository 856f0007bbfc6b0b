/*
 * The part of the ticket list that is near the visible rows. The main process holds the whole list; scrolling asks it for
 * the next slice before the edge of this one comes into sight.
 */

import { isLocalTicketId, type TicketId } from '../../electron/contract/ids.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import type { TicketPage, TicketRow } from '../../electron/contract/query.ts';
import { accountStore, onAccountReset } from './account-store.ts';
import { hidesTickets, isSameList, type Query, useQuery } from './query.ts';
import { noteTicketCount } from './status.ts';

/** Consecutive rows of the list: `rows[0]` is the list’s row number `offset`. */
export type Slice = { readonly offset: number; readonly rows: readonly TicketRow[] };

/** The rows from `first` to `last`, both included. */
type Range = { readonly first: number; readonly last: number };

/** The row that the keyboard is on. Once the user has moved it there, `id` keeps the keyboard on that ticket. */
type ActiveRow = { readonly index: number; readonly id: TicketId | null };

type SliceState = {
  readonly slice: Slice;
  /** How many tickets the query finds; `null` until the first response. */
  readonly matching: number | null;
  /** How many tickets there are in all, and how many of them the server does not have yet. */
  readonly total: number;
  readonly unsent: number;
  readonly active: ActiveRow;
  /** How often the user has moved the keyboard to a row; a list that changes around the row is not counted. */
  readonly moves: number;
  /** How often a list was shown from its top, as that of each new query is. */
  readonly starts: number;
  /** The query that the slice belongs to; `null` until the first response. */
  readonly query: Query | null;
  /** Why the last slice could not be loaded; the older rows stay. */
  readonly problem: Problem | null;
};

export const noSlice: Slice = { offset: 0, rows: [] };

const initial: SliceState = {
  slice: noSlice,
  matching: null,
  total: 0,
  unsent: 0,
  active: { index: 0, id: null },
  moves: 0,
  starts: 0,
  query: null,
  problem: null,
};

/** The slice that the window holds. Old rows stay until newer ones replace them, so that the list never flickers. */
export const useSlice = accountStore<SliceState>(initial);

/** Rows in a slice: enough that scrolling rarely reaches an edge, few enough to load in a few milliseconds. */
export const sliceRows = 200;

/** Rows that the slice should hold before and after the visible ones. */
const marginRows = 40;

let visible: Range = { first: 0, last: 0 };
/**
 * The numbers of the newest request and of the newest response that was shown. Unlike in other stores, a response that is
 * not the newest is shown while the user scrolls, as long as none newer was: otherwise nothing would come during a long scroll.
 */
let requested = 0;
let shown = 0;
/** The offset of the newest request while it is under way, so that scrolling does not request it twice. */
let pendingOffset: number | null = null;

type Move = {
  /** Whether the pane beside the list follows; it does not while tickets are selected. */
  readonly opens: boolean;
  /** Is called with the ticket of the row once that is known. */
  readonly onFound?: (id: TicketId) => void;
};

/**
 * The user has moved the keyboard to a row that the slice did not hold: its ticket is found once it does. A row of another list
 * is not meant, nor one that comes when the user no longer waits for it.
 */
let awaited: (Move & { readonly query: Query | null }) | null = null;

/** The list that comes next is shown from its top, wherever the one before it was scrolled to. */
let startsAtTop = false;

/** Loads the list from its top, for a new query. */
export function loadFromTop(): Promise<void> {
  awaited = null;
  startsAtTop = true;
  visible = { first: 0, last: Math.max(0, visible.last - visible.first) };
  shown = requested; // drops the responses to the older query that are still under way
  return load(0);
}

/** Loads what is visible again, because tickets changed. */
export function reload(): Promise<void> {
  return load(offsetAround(visible));
}

/** Takes which rows are visible, and loads a slice around them if this one does not hold them and a margin. */
export function showRange(range: Range): Promise<void> {
  visible = range;
  const { slice, matching, active } = useSlice.getState();
  if (active.index < range.first || active.index > range.last) awaited = null;
  const offset = offsetAround(range);
  if (matching === null || coversWithMargin(slice, range, matching) || pendingOffset === offset) {
    return Promise.resolve();
  }
  return load(offset);
}

/** Moves the keyboard to a row. */
export function setActive(index: number, move: Move = { opens: true }): void {
  const { slice, active, query } = useSlice.getState();
  const id = rowAt(slice, index)?.id ?? (index === active.index ? active.id : null);
  awaited = id === null ? { ...move, query } : null;
  useSlice.setState(({ moves }) => ({ active: { index, id }, moves: move.opens ? moves + 1 : moves }));
  if (id !== null) move.onFound?.(id);
}

/**
 * Moves the keyboard to the row that it is on. While the list of a newer query is on its way, as when Enter is pressed right after
 * a search, the first row of that one is meant.
 */
export function setActiveRow(move: Move): void {
  const { active, query } = useSlice.getState();
  const wanted = useQuery.getState();
  if (isSameList(query, wanted)) setActive(active.index, move);
  else awaited = { ...move, query: wanted };
}

/** Moves the keyboard to a ticket, wherever its row is by now, if the slice holds it. */
export function setActiveTicket(id: TicketId): void {
  const index = indexIn(useSlice.getState().slice, id);
  if (index !== null) setActive(index);
}

/**
 * The ticket that the user has moved to, until the pane beside the list follows a moment later. What is done meanwhile is meant
 * for this one, not for the one still in the pane.
 */
export const useHeadedFor = accountStore<{ readonly id: TicketId | null }>({ id: null });

let released: Promise<void> = Promise.resolve();
let release: (() => void) | null = null;

/** Leaves the rows as they are until `releaseRows`, because one is being pressed: the click is meant for what stands there now. */
export function holdRows(): void {
  if (release) return;
  released = new Promise((resolve) => {
    release = resolve;
  });
}

/** Lets the rows come that have arrived meanwhile. */
export function releaseRows(): void {
  release?.();
  release = null;
}

onAccountReset(() => {
  shown = requested;
  visible = { first: 0, last: 0 };
  pendingOffset = null;
  awaited = null;
  startsAtTop = false;
});

async function load(offset: number): Promise<void> {
  requested += 1;
  const number = requested;
  pendingOffset = offset;
  const query = useQuery.getState();
  const { view, filters, search, sort } = query;
  const outcome = await window.desk.tickets.page({ view, filters, search, sort, offset, limit: sliceRows });
  await released;
  if (number === requested) pendingOffset = null;
  if (number <= shown) return;
  shown = number;
  if (!outcome.ok) {
    awaited = null;
    useSlice.setState({ problem: outcome.problem });
    return;
  }
  const { matching, total, unsent } = outcome.value;
  noteTicketCount(total - unsent);
  const slice = sliceOf(outcome.value, offset);
  const isStart = startsAtTop;
  startsAtTop = false;
  const before = useSlice.getState();
  const isSame = isSameList(before.query, query);
  if (matching === 0 || (awaited && !isSameList(awaited.query, query))) awaited = null;
  useSlice.setState({
    slice,
    matching,
    total,
    unsent,
    starts: isStart ? before.starts + 1 : before.starts,
    query,
    problem: null,
    active: isSame ? followActive(before.active, slice, matching) : initial.active,
  });
  const { index } = useSlice.getState().active;
  if (awaited && rowAt(slice, index)) setActive(index, awaited);
  const { title } = useHidden.getState();
  if (slice.rows.some((row) => row.title === title)) useHidden.reset(); // the server’s answer made it match
  // The user may have scrolled back to rows that this slice has just replaced.
  const wanted = offsetAround(visible);
  const isElsewhere = wanted !== offset && !coversWithMargin(slice, visible, matching);
  if (isElsewhere && pendingOffset === null) await load(wanted);
}

/**
 * A new ticket that the list beside it does not show, because the query leaves it out. It is told of until the list
 * shows it or the query changes.
 */
export const useHidden = accountStore<{ readonly title: string | null; readonly query: Query | null }>({
  title: null,
  query: null,
});

/** Finds out whether the list shows a new ticket. Tickets that are not sent yet are at its top. */
export async function noteNewTicket(id: TicketId, title: string): Promise<void> {
  const query = useQuery.getState();
  if (!hidesTickets(query)) return;
  const { view, filters, search, sort } = query;
  const outcome = await useHidden.newest(
    window.desk.tickets.page({ view, filters, search, sort, offset: 0, limit: sliceRows }),
  );
  // By its title too, since the server may have created it meanwhile, under an id of its own.
  const isShown = outcome?.ok && outcome.value.rows.some((row) => row.id === id || row.title === title);
  if (outcome?.ok && !isShown) useHidden.setState({ title, query });
}

/** Returns whether the slice holds the visible rows and a margin on both sides, as far as the list goes. */
export function coversWithMargin(slice: Slice, visible: Range, matching: number): boolean {
  const first = Math.max(0, visible.first - marginRows);
  const last = Math.min(matching - 1, visible.last + marginRows);
  return slice.offset <= first && slice.offset + slice.rows.length > last;
}

/** Returns the offset of the slice that has the visible rows in its middle. */
export function offsetAround(visible: Range): number {
  const middle = Math.floor((visible.first + visible.last) / 2);
  return Math.max(0, middle - sliceRows / 2);
}

/** Returns the list’s row with that number, if the slice holds it. */
export function rowAt(slice: Slice, index: number): TicketRow | undefined {
  return slice.rows[index - slice.offset];
}

/** Returns the number of a ticket’s row, `null` if the slice does not hold it. */
export function indexIn(slice: Slice, id: TicketId): number | null {
  const place = slice.rows.findIndex((row) => row.id === id);
  return place < 0 ? null : slice.offset + place;
}

/** Returns the ticket that the keyboard is on; `null` while its row was never here. */
export function activeId({ slice, active }: Pick<SliceState, 'slice' | 'active'>): TicketId | null {
  return rowAt(slice, active.index)?.id ?? active.id;
}

/** Makes a slice of a page; it never reaches beyond the tickets that match. */
export function sliceOf(page: TicketPage, offset: number): Slice {
  return { offset, rows: page.rows.slice(0, Math.max(0, page.matching - offset)) };
}

/**
 * Keeps the keyboard on the same ticket when the list changes around it, or on the nearest row if the ticket is gone. While the
 * slice does not hold that row, because the list was scrolled away from it, nobody knows whether the ticket is gone. A
 * ticket with a local id leaves the list when the server gives it its own: then no ticket is active, because the reading
 * pane follows that ticket and must not be led to its neighbour.
 */
export function followActive(active: ActiveRow, slice: Slice, matching: number): ActiveRow {
  const index = Math.max(0, Math.min(active.index, matching - 1));
  if (active.id === null) return { index, id: null };
  const place = indexIn(slice, active.id);
  if (place !== null) return { index: place, id: active.id };
  if (isLocalTicketId(active.id) || matching === 0) return { index, id: null };
  return { index, id: rowAt(slice, index)?.id ?? active.id };
}

/** Returns the length of the longest id in the slice, for a column that cuts none off. Local ids are not shown. */
export function longestId(slice: Slice): number {
  return slice.rows.reduce((longest, { id }) => Math.max(longest, isLocalTicketId(id) ? 0 : id.length), 9);
}
