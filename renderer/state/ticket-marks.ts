/*
 * The user's marks on the ticket in the reading pane. It is read as soon as it has been in sight for a moment, unless the user
 * sets it back to unread.
 */

import type { TicketId } from '../../electron/contract/ids.ts';
import { isReminderDue } from '../../electron/contract/marks.ts';
import { inSameAccount, onAccountReset } from './account-store.ts';
import { attemptInBackground } from './feedback.ts';
import { useForm } from './form.ts';
import { setRead, snooze, star, useLeftUnread } from './marks.ts';
import { useScreen } from './screen.ts';
import { useSession } from './session.ts';
import { patchTicket, ticketInPane, useTicket } from './ticket.ts';

/** Stars the open ticket or takes its star away. */
export async function toggleStar(): Promise<void> {
  const ticket = ticketInPane();
  if (ticket) await star([ticket.summary.id], !ticket.marks.isStarred);
}

/** Puts the open ticket out of the way until a moment, in milliseconds since 1970; `null` brings it back. */
export async function snoozeTicket(untilMs: number | null): Promise<void> {
  const ticket = ticketInPane();
  if (ticket) await snooze([ticket.summary.id], untilMs);
}

/** Marks the open ticket as read or unread. Once it is unread it stays so until it is opened again. */
export async function toggleRead(): Promise<void> {
  const ticket = ticketInPane();
  if (ticket) await setRead([ticket.summary.id], ticket.isUnread);
}

/** How long a ticket is in sight until it counts as read. Whoever moves through the list with the arrow keys reads nothing. */
const readAfterMs = 1_500;

/** The ticket in the pane as the rule below saw it last. */
let watchedId: TicketId | null = null;
/** The ticket that is read when it stays in sight. */
let waiting: { readonly id: TicketId; readonly timer: ReturnType<typeof setTimeout> } | null = null;

/** Reads tickets that stay in sight. Called once. */
export function listenToReading(): void {
  for (const event of ['focus', 'blur']) window.addEventListener(event, watchReading);
  document.addEventListener('visibilitychange', watchReading);
  for (const store of [useTicket, useScreen, useForm, useSession, useLeftUnread]) store.subscribe(watchReading);
}

function watchReading(): void {
  const { openId } = useTicket.getState();
  if (openId !== watchedId) {
    watchedId = openId;
    useLeftUnread.reset(); // opened again, a ticket is read again
  }
  const id = unreadInSight();
  if (id === (waiting?.id ?? null)) return;
  stopWaiting();
  if (id !== null) waiting = { id, timer: setTimeout(() => void read(id), readAfterMs) };
}

/** Returns the ticket that the user looks at, if there is news in it. */
function unreadInSight(): TicketId | null {
  const ticket = ticketInPane();
  if (!ticket || useScreen.getState().screen !== 'tickets' || useForm.getState().open !== null) return null;
  if (useSession.getState().signingIn !== null) return null; // its form covers everything
  if (document.visibilityState !== 'visible' || !document.hasFocus()) return null;
  const { id } = ticket.summary;
  const isNews = ticket.isUnread || isReminderDue(ticket.marks, Date.now());
  return isNews && !useLeftUnread.getState().ids.has(id) ? id : null;
}

async function read(id: TicketId): Promise<void> {
  stopWaiting();
  const isRead = await inSameAccount(attemptInBackground(window.desk.marks.setRead({ ids: [id], isRead: true })));
  const ticket = ticketInPane();
  if (ticket?.summary.id !== id) return;
  if (!isRead) {
    useLeftUnread.setState({ ids: new Set([id]) }); // instead of trying again and again
  } else {
    const marks = isReminderDue(ticket.marks, Date.now()) ? { ...ticket.marks, snoozedUntilMs: null } : ticket.marks;
    patchTicket(id, { isUnread: false, marks });
  }
}

function stopWaiting(): void {
  if (waiting) clearTimeout(waiting.timer);
  waiting = null;
}

onAccountReset(stopWaiting);
