import { z } from 'zod';
import { type TicketId, ticketIdSchema } from '../contract/ids.ts';
import {
  type Choice,
  type Choices,
  type FilterField,
  filterFields,
  type SortColumn,
  type TicketPage,
  type TicketQuery,
} from '../contract/query.ts';
import { type CachedTicket, type TicketSummary, ticketSummarySchema } from '../contract/ticket.ts';
import type { Reader, SqlValue } from './database.ts';
import { cachedTicketOf, detailColumns, summaryColumns } from './rows.ts';

const sortExpressions: Record<SortColumn, string> = {
  id: 'id',
  title: 'title COLLATE NOCASE',
  status: 'status_rank',
  site: 'site',
  category: 'category',
  createdOn: 'created_on',
  updatedOn: 'updated_on',
};

const filterColumns: Record<FilterField, string> = {
  status: 'status',
  site: 'site',
  requestType: 'request_type',
  category: 'category',
  createdBy: 'created_by',
};

type Condition = { sql: string; values: SqlValue[] };

/** The slice of the cached tickets that a query asks for; tickets that sort alike are in the order of their ids. */
export function queryTickets(database: Reader, query: TicketQuery): TicketPage {
  const { sql: where, values } = conditionOf(query);
  const direction = query.sort.direction === 'ascending' ? 'ASC' : 'DESC';
  const order = `${sortExpressions[query.sort.by]} ${direction}, id ${direction}`;
  const rows = database.all(
    `SELECT ${summaryColumns} FROM ticket ${where} ORDER BY ${order} LIMIT ? OFFSET ?`,
    ...values,
    query.limit,
    query.offset,
  );
  const matching = database.first(`SELECT count(*) AS n FROM ticket ${where}`, ...values)?.n;
  return { rows: z.array(ticketSummarySchema).parse(rows), matching: Number(matching) };
}

function conditionOf({ filters, search }: Pick<TicketQuery, 'filters' | 'search'>): Condition {
  const conditions = [
    ...filterFields.flatMap((field) => filterCondition(field, filters[field])),
    ...searchConditions(search),
  ];
  if (conditions.length === 0) return { sql: '', values: [] };
  return {
    sql: `WHERE ${conditions.map((condition) => condition.sql).join(' AND ')}`,
    values: conditions.flatMap((condition) => condition.values),
  };
}

function filterCondition(field: FilterField, accepted: string[]): Condition[] {
  if (accepted.length === 0) return [];
  return [{ sql: `${filterColumns[field]} IN (${accepted.map(() => '?').join(', ')})`, values: accepted }];
}

/** The text index knows parts of three characters and more. */
const shortestIndexed = 3;

/** Every word must occur: long ones anywhere in the ticket's text, shorter ones in its id, title or site. */
function searchConditions(search: string): Condition[] {
  const words = search.split(/\s+/).filter((word) => word !== '');
  const indexed = words.filter((word) => [...word].length >= shortestIndexed);
  const short = words.filter((word) => [...word].length < shortestIndexed);
  const conditions = short.map((word): Condition => {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    return { sql: `(id || ' ' || title || ' ' || site) LIKE ? ESCAPE '\\'`, values: [pattern] };
  });
  if (indexed.length === 0) return conditions;
  // Quoted, so that nothing the user types is an operator.
  const match = indexed.map((word) => `"${word.replaceAll('"', '""')}"`).join(' AND ');
  return [...conditions, { sql: 'row IN (SELECT rowid FROM ticket_text WHERE ticket_text MATCH ?)', values: [match] }];
}

/** One ticket with what is known of its detail. */
export function readTicket(database: Reader, id: TicketId): CachedTicket | null {
  const row = database.first(`SELECT ${summaryColumns}, ${detailColumns} FROM ticket WHERE id = ?`, id);
  return row ? cachedTicketOf(row) : null;
}

/** Tickets that agree in all that the list gives of a request. */
export function findAlike(database: Reader, like: Pick<TicketSummary, 'title' | 'site' | 'requestType' | 'category'>) {
  const rows = database.all(
    `SELECT id FROM ticket WHERE title = ? COLLATE NOCASE AND title = ? AND site = ? AND request_type = ? AND category = ?`,
    like.title,
    like.title,
    like.site,
    like.requestType,
    like.category,
  );
  return z
    .array(z.object({ id: ticketIdSchema }))
    .parse(rows)
    .map((row): TicketId => row.id);
}

/** How many tickets are cached. */
export function countTickets(database: Reader): number {
  return Number(database.first('SELECT count(*) AS n FROM ticket')?.n);
}

/** The values that the cached tickets have in each filter's field, the most frequent first, sites and people by name. */
export function readChoices(database: Reader): Choices {
  return {
    status: choicesOf(database, 'status', 'min(status_rank)'),
    site: choicesOf(database, 'site', 'site'),
    requestType: choicesOf(database, 'requestType', 'count(*) DESC'),
    category: choicesOf(database, 'category', 'category'),
    createdBy: choicesOf(database, 'createdBy', 'created_by COLLATE NOCASE'),
  };
}

const choiceRowSchema: z.ZodType<Choice> = z.object({ value: z.string(), count: z.number(), note: z.string() });

function choicesOf(database: Reader, field: FilterField, order: string): Choice[] {
  const column = filterColumns[field];
  const note = field === 'site' ? `coalesce((SELECT city FROM site WHERE site.site = ticket.site), '')` : `''`;
  const rows = database.all(
    `SELECT ${column} AS value, count(*) AS count, ${note} AS note FROM ticket
     WHERE ${column} <> '' GROUP BY ${column} ORDER BY ${order}, ${column}`,
  );
  return z.array(choiceRowSchema).parse(rows);
}
