/* Filtering, sorting and searching all tickets in memory. */

import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { TicketId } from '../contract/ids.ts';
import { noMarks } from '../contract/marks.ts';
import {
  type FacetQuery,
  type Facets,
  filterFields,
  type SortColumn,
  type TicketPage,
  type TicketQuery,
  type TicketRow,
} from '../contract/query.ts';
import { wordsOf } from '../contract/search-text.ts';
import { type TicketSummary, ticketSummarySchema } from '../contract/ticket.ts';
import type { Reader, Writer } from './database.ts';
import { FacetColumns } from './facet-columns.ts';
import { SearchIndex, type TicketText } from './search-index.ts';
import { facetsOf, isIndexed, orderBy, SortOrders } from './sort-orders.ts';
import { readState } from './sync-state.ts';
import { summaryColumns } from './ticket-reader.ts';
import type { UnreadFlag } from './ticket-record.ts';

/** What the writing of one ticket changes in the index. */
export type IndexUpdate = {
  row: number;
  /** Its facet codes; none for a ticket that was removed. */
  codes: readonly number[];
  /** Its word numbers; none for a ticket that was removed. */
  words: Int32Array;
  /** The columns to sort by whose values changed; `all` for a ticket that is new or was removed. */
  changedColumns: readonly SortColumn[] | 'all';
};

const idsPerChunk = 200;

/** Down to this offset SQLite pages through an order fast enough by counting. */
const maxTopOffset = 500;

type Arrays = { facets: FacetColumns; orders: SortOrders; search: SearchIndex };

/** The cached part of a page. */
export type CachedPage = Pick<TicketPage, 'rows' | 'matching'>;

type Selection = Pick<TicketQuery, 'filters' | 'search'> & { sortBy: SortColumn };

/**
 * Serves the inbox's queries over all tickets within a few milliseconds, for any combination of filters, sort order and
 * search: orders, filter values and words are arrays in memory, and a query is a few passes over them; only the rows of the
 * page come from the disk. The arrays are built when they are first needed; every write has to be applied to them.
 */
export class TicketIndex {
  readonly #database: Reader;
  #arrays: Arrays | null = null;
  readonly #selections = new LRUCache<string, Int32Array, Selection>({
    max: 6,
    memoMethod: (_key, _stale, { context }) => this.#narrow(context),
  });
  readonly #rowsByWord = new LRUCache<string, Uint8Array>({
    max: 24,
    memoMethod: (word) => this.#rowsContaining(word),
  });
  readonly #facets = new LRUCache<string, Facets, FacetQuery>({
    max: 6,
    memoMethod: (_key, _stale, { context }) => this.#countFacets(context),
  });

  constructor(database: Reader) {
    this.#database = database;
  }

  page(query: TicketQuery): CachedPage {
    const { filters, search, sort, offset, limit } = query;
    if (this.#isTopOfUnreadOrder(query))
      return { rows: readTop(this.#database, query).map(rowOf), matching: this.count() };
    const rows = this.#select({ filters, search, sortBy: sort.by });
    const slice =
      sort.direction === 'ascending'
        ? rows.subarray(offset, offset + limit)
        : rows.subarray(Math.max(0, rows.length - offset - limit), Math.max(0, rows.length - offset)).toReversed();
    return { rows: readRows(this.#database, slice).map(rowOf), matching: rows.length };
  }

  /** Returns the values that the filters can narrow a query to, with the number of tickets that it would find then. */
  facets(query: FacetQuery): Facets {
    return this.#facets.memo(JSON.stringify(query), { context: query });
  }

  count(): number {
    return this.#arrays?.facets.ticketCount ?? readState(this.#database, 'ticketCount') ?? 0;
  }

  /** Yields the ids of the tickets that are in none of these rows, in chunks; each of the rows must hold a ticket. */
  *idsOutside(rows: ReadonlySet<number>): Generator<TicketId[]> {
    if (rows.size === this.count()) return; // saves a look at each of a hundred thousand rows
    const outside = this.#loaded()
      .orders.by('id')
      .filter((row) => !rows.has(row));
    for (let at = 0; at < outside.length; at += idsPerChunk) {
      yield readRows(this.#database, outside.subarray(at, at + idsPerChunk)).map(({ id }) => id);
    }
  }

  /** Returns a row that no ticket has, or has had since the index was built. */
  nextRow(): number {
    return this.#loaded().facets.nextRow();
  }

  codesFor(database: Writer, ticket: TicketSummary): number[] {
    return this.#loaded().facets.codesFor(database, ticket);
  }

  writeTexts(database: Writer, texts: readonly TicketText[]): Int32Array[] {
    return this.#loaded().search.write(database, texts);
  }

  /** Applies what was written; to be called once it is on the disk. */
  apply(updates: readonly IndexUpdate[]): void {
    if (!this.#arrays || updates.length === 0) return;
    const { facets, orders, search } = this.#arrays;
    for (const { row, codes, words } of updates) {
      facets.set(row, codes);
      search.set(row, words);
    }
    if (updates.some(({ changedColumns }) => changedColumns === 'all')) orders.invalidateAll();
    else orders.invalidate(new Set(updates.flatMap(({ changedColumns }) => changedColumns) as SortColumn[]));
    this.#clearResults();
  }

  /** Notes whether tickets are unread: 0 for read, 1 for unread, 2 for unread and answered. To be called once it is on the disk. */
  applyUnread(_rows: readonly number[], _flag: UnreadFlag): void {
    this.#clearResults();
  }

  /** Reads a chunk of what a search needs, in a few milliseconds. Returns whether anything is left to read. */
  preloadChunk(): boolean {
    return this.#loaded().search.readChunk();
  }

  /** To be called when the sites changed, since a site's facet carries its city. */
  invalidateFacets(): void {
    this.#facets.clear();
  }

  /** To be called when a write was rolled back: codes and words given out in it may be in memory and not on the disk. */
  reset(): void {
    this.#arrays = null;
    this.#clearResults();
  }

  #clearResults(): void {
    this.#facets.clear();
    this.#selections.clear();
    this.#rowsByWord.clear();
  }

  #loaded(): Arrays {
    if (!this.#arrays) {
      const facets = new FacetColumns(this.#database);
      const orders = new SortOrders(this.#database, facets);
      this.#arrays = { facets, orders, search: new SearchIndex(this.#database) };
    }
    return this.#arrays;
  }

  /** The first screen's query, and after each change that of an unfiltered list: SQLite's own index serves it at once. */
  #isTopOfUnreadOrder(query: TicketQuery): boolean {
    const { by } = query.sort;
    return selectsAll(query) && query.offset <= maxTopOffset && isIndexed(by) && !this.#arrays?.orders.isRead(by);
  }

  /** Returns the matching rows in ascending order. */
  #select(selection: Selection): Int32Array {
    return selectsAll(selection)
      ? this.#loaded().orders.by(selection.sortBy)
      : this.#selections.memo(JSON.stringify(selection), { context: selection });
  }

  #narrow({ filters, search, sortBy }: Selection): Int32Array {
    let rows = this.#loaded().orders.by(sortBy);
    for (const { column, accepted } of this.#loaded().facets.acceptedBy(filters)) {
      rows = keepIf(rows, (row) => accepted[column[row] as number] === 1);
    }
    for (const word of wordsOf(search)) {
      const contains = this.#rowsByWord.memo(word);
      rows = keepIf(rows, (row) => contains[row] === 1);
    }
    return rows;
  }

  /** While a word is being typed, only the rows that contain it without its last character are looked at. */
  #rowsContaining(word: string): Uint8Array {
    const { facets, search } = this.#loaded();
    return search.rowsContaining(word, this.#rowsByWord.peek(word.slice(0, -1)), facets.rowLimit);
  }

  #countFacets({ filters, search }: FacetQuery): Facets {
    const { facets } = this.#loaded();
    const contains = wordsOf(search).map((word) => this.#rowsByWord.memo(word));
    const countsByField = facets.countsMatching(filters, contains);
    const cities = cityBySite(this.#database);
    return facetsOf((field) => {
      const counts = countsByField.get(field);
      const values = facets.valuesOf(field).map((value, code) => {
        return { value, count: counts?.[code] ?? 0, note: (field === 'site' && cities.get(value)) || '' };
      });
      return values.filter(({ count }) => count > 0);
    });
  }
}

function rowOf(summary: TicketSummary): TicketRow {
  return {
    ...summary,
    ...noMarks,
    isUnread: false,
    attention: [],
    customerReference: '',
    lastCommentOn: '',
    statusSince: '',
    isStatusSinceLatest: true,
  };
}

function selectsAll({ filters, search }: Pick<TicketQuery, 'filters' | 'search'>): boolean {
  return wordsOf(search).length === 0 && filterFields.every((field) => filters[field].length === 0);
}

/** Like `rows.filter`, which takes several times as long on a typed array. */
function keepIf(rows: Int32Array, isWanted: (row: number) => boolean): Int32Array {
  const kept = new Int32Array(rows.length);
  let count = 0;
  for (const row of rows) if (isWanted(row)) kept[count++] = row;
  return kept.slice(0, count);
}

const rowSchema = ticketSummarySchema.extend({ row: z.number() });

function readRows(database: Reader, rows: Int32Array): TicketSummary[] {
  const found = database.all(
    `SELECT row, ${summaryColumns} FROM ticket WHERE row IN (SELECT value FROM json_each(?))`,
    `[${rows.join(',')}]`,
  );
  const byRow = new Map(
    found.map((values) => {
      const { row, ...summary } = rowSchema.parse(values);
      return [row, summary];
    }),
  );
  return [...rows].flatMap((row) => byRow.get(row) ?? []);
}

function readTop(database: Reader, { sort, offset, limit }: TicketQuery): TicketSummary[] {
  const sql = `SELECT ${summaryColumns} FROM ticket ORDER BY ${orderBy(sort.by, sort.direction)} LIMIT ? OFFSET ?`;
  return database.all(sql, limit, offset).map((values) => ticketSummarySchema.parse(values));
}

function cityBySite(database: Reader): Map<string, string> {
  const rows = z
    .array(z.object({ site: z.string(), city: z.string() }))
    .parse(database.all('SELECT site, city FROM site'));
  return new Map(rows.map(({ site, city }) => [site, city]));
}
