/* The orders that the list can be in, read from the disk or made of what is in memory. */

import type { Sort, SortColumn } from '../contract/query.ts';
import type { Reader } from './database.ts';
import { type CodedField, type FacetColumns, noTicket } from './facet-columns.ts';
import { inNaturalOrder } from './facet-order.ts';
import { readNumbers } from './read-numbers.ts';
import { byMinute, byRank, inOrder, type MarkedRows, markedInOrder, type Order, type Ranks } from './row-order.ts';
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
  /** By urgency, for the marks that they were made of, which are dropped when urgencies change. */
  readonly #urgent = new WeakMap<MarkedRows, Order>();

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
   * Returns the rows of an order, or of those of them that are marked, from the place `first` up to the one before `end`. Marked
   * ones are counted from the beginning each time: to keep the order of each selection would take longer, and megabytes.
   */
  rows({ by, direction }: Sort, marked: MarkedRows | null, first: number, end: number): Int32Array {
    if (!marked) return inOrder(this.by(by), direction, first, end);
    if (by !== 'attention' || this.isRead(by)) return markedInOrder(this.by(by), direction, marked, first, end);
    return inOrder(this.#urgentFirst(marked), direction, first, end);
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
    const changed = new Set(columns);
    if (changed.has('status') || changed.has('statusSince')) changed.add('closedOn'); // see `FacetColumns.datesOf`
    for (const column of changed) {
      this.#orders.delete(column);
      this.#begun.delete(column);
    }
  }

  #read(column: SortColumn): Order {
    if (isIndexed(column)) return this.#readIndexed(column);
    if (isDetail(column)) return byRank(this.#byId(), this.#readDetailRanks(column));
    if (column === 'closedOn') return byMinute(this.#byId(), this.#facets.datesOf(column)); // as it is filtered and counted
    if (column === 'statusSince') return byMinute(this.#byId(), this.#facets.minutesOf(column));
    if (column === 'note') return byRank(this.#byId(), this.#ranksBy('note'));
    if (column === 'attention') return byRank(inOrder(this.by('updatedOn'), 'descending'), this.#ranksBy('attention'));
    return byRank(this.#byId(), this.#ranksOfValues(column));
  }

  /** This order changes often, so it is made of the marked rows alone, which are few as a rule. */
  #urgentFirst(marked: MarkedRows): Order {
    let order = this.#urgent.get(marked);
    if (!order) {
      const rows = markedInOrder(this.by('updatedOn'), 'descending', marked);
      order = byRank(rows, this.#ranksBy('attention'));
      this.#urgent.set(marked, order);
    }
    return order;
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
    const rankCount = numbers.length / 2;
    const ranks = new Int32Array(this.#facets.rowLimit).fill(rankCount);
    for (let at = 0; at < numbers.length; at += 2) ranks[numbers[at] as number] = numbers[at + 1] as number;
    return { ranks, rankCount };
  }

  #ranksOfValues(field: CodedField): Ranks {
    const values = this.#facets.valuesOf(field);
    const places = new Map(
      inNaturalOrder(
        field,
        values.filter((value) => value !== ''),
      ).map((value, at) => [value, at]),
    );
    const rankCount = places.size;
    const rankByCode = Int32Array.from(values, (value) => places.get(value) ?? rankCount);
    const codes = this.#facets.codesOf(field);
    const ranks = new Int32Array(this.#facets.rowLimit);
    for (let row = 0; row < ranks.length; row++) {
      const code = codes[row] as number;
      ranks[row] = code === noTicket ? rankCount : (rankByCode[code] as number);
    }
    return { ranks, rankCount };
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
