/* Reads tickets as the list shows them. */

import { z } from 'zod';
import { type TicketId, ticketIdSchema } from '../contract/ids.ts';
import type { TicketQuery, TicketRow } from '../contract/query.ts';
import { ticketSummarySchema } from '../contract/ticket.ts';
import type { Reader, SqlRow, SqlValue } from './database.ts';
import type { Overlay } from './overlay.ts';
import { isIndexed, orderBy, valueTerm } from './sort-orders.ts';
import { summaryColumns } from './ticket-reader.ts';
import { statusSinceOf, ticketStateOf } from './ticket-state.ts';

const select = `SELECT row, ${summaryColumns}, status_since AS statusSeenOn,
    ifnull(customer_reference, '') AS customerReference, ifnull(last_comment_on, '') AS lastCommentOn,
    iif(unread.row IS NULL, 0, 1 + is_answered) AS unread
  FROM ticket LEFT JOIN detail USING (row) LEFT JOIN unread USING (row)`;

const rowSchema = ticketSummarySchema.extend({
  row: z.number(),
  statusSeenOn: z.string(),
  customerReference: z.string(),
  lastCommentOn: z.string(),
  unread: z.literal([0, 1, 2]),
});

/** Reads tickets under the marks and settings of the user, as of a moment. */
export class ListedTickets {
  readonly #database: Reader;

  constructor(database: Reader) {
    this.#database = database;
  }

  /** Returns the tickets in these rows, in their order. */
  read(rows: Int32Array, overlay: Overlay, nowMs: number): TicketRow[] {
    const found = this.#select('WHERE row IN (SELECT value FROM json_each(?))', `[${rows.join(',')}]`);
    const byRow = new Map(found.map((values) => [values.row, values]));
    return [...rows].flatMap((row) => {
      const values = byRow.get(row);
      return values ? [listed(values, overlay, nowMs)] : [];
    });
  }

  find(id: TicketId, overlay: Overlay, nowMs: number): TicketRow | null {
    const [found] = this.#select('WHERE id = ?', id);
    return found ? listed(found, overlay, nowMs) : null;
  }

  /** Returns those of these tickets that are cached, in no order. */
  readIds(ids: readonly TicketId[], overlay: Overlay, nowMs: number): TicketRow[] {
    const found = this.#select('WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(ids));
    return found.map((values) => listed(values, overlay, nowMs));
  }

  /**
   * Returns a page of all tickets straight from SQLite's index; `null` when the sort has none, or when tickets without a value
   * belong on the page, which the index has at the wrong end.
   */
  readTop({ sort, offset, limit }: TicketQuery, count: number, overlay: Overlay, nowMs: number): TicketRow[] | null {
    const { by, direction } = sort;
    if (!isIndexed(by)) return null;
    const condition = direction === 'ascending' ? `WHERE ${valueTerm(by)} > ''` : '';
    const found = this.#select(`${condition} ORDER BY ${orderBy(by, direction)} LIMIT ? OFFSET ?`, limit, offset);
    if (found.length < limit && offset + found.length < count) return null;
    return found.map((values) => listed(values, overlay, nowMs));
  }

  #select(clauses: string, ...values: SqlValue[]): ListedValues[] {
    return this.#database.all(`${select} ${clauses}`, ...values).map((found: SqlRow) => rowSchema.parse(found));
  }
}

type ListedValues = z.infer<typeof rowSchema>;

function listed(values: ListedValues, overlay: Overlay, nowMs: number): TicketRow {
  const { row: _row, statusSeenOn, unread, ...rest } = values;
  const { marks, attention } = ticketStateOf(rest, unread, overlay, nowMs);
  return { ...rest, ...marks, ...statusSinceOf(rest, statusSeenOn), isUnread: unread !== 0, attention };
}

/** Reads the ids of the tickets in these rows, in their order. */
export function readIds(database: Reader, rows: Int32Array): TicketId[] {
  const found = database.all(
    'SELECT row, id FROM ticket WHERE row IN (SELECT value FROM json_each(?))',
    `[${rows.join(',')}]`,
  );
  const byRow = new Map(found.map(({ row, id }) => [row, ticketIdSchema.parse(id)]));
  return [...rows].flatMap((row) => byRow.get(row) ?? []);
}
