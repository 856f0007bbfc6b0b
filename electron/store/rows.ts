import { z } from 'zod';
import { type TicketId, ticketIdSchema } from '../contract/ids.ts';
import {
  type CachedTicket,
  type TicketDetail,
  type TicketSummary,
  ticketCommentSchema,
  ticketSummarySchema,
} from '../contract/ticket.ts';
import type { Reader, SqlRow } from './database.ts';

/** Selects what `ticketSummarySchema` wants, under its names. */
export const summaryColumns = `id, title, status, site, location, request_type AS requestType, category,
  created_on AS createdOn, ticket.updated_on AS updatedOn, closed_on AS closedOn, created_by AS createdBy`;

const detailColumns = `description, customer_reference AS customerReference, ticket_type AS ticketType,
  notification_recipients AS notificationRecipients, comments, confirmed_at_ms AS detailConfirmedAtMs`;

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

/** One ticket with what is known of its detail. */
export function readTicket(database: Reader, id: TicketId): CachedTicket | null {
  const row = database.first(
    `SELECT ${summaryColumns}, ${detailColumns} FROM ticket LEFT JOIN detail USING (row) WHERE id = ?`,
    id,
  );
  return row ? cachedTicketOf(row) : null;
}

/** Tickets that agree in all that the list gives of a request. */
export function findAlike(database: Reader, like: Pick<TicketSummary, 'title' | 'site' | 'requestType' | 'category'>) {
  return idsOf(
    database.all(
      `SELECT id FROM ticket WHERE title = ? COLLATE NOCASE AND title = ? AND site = ? AND request_type = ? AND category = ?`,
      like.title,
      like.title,
      like.site,
      like.requestType,
      like.category,
    ),
  );
}

export function idsOf(rows: readonly SqlRow[]): TicketId[] {
  return z
    .array(z.object({ id: ticketIdSchema }))
    .parse(rows)
    .map((row) => row.id);
}

/** The detail of a row, where it was fetched once. */
export function readDetail(database: Reader, row: number): TicketDetail | null {
  const found = database.first(`SELECT ${detailColumns} FROM detail WHERE row = ?`, row);
  return found ? detailRowSchema.parse(found) : null;
}

function cachedTicketOf(row: SqlRow): CachedTicket {
  const detailConfirmedAtMs = z.number().nullable().parse(row.detailConfirmedAtMs);
  return {
    summary: ticketSummarySchema.parse(row),
    detail: detailConfirmedAtMs === null ? null : detailRowSchema.parse(row),
    detailConfirmedAtMs,
  };
}
