/*
 * Tickets as the server sends them, in a summary and a detail.
 */

import { z } from 'zod';
import { ticketIdSchema } from './ids.ts';
import { serverTimeMs } from './server-time.ts';

/**
 * What the list call returns of a ticket (section 4). Every field is the server's text without white space at its ends, `''`
 * where the server sent nothing. Times are UTC, `yyyy-MM-dd HH:mm:ss`; anything else that the server sent is kept as is.
 */
export const ticketSummarySchema = z.object({
  id: ticketIdSchema,
  title: z.string(),
  status: z.string(),
  site: z.string(),
  location: z.string(),
  requestType: z.string(),
  category: z.string(),
  createdOn: z.string(),
  updatedOn: z.string(),
  closedOn: z.string(),
  createdBy: z.string(),
});
export type TicketSummary = z.infer<typeof ticketSummarySchema>;

export const ticketCommentSchema = z.object({
  comment: z.string(),
  commentedBy: z.string(),
  commentedOn: z.string(),
});
export type TicketComment = z.infer<typeof ticketCommentSchema>;

/** Returns comments oldest first, as they are read; in the server's order if the time of one is not known. */
export function commentsInOrder(comments: readonly TicketComment[]): readonly TicketComment[] {
  const isKnown = comments.every(({ commentedOn }) => serverTimeMs(commentedOn) !== null);
  return isKnown
    ? comments.toSorted((a, b) => (a.commentedOn < b.commentedOn ? -1 : Number(a.commentedOn > b.commentedOn)))
    : comments;
}

/** What only the call for a single ticket returns (section 4). */
export const ticketDetailSchema = z.object({
  description: z.string(),
  customerReference: z.string(),
  ticketType: z.string(),
  notificationRecipients: z.string(),
  /** Why it was cancelled; `''` unless it was. The specification does not name this field, but the server sends it. */
  cancelReason: z.string(),
  comments: z.array(ticketCommentSchema),
});
export type TicketDetail = z.infer<typeof ticketDetailSchema>;

/** A cached ticket. `detail` is `null` until it has been fetched once. */
export const cachedTicketSchema = z.object({
  summary: ticketSummarySchema,
  detail: ticketDetailSchema.nullable(),
  /** When the detail was last fetched, in milliseconds since 1970; `null`: never. */
  detailConfirmedAtMs: z.number().nullable(),
  /** The server, asked for this ticket, answered that it does not know it or that this user may not read it. */
  isGone: z.boolean(),
});
export type CachedTicket = z.infer<typeof cachedTicketSchema>;
