/*
 * The words of the list of tickets: what a row says of a ticket, its columns, the selection, and what is done to many tickets.
 */

import type { AttentionReason } from '../../electron/contract/attention.ts';
import { inSentence } from '../../electron/contract/isolate.ts';
import { type BulkAction, maxTicketsAtOnce, type Obstacle } from '../../electron/contract/ticket-actions.ts';
import type { Density } from '../../electron/contract/views.ts';
import { countOf, formatCount, formatTickets } from './numbers.ts';

export const listWords = {
  unread: 'unread',
  star: (name: string) => `Star ${inSentence(name)}`,
  snoozedUntil: (when: string) => `Snoozed until ${when}`,
  reminderDue: 'Back from a snooze',
  attention: {
    reminder: 'Reminder',
    refused: 'Refused',
    unconfirmed: 'Needs your decision',
    answered: 'The operator answered',
    quiet: 'Quiet',
  } satisfies Record<AttentionReason, string>,
  quietFor: (duration: string) => `Quiet for ${duration}`,
  openFor: (duration: string) => `open for ${duration}`,
  wasOpenFor: (duration: string) => `was open ${duration}`,
  atLeast: (duration: string) => `≥ ${duration}`,
  inStatus: (status: string, duration: string) => `${inSentence(status)} for ${duration}`,
  inStatusAtLeast: (status: string, duration: string) => `${inSentence(status)} for at least ${duration}`,
  columns: {
    button: 'Columns',
    title: 'Columns',
    lead: 'Drag the edge of a heading to size its column, or use the arrow keys on it.',
    leavesOut: 'Where the list is narrow, Category and Created make room for the title.',
    list: 'Columns in their order',
    always: (column: string) => `${column} (always shown)`,
    up: (column: string) => `Move ${column} up`,
    down: (column: string) => `Move ${column} down`,
    density: 'Density',
    densities: {
      comfortable: 'Comfortable',
      standard: 'Standard',
      compact: 'Compact',
    } satisfies Record<Density, string>,
    reset: 'Reset',
    wasReset: 'Columns reset.',
    close: 'Done',
    ownWidth: 'its own width',
    width: (column: string) => `Width of ${column}`,
  },
  selection: {
    toolbar: 'Selection',
    selected: (count: number) => `${formatCount(count)} selected`,
    select: (name: string) => `Select ${inSentence(name)}`,
    selectAll: 'Select all',
    comment: 'Comment',
    cancel: 'Cancel tickets',
    recipient: 'Add recipient',
    star: 'Star',
    unstar: 'Unstar',
    read: 'Mark as read',
    unread: 'Mark as unread',
    clear: 'Clear selection',
  },
  menu: {
    title: 'Ticket',
    open: 'Open',
    copyId: 'Copy ID',
    copyLink: 'Copy link',
    select: 'Select',
    deselect: 'Deselect',
    bringBack: 'Bring back now',
  },
  bulk: {
    title: { comment: 'Comment on tickets', cancel: 'Cancel tickets', recipient: 'Add a recipient' },
    confirm: {
      comment: (count: number) => `Comment on ${formatTickets(count)}`,
      cancel: (count: number) => `Cancel ${formatTickets(count)}`,
      recipient: (count: number) => `Add to ${formatTickets(count)}`,
    },
    keep: { comment: 'Close', cancel: 'Keep tickets', recipient: 'Close' },
    lead: {
      comment: 'The same comment goes to each ticket. It is kept as a draft until you send it.',
      cancel: 'The operator stops working on them. Cancelled tickets cannot be reopened or commented on.',
      recipient: 'The operator notifies this address about each ticket from now on.',
    },
    address: 'Email address',
    addressHint: 'One address, such as jane.doe@example.com.',
    addressFault: 'Enter one email address.',
    checking: 'Checking the tickets…',
    able: (count: number) => `${formatTickets(count)} will be changed, each by an entry of its own in the outbox.`,
    noneAble: 'None of these tickets can be changed.',
    unable: (count: number) => `${formatTickets(count)} will be left out`,
    tooMany: (count: number) =>
      `${formatTickets(count)} are too many: at most ${formatCount(maxTicketsAtOnce)} can be changed at once. Select fewer.`,
    more: (count: number) => `and ${formatCount(count)} more`,
  } satisfies { title: Record<BulkAction['kind'], string> } & Record<string, unknown>,
  done: {
    comment: (count: number) => `Comment on ${formatTickets(count)} is in the outbox.`,
    cancel: (count: number) => `Cancellation of ${formatTickets(count)} is in the outbox.`,
    recipient: (count: number) => `New recipient for ${formatTickets(count)} is in the outbox.`,
    undone: (discarded: number, kept: number) =>
      `${countOf(discarded, 'change')} discarded. ${countOf(kept, 'change')} had left already: see the outbox.`,
    snoozed: (count: number, until: string) => `${formatTickets(count)} snoozed until ${until}.`,
    broughtBack: (count: number) => `${formatTickets(count)} brought back.`,
    starred: (count: number) => `${formatTickets(count)} starred.`,
    unstarred: (count: number) => `${formatTickets(count)} unstarred.`,
    read: (count: number) => `${formatTickets(count)} marked as read.`,
    unread: (count: number) => `${formatTickets(count)} marked as unread.`,
  },
} as const;

/** Why an action leaves tickets out: the heading of those that it leaves out for the same reason. */
export function groupObstacleWords(obstacle: Obstacle): string {
  switch (obstacle) {
    case 'cancelling':
      return 'Being cancelled';
    case 'unconfirmed-create':
      return 'Not confirmed by the server yet';
    case 'gone':
      return 'The operator no longer has them, or you may not read them';
    case 'closed':
      return 'Closed';
    case 'unknown-status':
      return 'In a status that Colodesk does not know';
    case 'not-fetched':
      return 'Not fetched yet';
    case 'unknown':
      return 'No longer on this computer';
    case 'already-notified':
      return 'The address is among the recipients already';
    case 'too-long':
      return 'The list of recipients would become too long';
  }
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How long something has lasted, in the largest unit of which there are two: `25 min`, `5 h`, `3 d`. */
export function formatAge(durationMs: number): string {
  if (durationMs < 2 * hourMs) return `${formatCount(Math.max(0, Math.floor(durationMs / minuteMs)))} min`;
  if (durationMs < 2 * dayMs) return `${formatCount(Math.floor(durationMs / hourMs))} h`;
  return `${formatCount(Math.floor(durationMs / dayMs))} d`;
}
