import { z } from 'zod';
import type { TicketId } from '../contract/ids.ts';
import { type SortColumn, sortColumns } from '../contract/query.ts';
import { type TicketDetail, type TicketSummary, ticketDetailSchema, ticketSummarySchema } from '../contract/ticket.ts';
import type { Writer } from './database.ts';
import { removeAttachments } from './reference-lists.ts';
import { readDetail, summaryColumns } from './rows.ts';
import type { TicketText } from './search-index.ts';
import { noteTicketCount } from './sync-state.ts';
import type { RowChange, TicketIndex } from './ticket-index.ts';

const summaryFields = [
  ['id', 'id'],
  ['title', 'title'],
  ['status', 'status'],
  ['site', 'site'],
  ['location', 'location'],
  ['request_type', 'requestType'],
  ['category', 'category'],
  ['created_on', 'createdOn'],
  ['updated_on', 'updatedOn'],
  ['closed_on', 'closedOn'],
  ['created_by', 'createdBy'],
] as const satisfies readonly (readonly [string, keyof TicketSummary])[];

const columns = ['row', 'facets', ...summaryFields.map(([column]) => column)];
/** All rows of a page in one call, which costs half as much as a call for each. */
const write = `INSERT INTO ticket (${columns.join(', ')})
  SELECT ${columns.map((_column, index) => `value ->> ${index}`).join(', ')} FROM json_each(?) WHERE true
  ON CONFLICT (row) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`;

/** What writing one ticket came to; `before` is `null` for a ticket that is new. Tickets that stayed as they were are left out. */
export type SavedTicket = { ticket: TicketSummary; before: TicketSummary | null };

export type Saved = {
  tickets: SavedTicket[];
  /** The row of every ticket that was given, changed or not. */
  rows: number[];
  changes: RowChange[];
};

/** Tickets by their id, as they are written. */
export type Known = Map<TicketId, { row: number; summary: TicketSummary }>;

/**
 * Writes what the list or the single call gives of tickets; one that did not change is not written again, which keeps
 * rounds cheap. `known` are tickets that the same transaction wrote before; those that are written are added to it.
 */
export function saveSummaries(
  database: Writer,
  index: TicketIndex,
  tickets: readonly TicketSummary[],
  known: Known = new Map(),
): Saved {
  addKnown(database, tickets, known);
  const saved: Saved = { tickets: [], rows: [], changes: [] };
  const written: { change: Omit<RowChange, 'words'>; text: TicketText }[] = [];
  const values: (string | number)[][] = [];
  for (const ticket of tickets) {
    const before = known.get(ticket.id);
    if (before && isSame(before.summary, ticket)) {
      saved.rows.push(before.row);
      continue;
    }
    const row = before?.row ?? index.nextRow();
    const codes = index.codesFor(database, ticket);
    values.push([row, codes.join(','), ...summaryFields.map(([, field]) => ticket[field])]);
    known.set(ticket.id, { row, summary: ticket });
    saved.rows.push(row);
    saved.tickets.push({ ticket, before: before?.summary ?? null });
    written.push({
      change: { row, codes, moved: before ? differingColumns(before.summary, ticket) : 'all' },
      text: textOf(row, ticket, before ? readDetail(database, row) : null),
    });
  }
  database.run(write, JSON.stringify(values));
  noteTicketCount(database, saved.tickets.filter(({ before }) => before === null).length);
  const words = index.writeTexts(
    database,
    written.map(({ text }) => text),
  );
  saved.changes = written.map(({ change }, at) => ({ ...change, words: words[at] ?? new Int32Array(0) }));
  return saved;
}

/**
 * Writes a ticket's detail as the single call gave it. Answers what changed, `null` when nothing in it is new, and whether
 * it did so alone: with the same `updatedOn` as before.
 */
export function saveDetail(
  database: Writer,
  index: TicketIndex,
  row: number,
  summary: TicketSummary,
  detail: TicketDetail,
  nowMs: number,
): { change: RowChange | null; isAlone: boolean } {
  const before = database.first('SELECT updated_on FROM detail WHERE row = ?', row)?.updated_on;
  const isNew =
    before === undefined ||
    JSON.stringify(readDetail(database, row)) !== JSON.stringify(ticketDetailSchema.parse(detail));
  database.run(
    'INSERT OR REPLACE INTO detail VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    row,
    detail.description,
    detail.customerReference,
    detail.ticketType,
    detail.notificationRecipients,
    JSON.stringify(detail.comments),
    nowMs,
    summary.updatedOn,
  );
  if (!isNew) return { change: null, isAlone: false };
  const [words] = index.writeTexts(database, [textOf(row, summary, detail)]);
  const change = { row, codes: index.codesFor(database, summary), words: words ?? new Int32Array(0), moved: [] };
  return { change, isAlone: before === summary.updatedOn };
}

/** Removes a ticket with its text, its detail and the list of its files. Answers what changed, `null` when there was none. */
export function removeTicket(database: Writer, id: TicketId): RowChange | null {
  const row = database.first('SELECT row FROM ticket WHERE id = ?', id)?.row;
  if (typeof row !== 'number') return null;
  database.run('DELETE FROM ticket_words WHERE row = ?', row);
  database.run('DELETE FROM detail WHERE row = ?', row);
  database.run('DELETE FROM ticket WHERE row = ?', row);
  noteTicketCount(database, -1);
  removeAttachments(database, id);
  return { row, codes: [], words: new Int32Array(0), moved: 'all' };
}

const knownSchema = ticketSummarySchema.extend({ row: z.number() });

/** Reads what is there of tickets that are not known yet. */
function addKnown(database: Writer, tickets: readonly TicketSummary[], known: Known): void {
  const rows = database.all(
    `SELECT row, ${summaryColumns} FROM ticket WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(tickets.flatMap(({ id }) => (known.has(id) ? [] : [id]))),
  );
  for (const values of rows) {
    const { row, ...summary } = knownSchema.parse(values);
    known.set(summary.id, { row, summary });
  }
}

function isSame(one: TicketSummary, other: TicketSummary): boolean {
  return summaryFields.every(([, field]) => one[field] === other[field]);
}

function differingColumns(one: TicketSummary, other: TicketSummary): SortColumn[] {
  return sortColumns.filter((column) => one[column] !== other[column]);
}

/** What a ticket is found by. */
function textOf(row: number, summary: TicketSummary, detail: TicketDetail | null): TicketText {
  const own = [summary.id, summary.title];
  if (detail) own.push(detail.description, detail.customerReference, ...detail.comments.map(({ comment }) => comment));
  return { row, own: own.join('\n'), recurring: [summary.site, summary.location, summary.category, summary.createdBy] };
}
