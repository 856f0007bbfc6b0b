/*
 * The user's own marks on tickets: read or unread, star, snooze. They stay on this computer. Each of these functions returns whether
 * the mark is on the disk; why not is shown. The list follows with `ticketsChanged`, the open ticket at once.
 */

import type { Outcome } from '../../electron/contract/calls.ts';
import type { TicketId } from '../../electron/contract/ids.ts';
import type { ShownTicket } from '../../electron/contract/query.ts';
import { accountStore, inSameAccount } from './account-store.ts';
import { attempt } from './feedback.ts';
import { clearSelection, useSelection } from './selection.ts';
import { patchTicket, useTicket } from './ticket.ts';

/** Tickets that the user marked as unread: the open one among them is not read for being in sight. */
export const useLeftUnread = accountStore<{ readonly ids: ReadonlySet<TicketId> }>({ ids: new Set() });

export function setRead(ids: TicketId[], isRead: boolean): Promise<boolean> {
  const marked = new Set(ids);
  useLeftUnread.setState((left) => ({
    ids: isRead ? new Set([...left.ids].filter((id) => !marked.has(id))) : new Set([...left.ids, ...ids]),
  }));
  return mark(ids, window.desk.marks.setRead({ ids, isRead }), () => ({ isUnread: !isRead }));
}

export const star = (ids: TicketId[], isStarred: boolean): Promise<boolean> =>
  mark(ids, window.desk.marks.star({ ids, isStarred }), ({ marks }) => ({ marks: { ...marks, isStarred } }));

/**
 * Snoozed tickets leave most views, and those that come back the view of them: so they leave the selection, too.
 * @param untilMs in milliseconds since 1970; `null` brings the tickets back
 */
export async function snooze(ids: TicketId[], untilMs: number | null): Promise<boolean> {
  const isDone = await mark(ids, window.desk.marks.snooze({ ids, untilMs }), ({ marks }) => ({
    marks: { ...marks, snoozedUntilMs: untilMs },
  }));
  if (isDone && ids.some((id) => useSelection.getState().ids.has(id))) clearSelection();
  return isDone;
}

/** @param changeOf what changes in the open ticket, if it is one of these */
async function mark(
  ids: readonly TicketId[],
  call: Promise<Outcome<null>>,
  changeOf: (ticket: ShownTicket) => Parameters<typeof patchTicket>[1],
): Promise<boolean> {
  const isDone = await inSameAccount(attempt(call));
  const { ticket } = useTicket.getState();
  if (isDone && ticket && ids.includes(ticket.summary.id)) patchTicket(ticket.summary.id, changeOf(ticket));
  return isDone ?? false;
}
