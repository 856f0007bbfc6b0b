/* What tickets look like in the responses. */

import { type DemoTicket, ticketFields } from '../portfolio/portfolio.ts';
import type { ServiceState } from '../state.ts';

/** A row of the list: the fields of the specification's sample, in their order. */
export function rowOf(ticket: DemoTicket, state: ServiceState) {
  const { id, title, site, location, requestType, category, createdOn, closedOn, updatedOn, createdBy } = ticket;
  const status = writtenStatus(ticket, state);
  return { id, title, status, site, location, requestType, category, createdOn, closedOn, updatedOn, createdBy };
}

/** A row of the feed, which names the kind of ticket. */
export function feedRowOf(ticket: DemoTicket, state: ServiceState) {
  const { ticketType, description } = ticket;
  return { ...rowOf(ticket, state), ticketType, description };
}

/**
 * The single ticket, with the comments that are old enough to be shown. Where there are none they are `[]` for one ticket and
 * `""` for another, since a client must understand both.
 */
export function wholeTicket(ticket: DemoTicket, state: ServiceState) {
  const comments = state.shownComments(ticket);
  const isTextForm = comments.length === 0 && numberOf(ticket) % 2 === 1;
  return {
    ...Object.fromEntries(ticketFields.map((field) => [field, ticket[field]])),
    status: writtenStatus(ticket, state),
    cancelReason: ticket.cancelReason || null,
    comments: isTextForm ? '' : comments,
  };
}

const spellings: readonly ((status: string) => string)[] = [
  (status) => `${status.slice(0, 1)}${status.slice(1).toLowerCase()}`,
  (status) => ` ${status} `,
  (status) => status.toUpperCase(),
  (status) => status.toLowerCase(),
];

/** Where rows are odd, the status of one ticket in ten is spelled in another way, which means the same in filters. */
function writtenStatus(ticket: DemoTicket, state: ServiceState): string {
  const spell = state.options().hasOddRows ? spellings[numberOf(ticket) % (spellings.length * 10)] : undefined;
  return spell ? spell(ticket.status) : ticket.status;
}

const numberOf = ({ id }: DemoTicket) => Number(id.slice(2));
