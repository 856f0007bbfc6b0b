import { z } from 'zod';
import type { TicketId } from '../contract/ids.ts';
import {
  type Facets,
  type FacetValue,
  type FilterField,
  filterFields,
  type SortColumn,
  type TicketPage,
  type TicketQuery,
} from '../contract/query.ts';
import { wordsOf } from '../contract/search-text.ts';
import { type TicketSummary, ticketSummarySchema } from '../contract/ticket.ts';
import type { Reader, Writer } from './database.ts';
import { FacetColumns } from './facets.ts';
import { summaryColumns } from './rows.ts';
import { Recent, SearchIndex, type TicketText } from './search-index.ts';
import { isIndexed, orderBy, SortOrders, statusRank } from './sort-orders.ts';
import { readState } from './sync-state.ts';

/** A write to one ticket, as far as the index is concerned. */
export type RowChange = {
  row: number;
  /** Its facet codes; none when it was removed. */
  codes: readonly number[];
  /** The numbers of its words; none when it was removed. */
  words: Int32Array;
  /** In which of the columns to sort by it differs; in all when it is new or was removed. */
  moved: readonly SortColumn[] | 'all';
};

const idsInOneGo = 200;

/** Up to here SQLite finds a place in an order by counting. */
const topRows = 500;

type Parts = { facets: FacetColumns; orders: SortOrders; texts: SearchIndex };

type Selection = Pick<TicketQuery, 'filters' | 'search'> & { sortBy: SortColumn };

/**
 * Answers the inbox's questions about all tickets within a few milliseconds, whatever is filtered, sorted and searched
 * for together: orders, filter values and the words of the texts are arrays in memory, and a question is a few passes over
 * them; only the rows of the page come from the disk. Built when it is first needed; the writer tells it what changed.
 */
export class TicketIndex {
  readonly #database: Reader;
  #built: Parts | null = null;
  readonly #selections = new Recent<Int32Array>(6);
  readonly #words = new Recent<Uint8Array>(24);
  #choices: Facets | null = null;

  constructor(database: Reader) {
    this.#database = database;
  }

  page(query: TicketQuery): TicketPage {
    const { filters, search, sort, offset, limit } = query;
    if (this.#isTopOfUnreadOrder(query)) return { rows: readTop(this.#database, query), matching: this.count() };
    const rows = this.#select({ filters, search, sortBy: sort.by });
    const slice =
      sort.direction === 'ascending'
        ? rows.subarray(offset, offset + limit)
        : rows.subarray(Math.max(0, rows.length - offset - limit), Math.max(0, rows.length - offset)).toReversed();
    return { rows: readRows(this.#database, slice), matching: rows.length };
  }

  facetValues(): Facets {
    this.#choices ??= {
      status: this.#choicesOf('status', (one, other) => statusRank(one.value) - statusRank(other.value)),
      site: this.#choicesOf('site', () => 0),
      requestType: this.#choicesOf('requestType', (one, other) => other.count - one.count),
      category: this.#choicesOf('category', () => 0),
      createdBy: this.#choicesOf('createdBy', (one, other) =>
        compareText(one.value.toLowerCase(), other.value.toLowerCase()),
      ),
    };
    return this.#choices;
  }

  count(): number {
    return this.#built?.facets.ticketCount ?? readState(this.#database, 'ticketCount') ?? 0;
  }

  /** The tickets that are in none of these rows (each of which holds one), some at a time, since it can be all of them. */
  *idsOutside(rows: ReadonlySet<number>): Generator<TicketId[]> {
    if (rows.size === this.count()) return; // without a look at each of a hundred thousand
    const outside = this.#parts()
      .orders.by('id')
      .filter((row) => !rows.has(row));
    for (let at = 0; at < outside.length; at += idsInOneGo) {
      yield readRows(this.#database, outside.subarray(at, at + idsInOneGo)).map(({ id }) => id);
    }
  }

  /** A row that no ticket has or had since the index was built. */
  nextRow(): number {
    return this.#parts().facets.nextRow();
  }

  codesFor(database: Writer, ticket: TicketSummary): number[] {
    return this.#parts().facets.codesFor(database, ticket);
  }

  writeTexts(database: Writer, texts: readonly TicketText[]): Int32Array[] {
    return this.#parts().texts.write(database, texts);
  }

  /** Takes over what was written and is on the disk by now. */
  note(changes: readonly RowChange[]): void {
    if (!this.#built || changes.length === 0) return;
    const { facets, orders, texts } = this.#built;
    for (const { row, codes, words } of changes) {
      facets.note(row, codes);
      texts.note(row, words);
    }
    if (changes.some(({ moved }) => moved === 'all')) orders.forgetAll();
    else orders.forget(new Set(changes.flatMap(({ moved }) => moved) as SortColumn[]));
    this.#forgetAnswers();
  }

  /** Reads some of what searching needs, a few milliseconds long. Answers whether anything is left to read. */
  warm(): boolean {
    return this.#parts().texts.readSome();
  }

  noteSites(): void {
    this.#choices = null;
  }

  /** A write was taken back, so what is in memory may be wrong. */
  forget(): void {
    this.#built = null;
    this.#forgetAnswers();
  }

  #forgetAnswers(): void {
    this.#choices = null;
    this.#selections.clear();
    this.#words.clear();
  }

  #parts(): Parts {
    if (!this.#built) {
      const facets = new FacetColumns(this.#database);
      this.#built = { facets, orders: new SortOrders(this.#database, facets), texts: new SearchIndex(this.#database) };
    }
    return this.#built;
  }

  /** What the first screen asks for, and after each change the list that nobody narrowed: the disk's own index has it at once. */
  #isTopOfUnreadOrder(query: TicketQuery): boolean {
    const { by } = query.sort;
    return isEverything(query) && query.offset <= topRows && isIndexed(by) && !this.#built?.orders.isRead(by);
  }

  /** The rows that match, in ascending order. */
  #select(selection: Selection): Int32Array {
    const order = this.#parts().orders.by(selection.sortBy);
    return isEverything(selection)
      ? order
      : this.#selections.get(JSON.stringify(selection), () => this.#narrow(order, selection));
  }

  #narrow(order: Int32Array, { filters, search }: Selection): Int32Array {
    let rows = order;
    for (const { column, accepted } of this.#parts().facets.acceptedBy(filters)) {
      rows = keepIf(rows, (row) => accepted[column[row] as number] === 1);
    }
    for (const word of wordsOf(search)) {
      const holds = this.#words.get(word, () => this.#rowsHolding(word));
      rows = keepIf(rows, (row) => holds[row] === 1);
    }
    return rows;
  }

  /** As a word is typed, only the tickets that held its beginning are looked through. */
  #rowsHolding(word: string): Uint8Array {
    const { facets, texts } = this.#parts();
    return texts.rowsHolding(word, this.#words.peek(word.slice(0, -1)), facets.rowLimit);
  }

  #choicesOf(field: FilterField, compare: (one: FacetValue, other: FacetValue) => number): FacetValue[] {
    const { facets } = this.#parts();
    const counts = facets.countsOf(field);
    const notes = field === 'site' ? siteNotes(this.#database) : new Map<string, string>();
    return facets
      .valuesOf(field)
      .map((value, code): FacetValue => ({ value, count: counts[code] ?? 0, note: notes.get(value) ?? '' }))
      .filter(({ value, count }) => value !== '' && count > 0)
      .sort((one, other) => compare(one, other) || compareText(one.value, other.value));
  }
}

function isEverything({ filters, search }: Pick<TicketQuery, 'filters' | 'search'>): boolean {
  return wordsOf(search).length === 0 && filterFields.every((field) => filters[field].length === 0);
}

/** As `filter`, which takes several times as long on such an array. */
function keepIf(rows: Int32Array, isWanted: (row: number) => boolean): Int32Array {
  const kept = new Int32Array(rows.length);
  let count = 0;
  for (const row of rows) if (isWanted(row)) kept[count++] = row;
  return kept.slice(0, count);
}

function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
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

function siteNotes(database: Reader): Map<string, string> {
  const rows = z
    .array(z.object({ site: z.string(), city: z.string() }))
    .parse(database.all('SELECT site, city FROM site'));
  return new Map(rows.map(({ site, city }) => [site, city]));
}
