/* Writes tickets into the cache, together with what the index in memory has to know of them. */

import { z } from 'zod';
import type { TicketId } from '../contract/ids.ts';
import type { SortColumn } from '../contract/query.ts';
import { longestLagMs, parseServerTime } from '../contract/server-time.ts';
import { sortKeyOf } from '../contract/sort-key.ts';
import { type TicketDetail, type TicketSummary, ticketDetailSchema, ticketSummarySchema } from '../contract/ticket.ts';
import type { Writer } from './database.ts';
import { removeAttachments } from './reference-lists.ts';
import type { TicketText } from './search-index.ts';
import { addToTicketCount } from './sync-state.ts';
import type { IndexUpdate, TicketIndex } from './ticket-index.ts';
import { readDetail, summaryColumns } from './ticket-reader.ts';
import { type Recording, removeRecord } from './ticket-record.ts';
import { statusSinceOf } from './ticket-state.ts';

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

const columns = ['row', 'facets', 'title_key', 'status_since', ...summaryFields.map(([column]) => column)];
/**
 * Writes all rows of a page in one statement, which takes half as long as one for each row. The `LIMIT` keeps SQLite from
 * making the text of a row once for each of its columns, which would take most of the time.
 */
const upsert = `INSERT INTO ticket (${columns.join(', ')})
  SELECT ${columns.map((_column, index) => `value ->> ${index}`).join(', ')}
  FROM (SELECT value FROM json_each(?) LIMIT -1) WHERE true
  ON CONFLICT (row) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`;

/**
 * A ticket that was written, and the summary that it had before; `null` for one that is new. A ticket that was gone and was
 * seen again may have the same summary as before.
 */
export type SavedTicket = { ticket: TicketSummary; before: TicketSummary | null };

export type SavedSummaries = {
  /** The tickets that are new or changed, and those that were gone. */
  tickets: SavedTicket[];
  /** The row of every ticket that was given, changed or not, in the same order. */
  rows: number[];
  updates: IndexUpdate[];
};

type StoredTicket = {
  row: number;
  summary: TicketSummary;
  /** When its status changed, where that was seen, else `''`. */
  statusSeenOn: string;
  isGone: boolean;
};

/**
 * Writes tickets as the list or the single call gives them. A ticket that did not change is not written again, which keeps
 * rounds cheap; one may be given twice, and is written as it came last. `recording` takes what is different. On the worker,
 * only one call may be made in a transaction: what it writes cannot be read back before the transaction ends.
 */
export function saveSummaries(
  database: Writer,
  index: TicketIndex,
  tickets: readonly TicketSummary[],
  recording: Recording | null = null,
): SavedSummaries {
  const stored = readStored(database, tickets);
  const saved: SavedSummaries = { tickets: [], rows: [], updates: [] };
  const texts: TicketText[] = [];
  const values: (string | number)[][] = [];
  for (const ticket of tickets) {
    const before = stored.get(ticket.id);
    if (before?.isGone) database.run('DELETE FROM gone WHERE row = ?', before.row);
    if (before && isSameSummary(before.summary, ticket)) {
      saved.rows.push(before.row);
      if (before.isGone) saved.tickets.push({ ticket, before: before.summary });
      before.isGone = false;
      continue;
    }
    const row = before?.row ?? index.nextRow();
    const statusSeenOn = statusSeenOnOf(ticket, before);
    const facets = index.facetsFor(database, ticket, statusSeenOn);
    const record = [row, facets.join(','), sortKeyOf(ticket.title), statusSeenOn];
    for (const [, field] of summaryFields) record.push(ticket[field]);
    values.push(record);
    stored.set(ticket.id, { row, summary: ticket, statusSeenOn, isGone: false });
    saved.rows.push(row);
    saved.tickets.push({ ticket, before: before?.summary ?? null });
    recording?.summary(row, ticket, before?.summary ?? null);
    const changedColumns = before ? differingColumns(before, ticket, statusSeenOn) : 'all';
    saved.updates.push({ row, facets, words: [], changedColumns });
    texts.push(textOf(row, ticket, before ? readDetail(database, row) : null));
  }
  database.run(upsert, JSON.stringify(values));
  recording?.write();
  addToTicketCount(database, saved.tickets.filter(({ before }) => before === null).length);
  const words = index.writeTexts(database, texts);
  for (const [at, update] of saved.updates.entries()) update.words = words[at] ?? [];
  return saved;
}

/**
 * Writes a ticket's detail as the single call gave it; `summary` is what was written of the ticket before. Returns `null` if
 * nothing in the detail is new.
 */
export function saveDetail(
  database: Writer,
  index: TicketIndex,
  row: number,
  summary: TicketSummary,
  detail: TicketDetail,
  { nowMs, serverNowMs }: { nowMs: number; serverNowMs: number },
  recording: Recording | null = null,
): IndexUpdate | null {
  const before = readDetail(database, row);
  recording?.detail(row, summary, detail, before);
  recording?.write();
  database.run(
    'INSERT OR REPLACE INTO detail VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    row,
    nowMs,
    summary.updatedOn,
    detail.customerReference,
    sortKeyOf(detail.customerReference),
    lastCommentOn(detail),
    detail.ticketType,
    detail.cancelReason,
    detail.description,
    detail.notificationRecipients,
    JSON.stringify(detail.comments),
    serverNowMs < (parseServerTime(summary.updatedOn)?.getTime() ?? 0) + longestLagMs ? 0 : 1,
  );
  if (JSON.stringify(before) === JSON.stringify(ticketDetailSchema.parse(detail))) return null;
  const [words] = index.writeTexts(database, [textOf(row, summary, detail)]);
  const changedColumns: SortColumn[] = [];
  if (before?.customerReference !== detail.customerReference) changedColumns.push('customerReference');
  if (!before || lastCommentOn(before) !== lastCommentOn(detail)) changedColumns.push('lastCommentOn');
  return { row, facets: null, words: words ?? [], changedColumns };
}

/** Returns the latest time of a comment, whatever their order; where none is a time, what stands in the place of the last one. */
function lastCommentOn({ comments }: TicketDetail): string {
  const times = comments.map(({ commentedOn }) => commentedOn);
  const known = times.filter((time) => parseServerTime(time) !== null).sort(); // in the server's form they sort as texts
  return known.at(-1) ?? times.at(-1) ?? '';
}

/** Removes a ticket with its text, its detail, its record and the list of its files. Returns `null` if there was no such ticket. */
export function removeTicket(database: Writer, id: TicketId): IndexUpdate | null {
  const row = database.first('SELECT row FROM ticket WHERE id = ?', id)?.row;
  if (typeof row !== 'number') return null;
  database.run('DELETE FROM ticket_words WHERE row = ?', row);
  database.run('DELETE FROM detail WHERE row = ?', row);
  database.run('DELETE FROM gone WHERE row = ?', row);
  removeRecord(database, row);
  database.run('DELETE FROM ticket WHERE row = ?', row);
  addToTicketCount(database, -1);
  removeAttachments(database, id);
  return { row, facets: [], words: [], changedColumns: 'all' };
}

/** Notes that the server did not give this ticket when it was asked for it. Returns whether that is new. */
export function markGone(database: Writer, id: TicketId): boolean {
  const row = database.first('SELECT row FROM ticket WHERE id = ? AND row NOT IN gone', id)?.row;
  if (typeof row !== 'number') return false;
  database.run('INSERT INTO gone (row) VALUES (?)', row);
  return true;
}

const storedSchema = ticketSummarySchema.extend({ row: z.number(), statusSeenOn: z.string(), isGone: z.number() });

/** Returns those of the tickets that the cache has, as it has them. */
function readStored(database: Writer, tickets: readonly TicketSummary[]): Map<TicketId, StoredTicket> {
  const stored = new Map<TicketId, StoredTicket>();
  const rows = database.all(
    `SELECT row, ${summaryColumns}, status_since AS statusSeenOn, row IN gone AS isGone FROM ticket
     WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(tickets.map(({ id }) => id)),
  );
  for (const values of rows) {
    const { row, statusSeenOn, isGone, ...summary } = storedSchema.parse(values);
    stored.set(summary.id, { row, summary, statusSeenOn, isGone: isGone === 1 });
  }
  return stored;
}

/** Whether two summaries are equal in every field. */
function isSameSummary(one: TicketSummary, other: TicketSummary): boolean {
  return summaryFields.every(([, field]) => one[field] === other[field]);
}

/** Returns when a ticket's status changed, where that was seen, else `''`. */
function statusSeenOnOf(ticket: TicketSummary, before: StoredTicket | undefined): string {
  if (!before) return '';
  if (before.summary.status === ticket.status) return before.statusSeenOn;
  // The answer to a cancellation does not say when it was, so the ticket has the time of an earlier change until it is read.
  return before.summary.updatedOn === ticket.updatedOn ? '' : ticket.updatedOn;
}

function differingColumns(before: StoredTicket, ticket: TicketSummary, statusSeenOn: string): SortColumn[] {
  const columns: SortColumn[] = summaryFields.flatMap(([, field]) =>
    before.summary[field] === ticket[field] ? [] : [field],
  );
  const since = statusSinceOf(before.summary, before.statusSeenOn).statusSince;
  if (since !== statusSinceOf(ticket, statusSeenOn).statusSince) columns.push('statusSince');
  return columns;
}

function textOf(row: number, summary: TicketSummary, detail: TicketDetail | null): TicketText {
  const own = [summary.id, summary.title];
  if (detail) own.push(detail.description, detail.customerReference, ...detail.comments.map(({ comment }) => comment));
  return { row, own: own.join('\n'), recurring: [summary.site, summary.location, summary.category, summary.createdBy] };
}
