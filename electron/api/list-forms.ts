/*
 * The forms in which the server gives a list. An empty one can be `[]`, `null`, no body, an object without the list, or one
 * whose list is null. Anything else that is no list must not pass for an empty one.
 */

import { z } from 'zod';

/** The fields that hold the rows, where they are not the body itself. */
const rowFields = ['content', 'result'];

/** What may stand beside the rows of a page, or in their place if there are none. */
const pageFields = [
  ...['pageable', 'page', 'size', 'number', 'numberOfElements', 'totalElements', 'totalPages'],
  ...['first', 'last', 'empty', 'sort'],
];

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Returns the rows of a list, or `undefined` for a body that is no list. */
export function rowsOf(body: unknown): unknown[] | undefined {
  if (body === null || body === '') return [];
  if (Array.isArray(body)) return body;
  if (!isRecord(body)) return undefined;
  const field = rowFields.find((name) => name in body);
  if (field === undefined) return Object.keys(body).every((name) => pageFields.includes(name)) ? [] : undefined;
  const rows = body[field];
  if (Array.isArray(rows)) return rows;
  const isEmpty =
    rows === null || rows === undefined || rows === '' || (isRecord(rows) && Object.keys(rows).length === 0);
  return isEmpty ? [] : undefined;
}

/** Leaves out the rows that could not be parsed. */
export const present = <T>(rows: readonly (T | null)[]): T[] => rows.filter((row) => row !== null);

/** A list in any of its forms, without the rows that do not fit the schema. */
export const listOf = <T>(row: z.ZodType<T>) =>
  z
    .unknown()
    .transform((body, context): unknown[] => {
      const rows = rowsOf(body);
      if (rows) return rows;
      context.addIssue('not a list');
      return z.NEVER;
    })
    .pipe(z.array(row.nullable().catch(null)).transform(present));
