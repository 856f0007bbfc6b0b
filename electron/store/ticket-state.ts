/*
 * What a ticket is at a moment: the views it is in, the reasons why it needs the user, since when it has its status. The same few
 * rules serve a single row and, in `TicketStates`, all rows at once.
 */

import { type AttentionReason, attentionReasons, quietDaysOf } from '../contract/attention.ts';
import { isReminderDue, isSnoozed, type Marks, noMarks } from '../contract/marks.ts';
import { type BaseView, baseViews, recentlyClosedDays } from '../contract/query.ts';
import { serverTimeMs } from '../contract/server-time.ts';
import { closedStatuses, openStatuses } from '../contract/specification.ts';
import type { TicketSummary } from '../contract/ticket.ts';
import type { Overlay } from './overlay.ts';

/** Whether others changed a ticket since the user last looked: no, yes, and yes with an answer (a comment or a new status). */
export type Unread = 0 | 1 | 2;

export const minuteMs = 60_000;
const dayMinutes = 24 * 60;

const bitsOf = <T extends string>(names: readonly T[]): Record<T, number> =>
  Object.fromEntries(names.map((name, at) => [name, 1 << at])) as Record<T, number>; // with each of the names

/** The bits of the views that a ticket is in. */
export const viewBits: Record<BaseView, number> = bitsOf(baseViews);
const reasonBits = bitsOf(attentionReasons);

/** Returns the reasons of some bits, most urgent first. */
const reasonsIn = (bits: number): AttentionReason[] => attentionReasons.filter((reason) => bits & reasonBits[reason]);

/** Returns the reasons that lie in the ticket itself, as bits. Times are minutes since 1970, 0 for none. */
export function ownReasons(
  isOpen: boolean,
  updatedMinute: number,
  quietDays: number,
  unread: Unread,
  nowMinute: number,
): number {
  if (unread === 2) return reasonBits.answered;
  const isQuiet = isOpen && updatedMinute > 0 && nowMinute - updatedMinute > quietDays * dayMinutes;
  return isQuiet ? reasonBits.quiet : 0;
}

/** Returns the reasons that lie in what the user did, as bits. */
export const userReasons = (marks: Marks, trouble: AttentionReason | undefined, nowMs: number): number =>
  (isReminderDue(marks, nowMs) ? reasonBits.reminder : 0) | (trouble ? reasonBits[trouble] : 0);

/** Returns the views that a ticket is in, as bits. `endedMinute` is when it was closed, 0 for one that is not. */
export function viewsOf(
  isOpen: boolean,
  endedMinute: number,
  unread: Unread,
  reasons: number,
  marks: Marks,
  nowMs: number,
): number {
  const hidden = isSnoozed(marks, nowMs);
  const isRecent = endedMinute > 0 && endedMinute >= Math.floor(nowMs / minuteMs) - recentlyClosedDays * dayMinutes;
  return (
    viewBits.all |
    (reasons !== 0 && !hidden ? viewBits.attention : 0) |
    (isOpen && !hidden ? viewBits.open : 0) |
    (unread !== 0 && !hidden ? viewBits.unread : 0) |
    (marks.isStarred ? viewBits.starred : 0) |
    (hidden ? viewBits.snoozed : 0) |
    (isRecent ? viewBits.closed : 0)
  );
}

/** What a ticket is at a moment, under the marks and settings of the user; `views` are bits, see `viewBits`. */
export type TicketState = { marks: Marks; attention: AttentionReason[]; views: number };

/** Returns the state of one ticket, whether it is cached or exists only here. */
export function ticketStateOf(ticket: TicketSummary, unread: Unread, overlay: Overlay, nowMs: number): TicketState {
  const marks = overlay.marks.get(ticket.id) ?? noMarks;
  const isOpen = openStatuses.includes(ticket.status);
  const isClosed = closedStatuses.includes(ticket.status);
  const updatedMinute = isOpen || isClosed ? minuteOf(ticket.updatedOn) : 0;
  const quietDays = quietDaysOf(overlay.quietDays, ticket.requestType);
  const reasons =
    ownReasons(isOpen, updatedMinute, quietDays, unread, Math.floor(nowMs / minuteMs)) |
    userReasons(marks, overlay.troubled.get(ticket.id), nowMs);
  const endedMinute = isClosed ? minuteOf(ticket.closedOn) || updatedMinute : 0;
  return { marks, attention: reasonsIn(reasons), views: viewsOf(isOpen, endedMinute, unread, reasons, marks, nowMs) };
}

/**
 * Returns the server time since when a ticket has its status, and whether that is only the latest time that is possible.
 * `seenOn` is when the status changed, where that was seen, else `''`.
 */
export function statusSinceOf(
  { status, createdOn, updatedOn, closedOn }: Pick<TicketSummary, 'status' | 'createdOn' | 'updatedOn' | 'closedOn'>,
  seenOn: string,
): { statusSince: string; isStatusSinceLatest: boolean } {
  if (seenOn !== '') return { statusSince: seenOn, isStatusSinceLatest: false };
  if (status === 'New') return { statusSince: createdOn, isStatusSinceLatest: false };
  if (closedStatuses.includes(status) && closedOn !== '') return { statusSince: closedOn, isStatusSinceLatest: false };
  return { statusSince: updatedOn, isStatusSinceLatest: true };
}

/** Returns the minute since 1970 of a server's time, as whole tables of tickets hold it; 0 for a text that is none. */
export function minuteOf(time: string): number {
  const ms = serverTimeMs(time);
  return ms === null ? 0 : Math.min(Math.max(1, Math.floor(ms / minuteMs)), maxInt32);
}

const maxInt32 = 2 ** 31 - 1;
