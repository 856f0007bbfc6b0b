/* The user's own marks on tickets: read or unread, star, snooze, private note. They stay on this computer. */

import type { TicketId } from '../../electron/contract/ids.ts';
import { attempt } from './feedback.ts';

/** Each of these returns whether it is on the disk; why not is shown. The list and the pane follow with `ticketsChanged`. */
export const setRead = (ids: TicketId[], isRead: boolean): Promise<boolean> =>
  attempt(window.desk.marks.setRead({ ids, isRead }));

export const star = (ids: TicketId[], isStarred: boolean): Promise<boolean> =>
  attempt(window.desk.marks.star({ ids, isStarred }));

/** @param untilMs in milliseconds since 1970; `null` brings the tickets back */
export const snooze = (ids: TicketId[], untilMs: number | null): Promise<boolean> =>
  attempt(window.desk.marks.snooze({ ids, untilMs }));

export const saveNote = (ticketId: TicketId, note: string): Promise<boolean> =>
  attempt(window.desk.marks.note({ ticketId, note }));
