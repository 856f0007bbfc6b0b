/* The dates of planned maintenance, which are the user's own, and the file of them for calendars. */

import type { Maintenance } from '../../electron/contract/calendar.ts';
import type { TicketId } from '../../electron/contract/ids.ts';
import { words } from '../words/words.ts';
import { inSameAccount } from './account-store.ts';
import { attempt, dismissProblem, showNotice, showProblem } from './feedback.ts';
import { readTicket } from './ticket.ts';
import { forgetDates, typedDatesOf } from './ticket-dates.ts';

/** Sets a ticket's dates, or with `null` removes them. */
export async function setDates(ticketId: TicketId, dates: Maintenance | null): Promise<void> {
  const typedBefore = typedDatesOf(ticketId);
  if (!(await inSameAccount(attempt(window.desk.calendar.setDates({ ticketId, dates }))))) return;
  await readTicket();
  if (typedDatesOf(ticketId) === typedBefore) forgetDates(ticketId); // what is typed meanwhile is newer
}

/** Asks where to, and writes the dates of a ticket, or with `null` of all tickets. */
export async function saveCalendar(ticketId: TicketId | null): Promise<void> {
  const outcome = await inSameAccount(window.desk.calendar.save({ ticketId }));
  if (!outcome) return;
  if (!outcome.ok) showProblem(outcome.problem);
  else if (outcome.value) {
    dismissProblem();
    showNotice(words.repeats.calendarSaved(outcome.value));
  }
}
