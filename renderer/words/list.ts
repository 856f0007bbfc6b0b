/*
 * The words of the list of tickets: what a row says of a ticket, the selection and what is done to many, and the columns.
 */

import { formatTickets } from './numbers.ts';

export const listWords = {
  done: {
    snoozed: (count: number, until: string) => `${formatTickets(count)} snoozed until ${until}.`,
    broughtBack: (count: number) => `${formatTickets(count)} brought back.`,
    starred: (count: number) => `${formatTickets(count)} starred.`,
    unstarred: (count: number) => `${formatTickets(count)} unstarred.`,
    read: (count: number) => `${formatTickets(count)} marked as read.`,
    unread: (count: number) => `${formatTickets(count)} marked as unread.`,
  },
} as const;
