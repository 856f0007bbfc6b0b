/*
 * Looks at the texts in a file as bytes. libsql ends the whole process when it reads a text that is no UTF-8, which no code can
 * catch, and a single wrong bit on the disk makes such texts of an encrypted page: the application would end at each start.
 */

import { isUtf8 } from 'node:buffer';
import type { Reader, SqlRow } from './database.ts';
import { Turn } from './turn.ts';

/** So many rows of a table, and so many entries of an index, which are shorter, are looked at in one go of a few milliseconds. */
const rowsPerChunk = 2_048;
const entriesPerChunk = 8_192;

/** Others have their turn after so long. */
const turnMs = 8;

/** Returns whether every text in a file's tables and indexes can be read. @throws ProblemError of a page that is corrupt otherwise */
export async function hasReadableTexts(file: Reader): Promise<boolean> {
  const turn = new Turn(turnMs);
  for (const chunks of [chunksOfTables(file), chunksOfIndexes(file)]) {
    for (const texts of chunks) {
      if (texts instanceof ArrayBuffer && !isUtf8(texts)) return false;
      await turn.end();
    }
  }
  return true;
}

type Texts = SqlRow[string] | undefined;

function* chunksOfTables(file: Reader): Generator<Texts> {
  const tables = file.all(`SELECT name, wr AS isKeyed FROM pragma_table_list WHERE type = 'table' AND schema = 'main'`);
  for (const { name, isKeyed } of tables) {
    const texts = textsOf(namesIn(file, 'SELECT name FROM pragma_table_info(?)', name));
    if (isKeyed === 1) yield* chunksOf(file, texts, quoted(name));
    else yield* chunksByRowId(file, texts, quoted(name));
  }
}

/** An index has texts of its own, and a query that needs no others reads them there. */
function* chunksOfIndexes(file: Reader): Generator<Texts> {
  const indexes = file.all(`SELECT name, tbl_name AS tableName, sql FROM sqlite_schema WHERE type = 'index'`);
  for (const { name, tableName, sql } of indexes) {
    const texts = textsOf(namesIn(file, 'SELECT name FROM pragma_index_info(?) WHERE name IS NOT NULL', name));
    const condition = /\bWHERE\b.*$/s.exec(String(sql))?.[0] ?? '';
    yield* chunksOf(file, texts, `${quoted(tableName)} INDEXED BY ${quoted(name)} ${condition}`);
  }
}

function* chunksByRowId(file: Reader, texts: string, table: string): Generator<Texts> {
  for (let last: SqlRow[string] = Number.MIN_SAFE_INTEGER; last !== null; ) {
    const read = file.first(
      `SELECT max(place) AS last, ${joined} FROM (
         SELECT rowid AS place, ${texts} FROM ${table} WHERE rowid > ? ORDER BY rowid LIMIT ?)`,
      Number(last),
      rowsPerChunk,
    );
    last = read?.last ?? null;
    yield read?.texts;
  }
}

/** What has no row ids is counted from its beginning each time, which takes little where rows are short or few. */
function* chunksOf(file: Reader, texts: string, source: string): Generator<Texts> {
  for (let offset = 0, isEnd = false; !isEnd; offset += entriesPerChunk) {
    const read = file.first(
      `SELECT count(*) AS count, ${joined} FROM (SELECT ${texts} FROM ${source} LIMIT ? OFFSET ?)`,
      entriesPerChunk,
      offset,
    );
    isEnd = read?.count !== entriesPerChunk;
    yield read?.texts;
  }
}

const joined = 'CAST(group_concat(texts, char(10)) AS BLOB) AS texts';

/** The texts of a row as one: a separator keeps two halves from making a whole. */
const textsOf = (columns: readonly string[]): string =>
  `${columns.map((column) => `CASE typeof(${quoted(column)}) WHEN 'text' THEN ${quoted(column)} ELSE '' END`).join(' || char(10) || ')} AS texts`;

const namesIn = (file: Reader, sql: string, of: SqlRow[string] | undefined): string[] =>
  file.all(sql, String(of)).map(({ name }) => String(name));

const quoted = (name: SqlRow[string] | undefined): string => `"${String(name)}"`;
