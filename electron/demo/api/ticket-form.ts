/* What tickets look like in the responses. */

import type { DemoTicket } from '../portfolio/portfolio.ts';
import type { ServiceState } from '../state.ts';

/** The fields in the list, in the order of the specification's sample. */
export function summaryOf({
  id,
  title,
  status,
  site,
  location,
  requestType,
  category,
  createdOn,
  closedOn,
  updatedOn,
  createdBy,
}: DemoTicket) {
  return { id, title, status, site, location, requestType, category, createdOn, closedOn, updatedOn, createdBy };
}

/** A row of the feed, which names the kind of ticket. */
export function feedRowOf(ticket: DemoTicket) {
  const { ticketType, description } = ticket;
  return { ...summaryOf(ticket), ticketType, description };
}

/**
 * The single ticket, with the comments that are old enough to be shown. Where there are none they are `[]` for one ticket and
 * `""` for another, since a client must understand both.
 */
export function wholeTicket(ticket: DemoTicket, state: ServiceState) {
  const comments = state.shownComments(ticket);
  const isTextForm = comments.length === 0 && Number(ticket.id.slice(2)) % 2 === 1;
  return { ...ticket, cancelReason: ticket.cancelReason || null, comments: isTextForm ? '' : comments };
}
