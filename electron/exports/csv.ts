/*
 * CSV as RFC 4180 has it, in UTF-8 with a byte order mark, without which Excel takes the text for another encoding. The rules
 * for quotes are one line; a library would need more to be told that a text must not run as a formula.
 */

import type { Separator } from '../contract/exports.ts';
import { runsAsFormula } from './formula.ts';
import { type Cell, type Sheet, wallTimeText } from './sheet.ts';

const signs: Record<Separator, string> = { comma: ',', semicolon: ';', tab: '\t' };
const byteOrderMark = '\uFEFF';

/** Yields a table as the bytes of a CSV file. */
export async function* csvChunks({ columns, batches }: Sheet, separator: Separator): AsyncGenerator<Uint8Array> {
  const line = (cells: readonly Cell[]) =>
    `${cells.map((cell) => quoted(textOf(cell, separator))).join(signs[separator])}\r\n`;
  yield Buffer.from(byteOrderMark + line(columns.map(({ heading }) => heading)));
  for await (const rows of batches) yield Buffer.from(rows.map(line).join(''));
}

function textOf(cell: Cell, separator: Separator): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return guarded(cell);
  // Where a semicolon separates, a comma is the decimal sign, and a spreadsheet would read 1.5 as the first of May.
  if (typeof cell === 'number') return separator === 'semicolon' ? String(cell).replace('.', ',') : String(cell);
  return wallTimeText(cell);
}

/**
 * Puts an apostrophe before a text that would run as a formula, and before one that begins with apostrophes and goes on like
 * that: whoever takes the first apostrophe of such a text away has exactly what it was.
 */
const guarded = (text: string): string => (runsAsFormula(text.replace(/^'+/, '')) ? `'${text}` : text);

const quoted = (text: string): string => (/["\r\n,;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
