/* The order that a list of tickets is in, which the specification does not state (section 4). */

import { parseServerTime } from '../contract/server-time.ts';
import type { TicketSummary } from '../contract/ticket.ts';

/** The fields by which a list may be sorted. */
export const orderFields = ['createdOn', 'updatedOn'] as const;
type OrderField = (typeof orderFields)[number];

/** Returns when tickets were created or changed, in their order: a ticket without a time that can be read has no say in it. */
export function timesOf(tickets: readonly TicketSummary[], field: OrderField): string[] {
  return tickets.map((ticket) => ticket[field]).filter((time) => parseServerTime(time) !== null);
}

/** Returns the order of tickets by a field; `descending` also for fewer than two times. */
export function orderOf(tickets: readonly TicketSummary[], field: OrderField): 'ascending' | 'descending' | 'none' {
  const times = timesOf(tickets, field);
  const isSorted = (isRight: (one: string, other: string) => boolean) =>
    times.every((time, index) => index === 0 || isRight(times[index - 1] ?? '', time));
  if (isSorted((one, other) => one >= other)) return 'descending';
  return isSorted((one, other) => one <= other) ? 'ascending' : 'none';
}
