/* Reads what exports need of many tickets at once besides their rows in the list. */

import { z } from 'zod';
import { type TicketId, ticketIdSchema } from '../contract/ids.ts';
import type { TicketRow } from '../contract/query.ts';
import { ticketDetailSchema } from '../contract/ticket.ts';
import type { Reader } from './database.ts';

const exportedDetailSchema = ticketDetailSchema.omit({ comments: true }).extend({ commentCount: z.number() });
/** A ticket's detail with the number of its comments in their place. */
export type ExportedDetail = z.infer<typeof exportedDetailSchema>;

/** A ticket as an export holds it. */
export type ExportedTicket = TicketRow & {
  /** `null`: not fetched. */
  readonly detail: ExportedDetail | null;
  /** How many of the user's changes to it the server has not confirmed. */
  readonly pendingCount: number;
};

const rowSchema = exportedDetailSchema.extend({ id: ticketIdSchema });

/** Returns the details of these tickets that were fetched. */
export function readExportedDetails(database: Reader, ids: readonly TicketId[]): Map<TicketId, ExportedDetail> {
  const rows = database.all(
    `SELECT id, description, customer_reference AS customerReference, ticket_type AS ticketType,
       notification_recipients AS notificationRecipients, cancel_reason AS cancelReason,
       json_array_length(comments) AS commentCount
     FROM ticket JOIN detail USING (row) WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  );
  return new Map(rows.map((row) => rowSchema.parse(row)).map(({ id, ...detail }) => [id, detail]));
}

/** Returns those of these tickets whose detail was never fetched, without those that the server does not give. */
export function readWithoutDetail(database: Reader, ids: readonly TicketId[]): TicketId[] {
  const rows = database.all(
    `SELECT id FROM ticket LEFT JOIN detail USING (row)
     WHERE id IN (SELECT value FROM json_each(?)) AND detail.row IS NULL AND ticket.row NOT IN gone`,
    JSON.stringify(ids),
  );
  return rows.map(({ id }) => ticketIdSchema.parse(id));
}
