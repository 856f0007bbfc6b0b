import type { ApiClient } from '../api/client.ts';
import type { TicketListPage } from '../api/wire.ts';
import { parseWireTime } from '../contract/server-time.ts';
import type { TicketSummary } from '../contract/ticket.ts';

const wantedPageSize = 100;

/** Far more than a few minutes bring; it ends the walk over a list that is in no order. */
const maxPages = 200;

/** The tickets that were created at `sinceMs` or later, whichever way the server lists: the specification names no order. */
export async function newestTickets(
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

/** Whether all that follows a page of a list with the newest first is older. */
function reachesBefore(page: TicketListPage | undefined, sinceMs: number): boolean {
  if (!page) return false;
  const orders = ['createdOn', 'updatedOn'] as const;
  return orders.some(
    (key) => orderOf(page.tickets, key) === 'descending' && isBefore(page.tickets.at(-1)?.[key], sinceMs),
  );
}

/** A time in an odd form is before nothing. */
function isBefore(time: string | undefined, sinceMs: number): boolean {
  return (parseWireTime(time ?? '') ?? Number.POSITIVE_INFINITY) < sinceMs;
}

function orderOf(
  tickets: readonly TicketSummary[],
  key: 'createdOn' | 'updatedOn',
): 'ascending' | 'descending' | 'none' {
  const times = tickets.map((ticket) => ticket[key]);
  const isSorted = (isRight: (one: string, other: string) => boolean) =>
    times.every((time, index) => index === 0 || isRight(times[index - 1] ?? '', time));
  if (isSorted((one, other) => one >= other)) return 'descending';
  return isSorted((one, other) => one <= other) ? 'ascending' : 'none';
}
