/* Reads tickets and their details from the cache, except what the inbox filters, sorts and searches: see `TicketIndex`. */

import { z } from 'zod';
import { type TicketId, ticketIdSchema } from '../contract/ids.ts';
import { formatServerTime, longestLagMs } from '../contract/server-time.ts';
import { sortKeyOf } from '../contract/sort-key.ts';
import { openStatuses } from '../contract/specification.ts';
import {
  type CachedTicket,
  type TicketDetail,
  type TicketSummary,
  ticketCommentSchema,
  ticketSummarySchema,
} from '../contract/ticket.ts';
import type { Reader, SqlRow, SqlValue } from './database.ts';

/** Columns of `ticket` under the names that `ticketSummarySchema` expects. */
export const summaryColumns = `id, title, status, site, location, request_type AS requestType, category,
  created_on AS createdOn, ticket.updated_on AS updatedOn, closed_on AS closedOn, created_by AS createdBy`;

const detailColumns = `description, customer_reference AS customerReference, ticket_type AS ticketType,
  notification_recipients AS notificationRecipients, cancel_reason AS cancelReason, comments, confirmed_at_ms AS detailConfirmedAtMs`;

const detailRowSchema = z.object({
  description: z.string(),
  customerReference: z.string(),
  ticketType: z.string(),
  notificationRecipients: z.string(),
  cancelReason: z.string(),
  comments: z
    .string()
    .transform((json): unknown => JSON.parse(json))
    .pipe(z.array(ticketCommentSchema)),
});

/** Returns a ticket with its detail, as far as that was fetched. */
export function readTicket(database: Reader, id: TicketId): CachedTicket | null {
  const row = database.first(
    `SELECT ${summaryColumns}, ${detailColumns}, row IN gone AS isGone
     FROM ticket LEFT JOIN detail USING (row) WHERE id = ?`,
    id,
  );
  if (!row) return null;
  const detailConfirmedAtMs = z.number().nullable().parse(row.detailConfirmedAtMs);
  return {
    summary: ticketSummarySchema.parse(row),
    detail: detailConfirmedAtMs === null ? null : detailRowSchema.parse(row),
    detailConfirmedAtMs,
    isGone: row.isGone === 1,
  };
}

/** Returns a ticket's summary with its row. */
export function readRow(database: Reader, id: TicketId): { row: number; summary: TicketSummary } | null {
  const found = database.first(`SELECT row, ${summaryColumns} FROM ticket WHERE id = ?`, id);
  return found ? { row: Number(found.row), summary: ticketSummarySchema.parse(found) } : null;
}

/** Returns the detail in a row, if it was ever fetched. */
export function readDetail(database: Reader, row: number): TicketDetail | null {
  const found = database.first(`SELECT ${detailColumns} FROM detail WHERE row = ?`, row);
  return found ? detailRowSchema.parse(found) : null;
}

/** Returns the tickets that equal a request in each of its fields that the list gives. */
export function findAlike(
  database: Reader,
  { title, site, requestType, category }: Pick<TicketSummary, 'title' | 'site' | 'requestType' | 'category'>,
): TicketId[] {
  // The index folds titles, so the second comparison is needed too.
  const sql = `SELECT id FROM ticket
    WHERE title_key = ? AND title = ? AND site = ? AND request_type = ? AND category = ?`;
  return idsOf(database.all(sql, sortKeyOf(title), title, site, requestType, category));
}

/**
 * Returns the latest times of creation and of change among all tickets, by the server's clock; `''` where there are none. One
 * ticket whose time is still to come, or is no time, would make all others look old for ever.
 */
export function readNewest(database: Reader, serverNowMs: number): { createdOn: string; updatedOn: string } {
  const latestPossible = formatServerTime(serverNowMs + longestLagMs);
  const latest = (column: string) => {
    const sql = `SELECT max(${column}) AS latest FROM ticket WHERE ${column} <= ?`;
    return z.string().catch('').parse(database.first(sql, latestPossible)?.latest);
  };
  return { createdOn: latest('created_on'), updatedOn: latest('updated_on') };
}

// Literals, since SQLite uses the partial index `ticket_open` only for a condition that is spelled like the index's own.
const isOpen = `status IN (${openStatuses.map((status) => `'${status}'`).join(', ')})`;

/** Returns the tickets that are open as far as the cache knows. */
export function readOpen(database: Reader): TicketId[] {
  return idsOf(database.all(`SELECT id FROM ticket WHERE ${isOpen}`));
}

/** Returns the tickets whose change only their detail can tell; latest change first. */
export function readUnexplained(database: Reader): TicketId[] {
  return wantingDetail(database, 'ticket.row IN (SELECT row FROM undecided WHERE is_explained = 0)');
}

const isOutdated = '(detail.row IS NULL OR detail.updated_on <> ticket.updated_on)';

/** Returns the tickets that a condition selects and that the server is thought to give, latest change first. */
function wantingDetail(database: Reader, condition: string, ...values: SqlValue[]): TicketId[] {
  const sql = `SELECT id FROM ticket LEFT JOIN detail USING (row) WHERE ${condition} AND ticket.row NOT IN gone
    ORDER BY ticket.updated_on DESC, id DESC`;
  return idsOf(database.all(sql, ...values));
}

/** Returns the open tickets whose detail is missing or was fetched before their last change; latest change first. */
export function readOpenWithoutDetail(database: Reader): TicketId[] {
  return wantingDetail(database, `${isOpen} AND ${isOutdated}`);
}

/** Returns the tickets changed since a time (`yyyy-MM-dd HH:mm:ss`) whose detail is missing or older; latest change first. */
export function readChangedWithoutDetail(database: Reader, since: string): TicketId[] {
  return wantingDetail(database, `ticket.updated_on >= ? AND ${isOutdated}`, since);
}

/**
 * Returns the open tickets whose detail was fetched before `staleBeforeMs`, or at a time that is still to come, because
 * this computer's clock was ahead; latest change first.
 */
export function readOpenWithStaleDetail(database: Reader, staleBeforeMs: number): TicketId[] {
  return wantingDetail(
    database,
    `${isOpen} AND (confirmed_at_ms < ? OR confirmed_at_ms > ?)`,
    staleBeforeMs,
    Date.now(),
  );
}

/**
 * Returns the tickets changed since a time (`yyyy-MM-dd HH:mm:ss`) whose detail was fetched so soon after the last change that it
 * may lack what came with it or within the same second, and whose change is no longer young; latest change first.
 */
export function readUnsettledDetail(database: Reader, since: string, serverNowMs: number): TicketId[] {
  return wantingDetail(
    database,
    `ticket.row IN (SELECT row FROM detail WHERE is_settled = 0) AND ticket.updated_on >= ? AND ticket.updated_on < ?`,
    ...[since, formatServerTime(serverNowMs - longestLagMs)],
  );
}

/** Returns when each of these tickets was last changed, as far as the cache holds them (`yyyy-MM-dd HH:mm:ss`). */
export function readUpdatedOn(database: Reader, ids: readonly TicketId[]): Map<TicketId, string> {
  const rows = database.all(
    'SELECT id, updated_on AS updatedOn FROM ticket WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  );
  const known = z.array(z.object({ id: ticketIdSchema, updatedOn: z.string() })).parse(rows);
  return new Map(known.map(({ id, updatedOn }) => [id, updatedOn]));
}

function idsOf(rows: readonly SqlRow[]): TicketId[] {
  return z
    .array(z.object({ id: ticketIdSchema }))
    .parse(rows)
    .map((row) => row.id);
}
