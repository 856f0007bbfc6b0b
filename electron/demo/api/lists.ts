/* How rows are answered: by the page or all at once, and in which form where there are none. */

import type { Context } from 'hono';
import { z } from 'zod';
import { defaultPageSize } from '../../contract/specification.ts';
import type { LastFlag } from '../options.ts';
import type { ApiEnv } from './env.ts';

export const pagingSchema = z.object({
  size: z.coerce.number().int().min(1).default(defaultPageSize),
  page: z.coerce.number().int().min(0).default(0),
});

/** @param field where the list stands in the response; the response is the list itself if missing */
export function answerRows(context: Context<ApiEnv>, rows: readonly unknown[], field?: string) {
  const inField = (list: readonly unknown[] | null) => (field ? { [field]: list } : list);
  const isEmpty = rows.length === 0 || context.get('forms').isEmptied(context.req.path);
  return isEmpty ? answerEmpty(context, inField) : context.json(inField(rows));
}

type Page<Row> = {
  /** All rows of the list. */
  listed: readonly Row[];
  /** How many the server says there are. */
  total: number;
  size: number;
  number: number;
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
  if (content.length > 0) return context.json({ content, pageable });
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
