/*
 * What is new in the ticket in the reading pane. Opening a ticket reads it a moment later, but what was new in it stays marked
 * for as long as it is open.
 */

import type { Attachment } from '../../electron/contract/attachment.ts';
import { type AttentionReason, attentionReasons } from '../../electron/contract/attention.ts';
import { isReminderDue, isSnoozed } from '../../electron/contract/marks.ts';
import type { TicketChange, TicketRecord } from '../../electron/contract/news.ts';
import type { ShownTicket } from '../../electron/contract/query.ts';
import type { TicketComment } from '../../electron/contract/ticket.ts';

/** What stays of an open ticket's news while it is open. */
export type KeptWhileOpen = {
  /** What others changed, oldest first. New is also what was new at any time since the ticket was opened. */
  readonly record: TicketRecord;
  /** Why it needs the user, or did when it was opened. */
  readonly attention: readonly AttentionReason[];
  /** Until when it was snoozed, in milliseconds since 1970, if it has come back; otherwise `null`. */
  readonly snoozedUntilMs: number | null;
};

export const nothingKept: KeptWhileOpen = { record: [], attention: [], snoozedUntilMs: null };

/** The reasons that reading a ticket takes away. The others end with their cause. */
const endedByReading: readonly AttentionReason[] = ['reminder', 'answered'];

/** Returns what stays now that an open ticket and its record were read again. */
export function keepWhileOpen(
  before: KeptWhileOpen,
  ticket: ShownTicket | null,
  record: TicketRecord,
  nowMs: number,
): KeptWhileOpen {
  if (!ticket) return nothingKept;
  const wasNew = new Set(before.record.filter(({ isNew }) => isNew).map(keyOf));
  return {
    record: record.map((entry) => ({ ...entry, isNew: entry.isNew || wasNew.has(keyOf(entry)) })),
    attention: attentionReasons.filter(
      (reason) =>
        ticket.attention.includes(reason) || (endedByReading.includes(reason) && before.attention.includes(reason)),
    ),
    snoozedUntilMs: isReminderDue(ticket.marks, nowMs) ? ticket.marks.snoozedUntilMs : before.snoozedUntilMs,
  };
}

const keyOf = ({ foundAtMs, change }: TicketRecord[number]): string => JSON.stringify([foundAtMs, change]);

/** Returns why an open ticket needs the user. A reminder is settled when the ticket is snoozed again. */
export const shownReasons = (
  { attention }: KeptWhileOpen,
  { marks }: ShownTicket,
  nowMs: number,
): readonly AttentionReason[] => attention.filter((reason) => reason !== 'reminder' || !isSnoozed(marks, nowMs));

const newChanges = (record: TicketRecord): TicketChange[] =>
  record.filter(({ isNew }) => isNew).map(({ change }) => change);

/** Whether a comment has come since the user last looked. */
export const isNewComment = (record: TicketRecord, { comment, commentedBy, commentedOn }: TicketComment): boolean =>
  newChanges(record).some(
    (change) =>
      change.what === 'comment' && change.comment === comment && change.by === commentedBy && change.on === commentedOn,
  );

/** Whether a file has come since the user last looked. */
export const isNewFile = (record: TicketRecord, { fileName, createdOn }: Attachment): boolean =>
  newChanges(record).some(
    (change) => change.what === 'file' && change.fileName === fileName && change.on === createdOn,
  );
