/*
 * Reads what came and what changed since a moment, newest first and in pieces that take a few milliseconds each, so that the
 * reader can let other work go on in between.
 */

import { z } from 'zod';
import type { TicketId } from '../contract/ids.ts';
import { type TicketChange, ticketChangeSchema } from '../contract/news.ts';
import { type TicketSummary, ticketSummarySchema } from '../contract/ticket.ts';
import type { Reader } from './database.ts';
import { summaryColumns } from './ticket-reader.ts';

/** So many rows are read at once. */
const rowsPerPiece = 100;

/** A ticket, and when its status changed, as a server time; `''` where that was not seen. */
export type RecentTicket = { ticket: TicketSummary; statusSince: string };

const recentRow = ticketSummarySchema.extend({ statusSince: z.string() });

/**
 * Yields the tickets that were created, or changed, at a time or later; by the indexes of these times.
 * @param since as the server writes it: `yyyy-MM-dd HH:mm:ss`
 */
export function* ticketsSince(
  database: Reader,
  by: 'created_on' | 'updated_on',
  since: string,
): Generator<RecentTicket[]> {
  const sql = (isFirst: boolean) => `SELECT ${summaryColumns}, status_since AS statusSince FROM ticket
    WHERE ${by} >= ?1 ${isFirst ? '' : `AND (${by}, id) < (?2, ?3)`} ORDER BY ${by} DESC, id DESC LIMIT ${rowsPerPiece}`;
  let last: TicketSummary | undefined;
  do {
    const place = last ? [by === 'created_on' ? last.createdOn : last.updatedOn, last.id] : [];
    const rows = z.array(recentRow).parse(database.all(sql(!last), since, ...place));
    if (rows.length > 0) yield rows.map(({ statusSince, ...ticket }) => ({ ticket, statusSince }));
    last = rows.length === rowsPerPiece ? rows.at(-1) : undefined;
  } while (last);
}

/** What somebody else did to a ticket. */
export type RecentChange = { ticket: TicketSummary; foundAtMs: number; change: TicketChange };

const changeRow = ticketSummarySchema.extend({
  seq: z.number(),
  foundAtMs: z.number(),
  change: z
    .string()
    .transform((json): unknown => JSON.parse(json))
    .pipe(ticketChangeSchema),
});

/** Yields what was found of others' changes at a moment or later. */
export function* changesSince(database: Reader, sinceMs: number): Generator<RecentChange[]> {
  const sql = (isFirst: boolean) => `SELECT ${summaryColumns}, seq, found_at_ms AS foundAtMs, change
    FROM ticket_change JOIN ticket USING (row)
    WHERE found_at_ms >= ?1 ${isFirst ? '' : 'AND (found_at_ms, seq) < (?2, ?3)'}
    ORDER BY found_at_ms DESC, seq DESC LIMIT ${rowsPerPiece}`;
  let last: z.infer<typeof changeRow> | undefined;
  do {
    const place = last ? [last.foundAtMs, last.seq] : [];
    const rows = z.array(changeRow).parse(database.all(sql(!last), sinceMs, ...place));
    if (rows.length > 0) {
      yield rows.map(({ seq: _seq, foundAtMs, change, ...ticket }) => ({ ticket, foundAtMs, change }));
    }
    last = rows.length === rowsPerPiece ? rows.at(-1) : undefined;
  } while (last);
}

/** Returns those of these tickets that are cached. */
export function readSummaries(database: Reader, ids: readonly TicketId[]): Map<TicketId, TicketSummary> {
  const rows = database.all(
    `SELECT ${summaryColumns} FROM ticket WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  );
  return new Map(
    z
      .array(ticketSummarySchema)
      .parse(rows)
      .map((ticket) => [ticket.id, ticket]),
  );
}
