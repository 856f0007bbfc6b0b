import { z } from 'zod';
import type { TicketId } from '../contract/ids.ts';
import { openStatuses } from '../contract/specification.ts';
import type { Reader, Writer } from './database.ts';
import { readNumbers } from './packed.ts';
import { idsOf } from './rows.ts';

/** A walk over the whole list that is under way; kept so that one that was interrupted goes on where it was. */
const walkSchema = z.object({
  /** The size that the server honours; pages are only comparable with one size. */
  pageSize: z.int().min(1),
  /** How many tickets the server said there are, with the first of its pages. */
  total: z.int().min(0),
  /** Something moved between the pages, so that a ticket may have been missed. */
  hasMoved: z.boolean(),
});
export type Walk = z.infer<typeof walkSchema>;

const stateSchemas = {
  walk: walkSchema.nullable(),
  /** When a round last confirmed the cache, in milliseconds since 1970. */
  confirmedAtMs: z.number(),
  /** The latest times that tickets had then. */
  newestConfirmed: z.object({ createdOn: z.string(), updatedOn: z.string() }),
  /** When the last walk over the whole list ended, and how many tickets more than the list's total there were then. */
  walked: z.object({ atMs: z.number(), surplus: z.int() }).nullable(),
  /** How many tickets there are; `noteTicketCount` keeps it. */
  ticketCount: z.int(),
} as const;

type StateName = keyof typeof stateSchemas;

/** What the sync remembers under a name; `null` when there is nothing, or nothing that can be used. */
export function readState<N extends StateName>(database: Reader, name: N): z.infer<(typeof stateSchemas)[N]> | null {
  const json = database.first('SELECT value FROM sync_state WHERE name = ?', name)?.value;
  if (typeof json !== 'string') return null;
  const parsed = stateSchemas[name].safeParse(JSON.parse(json));
  return parsed.success ? (parsed.data as z.infer<(typeof stateSchemas)[N]>) : null;
}

export function writeState<N extends StateName>(
  database: Writer,
  name: N,
  value: z.infer<(typeof stateSchemas)[N]>,
): void {
  database.run('INSERT OR REPLACE INTO sync_state (name, value) VALUES (?, ?)', name, JSON.stringify(value));
}

/** Tickets came or went, in the same transaction. */
export function noteTicketCount(database: Writer, change: number): void {
  if (change !== 0) database.run(`UPDATE sync_state SET value = value + ? WHERE name = 'ticketCount'`, change);
}

/** Notes that a page of the walk is done, and the rows of the tickets that it held. */
export function writeWalkPage(database: Writer, page: number, rows: readonly number[]): void {
  database.run('INSERT OR REPLACE INTO walk_page (page, rows) VALUES (?, ?)', page, rows.join(','));
}

/** The pages of the walk under way that are done, and the rows that they held. */
export function readWalkPages(database: Reader): { pages: Int32Array; rows: Int32Array } {
  return {
    pages: readNumbers(database, 'SELECT group_concat(page) AS numbers FROM walk_page'),
    rows: readNumbers(database, 'SELECT group_concat(rows) AS numbers FROM walk_page'),
  };
}

/** The latest times that tickets have. */
export function readNewest(database: Reader): { createdOn: string; updatedOn: string } {
  const latest = (column: string) =>
    z
      .string()
      .catch('')
      .parse(database.first(`SELECT max(${column}) AS latest FROM ticket`)?.latest);
  return { createdOn: latest('created_on'), updatedOn: latest('updated_on') };
}

// The partial index wants its own words, not values.
const isOpen = `status IN (${openStatuses.map((status) => `'${status}'`).join(', ')})`;

/** The tickets that are open as far as the cache knows. */
export function readOpen(database: Reader): TicketId[] {
  return idsOf(database.all(`SELECT id FROM ticket WHERE ${isOpen}`));
}

/**
 * Open tickets whose detail was never fetched, was fetched before their last change, before `staleBeforeMs`, or at a time
 * that has yet to come, when this computer's clock was ahead; newest first.
 */
export function readOpenWantingDetail(database: Reader, staleBeforeMs: number): TicketId[] {
  return idsOf(
    database.all(
      `SELECT id FROM ticket LEFT JOIN detail USING (row) WHERE ${isOpen}
       AND (detail.row IS NULL OR detail.updated_on <> ticket.updated_on OR confirmed_at_ms < ? OR confirmed_at_ms > ?)
       ORDER BY ticket.updated_on DESC, id DESC`,
      staleBeforeMs,
      Date.now(),
    ),
  );
}

/** Tickets that changed since a time (`yyyy-MM-dd HH:mm:ss`) and whose detail is missing or older; the latest change first. */
export function readChangedWantingDetail(database: Reader, since: string): TicketId[] {
  return idsOf(
    database.all(
      `SELECT id FROM ticket LEFT JOIN detail USING (row) WHERE ticket.updated_on >= ?
       AND (detail.row IS NULL OR detail.updated_on <> ticket.updated_on)
       ORDER BY ticket.updated_on DESC, id DESC`,
      since,
    ),
  );
}
