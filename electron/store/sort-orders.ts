import type { Sort, SortColumn } from '../contract/query.ts';
import type { Reader } from './database.ts';
import { type CodedField, type FacetColumns, noTicket, type TimeField } from './facet-columns.ts';
import { inNaturalOrder } from './facet-order.ts';
import { readNumbers } from './read-numbers.ts';
import { hasTitleIndex } from './schema.ts';

/** Columns with many different values whose order SQLite's indexes hold; the first term is the value. */
const indexed = {
  id: ['id'],
  title: ['title_key', 'id'],
  createdOn: ['created_on', 'id'],
  updatedOn: ['ticket.updated_on', 'id'],
} as const satisfies Partial<Record<SortColumn, readonly string[]>>;
type IndexedColumn = keyof typeof indexed;

/** Columns of the details, whose indexes hold only the rows with a value. */
const indexedDetails = {
  customerReference: ['customer_reference_key', 'detail_by_customer_reference'],
  lastCommentOn: ['last_comment_on', 'detail_by_last_comment'],
} as const satisfies Partial<Record<SortColumn, readonly string[]>>;
type DetailColumn = keyof typeof indexedDetails;

const isDetail = (column: SortColumn): column is DetailColumn => column in indexedDetails;
const isTime = (column: SortColumn): column is Extract<TimeField, SortColumn> =>
  column === 'closedOn' || column === 'statusSince';

export const isIndexed = (column: SortColumn): column is IndexedColumn => column in indexed;

/** The order that another one is made of. */
const sourceOf = (column: SortColumn): IndexedColumn =>
  isIndexed(column) ? column : column === 'attention' ? 'updatedOn' : 'id';

/** Returns the terms of an `ORDER BY`. */
export function orderBy(column: IndexedColumn, direction: Sort['direction']): string {
  const suffix = direction === 'ascending' ? '' : ' DESC';
  return indexed[column].map((term) => term + suffix).join(', ');
}

/** Returns the term that a column is sorted by; `''` is no value. */
export const valueTerm = (column: IndexedColumn): string => indexed[column][0];

/**
 * The rows of all tickets in ascending order of a column, equal ones by id: those with a value, and those without, which go
 * last in both directions.
 */
export type Order = { valued: Int32Array; empty: Int32Array };

/** The ranks of the tickets by something that the cache does not hold, by row from 0, -1 where there is nothing. */
export type Ranks = { ranks: Int32Array; rankCount: number };

/** An order that is being read: its rows so far, and what the last of them is ordered by. */
type BegunOrder = { parts: readonly Int32Array[]; last: readonly string[] };

/** The orders, each kept until it may have changed. */
export class SortOrders {
  readonly #database: Reader;
  readonly #facets: FacetColumns;
  readonly #ranksBy: (column: 'note' | 'attention') => Ranks;
  readonly #rowsPerChunk: number;
  readonly #orders = new Map<SortColumn, Order>();
  readonly #begun = new Map<SortColumn, BegunOrder>();

  constructor(
    database: Reader,
    facets: FacetColumns,
    ranksBy: (column: 'note' | 'attention') => Ranks,
    rowsPerChunk: number,
  ) {
    this.#database = database;
    this.#facets = facets;
    this.#ranksBy = ranksBy;
    this.#rowsPerChunk = rowsPerChunk;
  }

  by(column: SortColumn): Order {
    let order = this.#orders.get(column);
    if (!order) {
      order = this.#read(column);
      this.#orders.set(column, order);
    }
    return order;
  }

  /**
   * Returns the part of an order that `mask` marks with a 1. One that changes often is made of that part alone, since that may
   * be small.
   */
  narrowed(column: SortColumn, mask: Uint8Array): Order {
    if (column !== 'attention' || this.isRead(column)) return masked(this.by(column), mask);
    return this.#byUrgency(mask);
  }

  /** Whether the order, or what it is made of, is in memory. */
  isPrepared(column: SortColumn): boolean {
    return this.isRead(column) || this.isRead(sourceOf(column));
  }

  /** Reads a part of what an order is made of. Returns whether any is left to read. */
  readChunk(column: SortColumn): boolean {
    if (this.isPrepared(column)) return false;
    const source = sourceOf(column);
    const order = this.#readIndexedChunk(source);
    if (order) this.#orders.set(source, order);
    return order === null;
  }

  isRead(column: SortColumn): boolean {
    return this.#orders.has(column);
  }

  /** To be called when tickets were added or removed. */
  invalidateAll(): void {
    this.#orders.clear();
    this.#begun.clear();
  }

  /** To be called when values in these columns changed. */
  invalidate(columns: Iterable<SortColumn>): void {
    for (const column of columns) {
      this.#orders.delete(column);
      this.#begun.delete(column);
    }
  }

  #read(column: SortColumn): Order {
    if (isIndexed(column)) return this.#readIndexed(column);
    if (isDetail(column)) return byRank(this.#byId(), this.#readDetailRanks(column));
    if (isTime(column)) return byMinute(this.#byId(), this.#facets.minutesOf(column));
    if (column === 'note') return byRank(this.#byId(), this.#ranksBy('note'));
    if (column === 'attention') return this.#byUrgency();
    return byRank(this.#byId(), this.#ranksOfValues(column));
  }

  #byUrgency(mask?: Uint8Array): Order {
    const updated = this.by('updatedOn');
    return byRank(inOrder(mask ? masked(updated, mask) : updated, 'descending'), this.#ranksBy('attention'));
  }

  #byId(): Int32Array {
    return this.by('id').valued;
  }

  #readIndexed(column: IndexedColumn): Order {
    let order: Order | null = null;
    while (!order) order = this.#readIndexedChunk(column);
    return order;
  }

  /** Returns the order once all of it is read. */
  #readIndexedChunk(column: IndexedColumn): Order | null {
    const { parts, last } = this.#begun.get(column) ?? { parts: [], last: [] };
    const limit = this.#mayReadInParts(column) ? this.#rowsPerChunk : -1;
    const part = this.#rowsAfter(column, last, limit);
    if (part.length === limit) {
      const end = this.#placeOf(column, part[part.length - 1] as number);
      this.#begun.set(column, { parts: [...parts, part], last: end });
      return null;
    }
    const rows = joined([...parts, part]);
    const count = this.#database.first(`SELECT count(*) AS empty FROM ticket WHERE ${valueTerm(column)} = ''`);
    const empty = Number(count?.empty);
    this.#begun.delete(column);
    return { valued: rows.subarray(empty), empty: rows.subarray(0, empty) };
  }

  /** During the first walk titles have no index, and each part would sort all of them. */
  #mayReadInParts(column: IndexedColumn): boolean {
    return column !== 'title' || hasTitleIndex(this.#database);
  }

  /** Returns the rows that follow in ascending order: so many, or all for -1. */
  #rowsAfter(column: IndexedColumn, place: readonly string[], limit: number): Int32Array {
    const terms = indexed[column];
    const isAfter = place.length > 0 ? `WHERE (${terms}) > (${terms.map(() => '?')})` : '';
    const order = orderBy(column, 'ascending');
    return readNumbers(
      this.#database,
      `SELECT group_concat(row) AS numbers FROM (SELECT row FROM ticket ${isAfter} ORDER BY ${order} LIMIT ?)`,
      ...place,
      limit,
    );
  }

  /** Returns what a row is ordered by. */
  #placeOf(column: IndexedColumn, row: number): string[] {
    const terms = indexed[column].map((term, index) => `${term} AS term${index}`);
    const found = this.#database.first(`SELECT ${terms} FROM ticket WHERE row = ?`, row);
    return terms.map((_, index) => String(found?.[`term${index}`]));
  }

  #readDetailRanks(column: DetailColumn): Ranks {
    const [key, index] = indexedDetails[column];
    const numbers = readNumbers(
      this.#database,
      `SELECT group_concat(row || ',' || rank, ' ') AS numbers FROM (
         SELECT row, dense_rank() OVER (ORDER BY ${key}) - 1 AS rank FROM detail INDEXED BY ${index} WHERE ${key} <> '')`,
    );
    const ranks = new Int32Array(this.#facets.rowLimit).fill(-1);
    for (let at = 0; at < numbers.length; at += 2) ranks[numbers[at] as number] = numbers[at + 1] as number;
    return { ranks, rankCount: numbers.length / 2 };
  }

  #ranksOfValues(field: CodedField): Ranks {
    const values = this.#facets.valuesOf(field);
    const places = new Map(
      inNaturalOrder(
        field,
        values.filter((value) => value !== ''),
      ).map((value, at) => [value, at]),
    );
    const rankByCode = values.map((value) => places.get(value) ?? -1);
    const codes = this.#facets.codesOf(field);
    const ranks = new Int32Array(this.#facets.rowLimit).fill(-1);
    for (let row = 0; row < ranks.length; row++) {
      const code = codes[row] as number;
      if (code !== noTicket) ranks[row] = rankByCode[code] as number;
    }
    return { ranks, rankCount: places.size };
  }
}

function joined(parts: readonly Int32Array[]): Int32Array {
  const rows = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let end = 0;
  for (const part of parts) {
    rows.set(part, end);
    end += part.length;
  }
  return rows;
}

/** Returns all rows of an order, or of its rows from `first` up to `end`, in a direction. */
export function inOrder(order: Order, direction: Sort['direction'], first = 0, end = countOf(order)): Int32Array {
  const { valued, empty } = order;
  const rows = new Int32Array(Math.max(0, Math.min(end, countOf(order)) - first));
  for (let index = 0; index < rows.length; index++) {
    const isValued = first + index < valued.length;
    const part = isValued ? valued : empty;
    const place = isValued ? first + index : first + index - valued.length;
    rows[index] = part[direction === 'ascending' ? place : part.length - 1 - place] as number;
  }
  return rows;
}

const countOf = ({ valued, empty }: Order): number => valued.length + empty.length;

/** Returns the rows of an order that `mask` marks with a 1. */
const masked = ({ valued, empty }: Order, mask: Uint8Array): Order => ({
  valued: keepIf(valued, (row) => mask[row] === 1),
  empty: keepIf(empty, (row) => mask[row] === 1),
});

/** Kept from one call to the next, or each query would leave hundreds of kilobytes behind. */
let kept = new Int32Array(0);

/** Like `rows.filter`, which takes several times as long on a typed array. */
function keepIf(rows: Int32Array, isWanted: (row: number) => boolean): Int32Array {
  if (kept.length < rows.length) kept = new Int32Array(rows.length);
  let count = 0;
  for (const row of rows) if (isWanted(row)) kept[count++] = row;
  return kept.slice(0, count);
}

/** A counting sort: takes the rows in the order in which they are given to the places of their ranks. */
function byRank(rows: Int32Array, { ranks, rankCount }: Ranks): Order {
  const empty = keepIf(rows, (row) => ranks[row] === -1);
  const next = new Int32Array(rankCount + 1);
  for (const row of rows) {
    const rank = ranks[row] as number;
    if (rank >= 0) next[rank + 1] = (next[rank + 1] as number) + 1;
  }
  for (let rank = 1; rank <= rankCount; rank++) next[rank] = (next[rank] as number) + (next[rank - 1] as number);
  const valued = new Int32Array(rows.length - empty.length);
  for (const row of rows) {
    const rank = ranks[row] as number;
    if (rank < 0) continue;
    const place = next[rank] as number;
    valued[place] = row;
    next[rank] = place + 1;
  }
  return { valued, empty };
}

/** Sorts by minutes, equal ones as given: minute and place fit into one number, and numbers sort without a function. */
function byMinute(rows: Int32Array, minutes: Int32Array): Order {
  const empty = keepIf(rows, (row) => minutes[row] === 0);
  const keys = new Float64Array(rows.length);
  for (let place = 0; place < rows.length; place++) {
    keys[place] = (minutes[rows[place] as number] as number) * placeLimit + place;
  }
  keys.sort();
  const valued = new Int32Array(rows.length - empty.length);
  for (let at = 0; at < valued.length; at++) {
    valued[at] = rows[(keys[empty.length + at] as number) % placeLimit] as number; // the empty ones come first
  }
  return { valued, empty };
}

const placeLimit = 2 ** 21;
