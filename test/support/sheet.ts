/* Tables for the writers of exports. */

import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import type { Cell, Sheet } from '../../electron/exports/sheet.ts';

/** A sheet whose columns are called A, B, …, with as many as the first row has cells. */
export function aSheet(rows: readonly (readonly Cell[])[], name = 'Tickets'): Sheet {
  async function* batches() {
    for (let at = 0; at < rows.length; at += 2) yield rows.slice(at, at + 2);
  }
  const columns = (rows[0] ?? []).map((_, at) => ({ heading: String.fromCharCode(65 + at), widthChars: 10 }));
  return { name, columns, batches: batches(), rowCount: () => rows.length, about: () => [['Rows', rows.length]] };
}

/** All bytes of a stream. */
export async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

/** Reads a CSV file with another program's eyes: the heading and the rows. */
export function readCsv(bytes: Buffer, delimiter = ','): string[][] {
  return parse(bytes, { bom: true, delimiter, record_delimiter: '\r\n' });
}

export const readCsvFile = async (path: string, delimiter?: string) => readCsv(await readFile(path), delimiter);

/** Reads an Excel file with another program's eyes: its sheets, each with its rows; times are `Date`s. */
export async function readXlsx(file: Buffer | string): Promise<{ sheet: string; data: unknown[][] }[]> {
  return (await readWorkbook(file as string, { trim: false })) as { sheet: string; data: unknown[][] }[];
}
