/*
 * The selected tickets. They stay selected while the list is scrolled, sorted or synced; another view, filter or search clears
 * the selection, because an action must not hit tickets that the user no longer looks for.
 */

import type { Outcome } from '../../electron/contract/calls.ts';
import { isLocalTicketId, type TicketId } from '../../electron/contract/ids.ts';
import { accountStore } from './account-store.ts';
import { showProblem } from './feedback.ts';
import { isSameList, type Query, useQuery } from './query.ts';
import { activeId, indexIn, rowAt, type Slice, useSlice } from './ticket-list.ts';

type Anchor = { readonly id: TicketId; readonly index: number };

type Selection = {
  readonly ids: ReadonlySet<TicketId>;
  /** Where a range begins: the row that was toggled last. */
  readonly anchor: Anchor | null;
  /** What was selected before the range, which is found anew with each of its ends. */
  readonly base: ReadonlySet<TicketId>;
};

const none: ReadonlySet<TicketId> = new Set();

export const useSelection = accountStore<Selection>({ ids: none, anchor: null, base: none });

useQuery.subscribe((query, before) => {
  const isSame = query.view === before.view && query.filters === before.filters && query.search === before.search;
  if (!isSame) clearSelection();
});

export function clearSelection(): void {
  useSelection.reset();
}

/** A ticket that was created here gets another id once the server has it, and the one that is selected is of nothing. */
export function dropUnknown(isUnsent: (id: TicketId) => boolean): void {
  const { ids } = useSelection.getState();
  const known = [...ids].filter((id) => !isLocalTicketId(id) || isUnsent(id));
  if (known.length < ids.size) select(known);
}

/** Selects these tickets and no others. */
export function select(ids: readonly TicketId[]): void {
  useSelection.supersede();
  const selected = new Set(ids);
  useSelection.setState({ ids: selected, anchor: null, base: selected });
}

/** Selects the ticket of a row, or deselects it. The next range begins there. */
export function toggleRow(id: TicketId, index: number): void {
  useSelection.supersede();
  useSelection.setState(({ ids }) => {
    const toggled = new Set(ids);
    if (!toggled.delete(id)) toggled.add(id);
    return { ids: toggled, anchor: { id, index }, base: toggled };
  });
}

/** Toggles the row that the keyboard is on. */
export function toggleSelected(): void {
  const list = useSlice.getState();
  const id = activeId(list);
  if (id !== null) toggleRow(id, list.active.index);
}

/** Selects the rows from the anchor to a row, instead of the last range. Without an anchor it begins where the keyboard is. */
export async function selectRange(toIndex: number, fromIndex = useSlice.getState().active.index): Promise<void> {
  const { slice, query } = useSlice.getState(); // what the user sees, whatever is on its way
  const { anchor } = useSelection.getState();
  const begin = anchor ? indexOf(anchor, slice) : fromIndex;
  const beginId = rowAt(slice, begin)?.id;
  if (!anchor && beginId) useSelection.setState(({ ids }) => ({ anchor: { id: beginId, index: begin }, base: ids }));
  const [first, last] = [Math.min(begin, toIndex), Math.max(begin, toIndex)];
  const ids = await idsOfRows(first, last, query ?? useQuery.getState());
  if (ids) useSelection.setState(({ base }) => ({ ids: new Set([...base, ...ids]) }));
}

/** No list is longer than to this row. */
export const lastRow = 1_000_000;

/** Selects every ticket of the list, however many there are; of the one that is on its way, if the user asked for another. */
export async function selectAll(): Promise<void> {
  const { matching, query } = useSlice.getState();
  const wanted = useQuery.getState();
  const isShown = isSameList(query, wanted);
  if (isShown && !matching) return;
  const ids = await idsOfRows(0, isShown && matching ? matching - 1 : lastRow, wanted);
  if (ids) select(ids);
}

/** Selects all, or none if all are. */
export function toggleAll(): void {
  if (extentOf(useSelection.getState().ids, useSlice.getState()) === 'all') clearSelection();
  else void selectAll();
}

/** Returns how much of the list is selected, as far as the window knows the list. */
export function extentOf(
  ids: ReadonlySet<TicketId>,
  { slice, matching }: { readonly slice: Slice; readonly matching: number | null },
): 'none' | 'some' | 'all' {
  if (ids.size === 0) return 'none';
  const isAll = matching !== null && matching > 0 && ids.size >= matching;
  return isAll && slice.rows.every(({ id }) => ids.has(id)) ? 'all' : 'some';
}

/** Where the anchor is now: rows may have come in above it. */
const indexOf = (anchor: Anchor, slice: Slice): number => indexIn(slice, anchor.id) ?? anchor.index;

/** Returns the tickets of some rows of a list; `null` if they cannot be had, or something else was selected meanwhile. */
async function idsOfRows(first: number, last: number, query: Query): Promise<readonly TicketId[] | null> {
  const { slice } = useSlice.getState();
  const { view, filters, search, sort } = query;
  const outcome = await useSelection.newest<Outcome<readonly TicketId[]>>(
    holds(slice, first, last)
      ? Promise.resolve({
          ok: true,
          value: slice.rows.slice(first - slice.offset, last + 1 - slice.offset).map(({ id }) => id),
        })
      : window.desk.tickets.ids({ view, filters, search, sort, first, last }),
  );
  if (!outcome) return null;
  if (outcome.ok) return outcome.value;
  showProblem(outcome.problem);
  return null;
}

const holds = ({ offset, rows }: Slice, first: number, last: number): boolean =>
  offset <= first && last < offset + rows.length;
