import { z } from 'zod';
import { type CachedTicket, ticketCommentSchema, ticketSummarySchema } from '../contract/ticket.ts';
import type { SqlRow } from './database.ts';

/** Selects what `ticketSummarySchema` wants, under its names. */
export const summaryColumns = `id, title, status, site, location, request_type AS requestType, category,
  created_on AS createdOn, updated_on AS updatedOn, closed_on AS closedOn, created_by AS createdBy`;

export const detailColumns = `description, customer_reference AS customerReference, ticket_type AS ticketType,
  notification_recipients AS notificationRecipients, comments, detail_confirmed_at_ms AS detailConfirmedAtMs`;

const detailRowSchema = z.object({
  description: z.string(),
  customerReference: z.string(),
  ticketType: z.string(),
  notificationRecipients: z.string(),
  comments: z
    .string()
    .transform((json): unknown => JSON.parse(json))
    .pipe(z.array(ticketCommentSchema)),
});

/** A row of `summaryColumns` and `detailColumns` as the ticket that it holds. */
export function cachedTicketOf(row: SqlRow): CachedTicket {
  const detailConfirmedAtMs = z.number().nullable().parse(row.detailConfirmedAtMs);
  return {
    summary: ticketSummarySchema.parse(row),
    detail: detailConfirmedAtMs === null ? null : detailRowSchema.parse(row),
    detailConfirmedAtMs,
  };
}
