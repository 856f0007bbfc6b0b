/* Reads from the server the tickets that were created since a moment, in as few pages as the order of the list allows. */

import type { ApiClient } from '../api/client.ts';
import { orderFields, orderOf, timesOf } from '../api/list-order.ts';
import type { TicketListPage } from '../api/wire.ts';
import { parseServerTime } from '../contract/server-time.ts';
import type { TicketSummary } from '../contract/ticket.ts';

/**
 * Returns the tickets that were created at `sinceMs` or later, and those whose time cannot be read.
 *
 * The specification names no order for the list, so the first page shows which one it has: newest first is read from the
 * front, oldest first from the back, until a page reaches further back than `sinceMs`; a list in no order is read whole.
 */
export async function listTicketsSince(
  api: Pick<ApiClient, 'listTickets'>,
  sinceMs: number,
  signal: AbortSignal,
): Promise<TicketSummary[]> {
  const first = await api.listTickets(0, wantedPageSize, signal);
  const isAscending = orderOf(first.tickets, 'createdOn') === 'ascending';
  const lastPage = Math.min(first.totalPages, maxPages) - 1;
  const numbers = Array.from({ length: Math.max(0, lastPage) }, (_, index) =>
    isAscending ? first.totalPages - 1 - index : index + 1,
  );
  const found = [first];
  for (const number of numbers) {
    if (!isAscending && reachesBefore(found.at(-1), sinceMs)) break;
    const page = await api.listTickets(number, first.size, signal);
    found.push(page);
    if (isAscending && page.tickets.some((ticket) => isBefore(ticket.createdOn, sinceMs))) break;
  }
  return found.flatMap((page) => page.tickets).filter((ticket) => !isBefore(ticket.createdOn, sinceMs));
}

/** Each row costs time on the operator's server, and a few minutes have fewer new tickets than these. */
const wantedPageSize = 25;

/** Far more than a few minutes of new tickets fill; it bounds the walk over a list that is in no order. */
const maxPages = 800;

/** Whether every ticket after this page is older, in a list with the newest first. */
function reachesBefore(page: TicketListPage | undefined, sinceMs: number): boolean {
  if (!page) return false;
  return orderFields.some(
    (field) => orderOf(page.tickets, field) === 'descending' && isBefore(timesOf(page.tickets, field).at(-1), sinceMs),
  );
}

/** A time that cannot be read counts as later than any other. */
function isBefore(time: string | undefined, sinceMs: number): boolean {
  return (parseServerTime(time ?? '')?.getTime() ?? Number.POSITIVE_INFINITY) < sinceMs;
}
