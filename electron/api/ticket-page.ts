/* A page of the ticket list (section 4), and what can be derived where the server does not say where it stands in the list. */

import { z } from 'zod';
import { isRecord, present, rowsOf } from './list-forms.ts';
import { readSummary, type TicketListPage } from './wire.ts';

/** The page that was asked for. */
type Asked = { page: number; size: number };

/** The response to the list call. Only the rows are needed of it. */
export const ticketListResponseSchema = (asked: Asked) =>
  z.unknown().transform((body, context): TicketListPage => {
    const rows = rowsOf(body);
    if (rows) return { tickets: present(rows.map(readSummary)), ...placeOf(body, rows.length, asked) };
    context.addIssue('not a list of tickets');
    return z.NEVER;
  });

function placeOf(body: unknown, rowCount: number, asked: Asked): Omit<TicketListPage, 'tickets'> {
  const around = isRecord(body) ? body : {};
  const pageable = isRecord(around.pageable) ? around.pageable : {};
  const countOf = (name: string) => toCount(pageable[name]) ?? toCount(around[name]);
  const isLast = toFlag(pageable.last) ?? toFlag(around.last);
  const number = countOf('number') ?? asked.page;
  const pages = countOf('totalPages') ?? 0;
  const total = countOf('totalElements');
  const hasMore = isLast === false || number + 1 < pages || (number === 0 && total !== null && total > rowCount);
  const stated = countOf('size') || (hasMore && rowCount > 0 ? rowCount : asked.size);
  // A last page may state how many rows it holds. That is no page size: in pages of this size, it would stand elsewhere.
  const isEnd = pages > 0 ? number + 1 === pages : isLast === true;
  const isOwnLength = number > 0 && isEnd && stated === rowCount && number * asked.size + rowCount === total;
  const size = isOwnLength ? asked.size : stated;
  const isFull = rowCount >= size && isLast !== true;
  const expected = number * size + rowCount + (hasMore || isFull ? 1 : 0);
  const totalElements = total ?? expected;
  return {
    rowCount,
    totalElements,
    totalPages: Math.max(pages, Math.ceil(totalElements / size)),
    number,
    size,
    isLast,
  };
}

/** Numbers can come as text. */
function toCount(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : null;
}

function toFlag(value: unknown): boolean | null {
  const flags: readonly unknown[] = [false, 'false', true, 'true'];
  const place = flags.indexOf(typeof value === 'string' ? value.trim().toLowerCase() : value);
  return place < 0 ? null : place > 1;
}
