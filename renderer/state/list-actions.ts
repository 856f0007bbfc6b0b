/* The marks that keys and menus set: on the selection if there is one, otherwise on the open or active ticket. */

import type { TicketId } from '../../electron/contract/ids.ts';
import { inSameAccount } from './account-store.ts';
import { openDialog } from './dialogs.ts';
import { showProblem } from './feedback.ts';
import { setRead, star } from './marks.ts';
import { useQuery } from './query.ts';
import { useSelection } from './selection.ts';
import { useTicket } from './ticket.ts';
import { rowAt, useSlice } from './ticket-list.ts';

/** Returns the tickets that an action is about now. */
export function targets(): TicketId[] {
  const { ids } = useSelection.getState();
  if (ids.size > 0) return [...ids];
  const { slice, active } = useSlice.getState();
  const id = useTicket.getState().openId ?? rowAt(slice, active.index)?.id;
  return id === undefined ? [] : [id];
}

const rowsOf = (ids: readonly TicketId[]) => useSlice.getState().slice.rows.filter(({ id }) => ids.includes(id));

/** Stars the tickets; unstars them if all are starred. */
export function starActive(): void {
  const ids = targets();
  void star(ids, !rowsOf(ids).every((row) => row.isStarred));
}

/** Marks the tickets as read; as unread if none is unread. */
export function toggleReadActive(): void {
  const ids = targets();
  void setRead(
    ids,
    rowsOf(ids).some((row) => row.isUnread),
  );
}

export function snoozeActive(): void {
  openDialog({ name: 'snoozeDate', ids: targets() });
}

/** Marks all tickets of the list as read. */
export async function readAll(): Promise<void> {
  const { view, filters, search, sort } = useQuery.getState();
  const last = 1_000_000;
  const outcome = await inSameAccount(window.desk.tickets.ids({ view, filters, search, sort, first: 0, last }));
  if (outcome?.ok && outcome.value.length > 0) await setRead(outcome.value, true);
  else if (outcome?.ok === false) showProblem(outcome.problem);
}
