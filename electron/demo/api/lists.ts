/* How rows are answered: by the page or all at once, and in which form where there are none. */

import type { Context } from 'hono';
import { z } from 'zod';
import { defaultPageSize } from '../../contract/specification.ts';
import type { DemoOptions, LastFlag } from '../options.ts';
import type { DemoTicket } from '../portfolio/portfolio.ts';
import type { ApiEnv } from './env.ts';
import { refuse } from './responses.ts';

const pagingSchema = z.object({
  size: z.coerce.number().int().min(1).default(defaultPageSize),
  page: z.coerce.number().int().min(0).default(0),
});

type Paging = { size: number; number: number };

/** Returns which page is asked for, and in the size that the server uses, or a refusal. */
export function readPaging(
  context: Context<ApiEnv>,
  { pageCap, isPageCapStrict }: DemoOptions,
): { paging: Paging; refusal?: undefined } | { paging?: undefined; refusal: Response } {
  const query = pagingSchema.safeParse(context.req.query());
  if (!query.success) return { refusal: refuse(context, 400, 'size and page must be whole numbers, size at least 1.') };
  const { size, page: number } = query.data;
  if (isPageCapStrict && size > pageCap) return { refusal: refuse(context, 400, `size must be at most ${pageCap}.`) };
  return { paging: { size: Math.min(size, pageCap), number } };
}

type TextField = Exclude<keyof DemoTicket, 'comments'>;

/** Returns the tickets that match all of the query's filters. */
export function filtered(
  context: Context<ApiEnv>,
  tickets: readonly DemoTicket[],
  fields: readonly TextField[],
): readonly DemoTicket[] {
  const filters = fields.flatMap((field) => {
    const value = context.req.query(field)?.trim();
    return value ? [{ field, value }] : [];
  });
  if (filters.length === 0) return tickets;
  return tickets.filter((ticket) => filters.every(({ field, value }) => ticket[field].trim() === value));
}

/** Sorts tickets by their last change; those of one second stay in their order. */
export function lastChangedFirst(tickets: readonly DemoTicket[]): readonly DemoTicket[] {
  const rank = (one: string, other: string) => (one < other ? 1 : one > other ? -1 : 0);
  return tickets.toSorted((one, other) => rank(one.updatedOn, other.updatedOn));
}

/** @param field where the list stands in the response; the response is the list itself if missing */
export function answerRows(context: Context<ApiEnv>, rows: readonly unknown[], field?: string) {
  const inField = (list: readonly unknown[] | null) => (field ? { [field]: list } : list);
  const isEmpty = rows.length === 0 || context.get('forms').isEmptied(context.req.path);
  return isEmpty ? answerEmpty(context, inField) : context.json(inField(rows));
}

type Page<Row> = Paging & {
  /** All rows of the list. */
  listed: readonly Row[];
  /** How many the server says there are. */
  total: number;
  lastFlag: LastFlag;
  /** How long a call of so many rows takes. */
  observedMs: (rows: number) => number;
  /** Makes the content of the page from its rows, of which it may leave out some. */
  write: (rows: readonly Row[]) => unknown[];
};

/** A page in the form of the specification's sample (section 4). A page past the end is empty, and has its number. */
export async function answerPage<Row>(context: Context<ApiEnv>, page: Page<Row>) {
  const isEmptied = context.get('forms').isEmptied(context.req.path);
  const { listed, total, size, number, lastFlag, observedMs, write } = isEmptied
    ? { ...page, listed: [], total: 0 }
    : page;
  const rows = listed.slice(number * size, (number + 1) * size);
  const content = write(rows);
  const totalPages = Math.ceil(total / size);
  const pageable = {
    ...(lastFlag !== 'missing' && { last: number >= totalPages - (lastFlag === 'early' ? 2 : 1) }),
    totalPages,
    totalElements: total,
    size,
    number,
    numberOfElements: content.length,
    first: number === 0,
    empty: content.length === 0,
  };
  await context.get('take')(observedMs(rows.length));
  if (rows.length > 0) return context.json({ content, pageable });
  return answerEmpty(context, (list, ownSize) => ({ content: list, pageable: { ...pageable, size: ownSize ?? size } }));
}

/** @param write writes the response around a list without rows, or without a list; some name a size of 0 as well */
function answerEmpty(context: Context<ApiEnv>, write: (list: [] | null, size?: number) => object | null) {
  switch (context.get('forms').nextEmptyList()) {
    case 'array':
      return context.json(write([]));
    case 'null':
      return context.json(write(null));
    case 'zero-size':
      return context.json(write([], 0));
    case 'no-content':
      return context.body(null, 204);
    case 'no-field':
      return context.json({});
  }
}
