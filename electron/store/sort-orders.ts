import type { FilterField, Sort, SortColumn } from '../contract/query.ts';
import type { Reader } from './database.ts';
import { type FacetColumns, noTicket } from './facets.ts';
import { readNumbers } from './packed.ts';

/** Columns with many values: SQLite's indexes hold the order. */
const indexed: Partial<Record<SortColumn, readonly string[]>> = {
  id: ['id'],
  title: ['title COLLATE NOCASE', 'id'],
  createdOn: ['created_on', 'id'],
  updatedOn: ['updated_on', 'id'],
};

export const isIndexed = (column: SortColumn): boolean => column in indexed;

/** For `ORDER BY`; columns that are indexed only. */
export function orderBy(column: SortColumn, direction: Sort['direction']): string {
  const suffix = direction === 'ascending' ? '' : ' DESC';
  return (indexed[column] ?? []).map((term) => term + suffix).join(', ');
}

/** The order in which a ticket lives; a status that the specification does not know stands in the middle. */
const statusRanks: Record<string, number> = { New: 0, 'In Progress': 1, Completed: 3, Cancelled: 4 };

export const statusRank = (status: string) => statusRanks[status] ?? 2;

/** The rows of all tickets in ascending order of a column, alike ones by id; kept until that order may have changed. */
export class SortOrders {
  readonly #database: Reader;
  readonly #facets: FacetColumns;
  readonly #known = new Map<SortColumn, Int32Array>();

  constructor(database: Reader, facets: FacetColumns) {
    this.#database = database;
    this.#facets = facets;
  }

  by(column: SortColumn): Int32Array {
    let order = this.#known.get(column);
    if (!order) {
      order = this.#read(column);
      this.#known.set(column, order);
    }
    return order;
  }

  isRead(column: SortColumn): boolean {
    return this.#known.has(column);
  }

  /** Tickets came or went. */
  forgetAll(): void {
    this.#known.clear();
  }

  /** The values of these columns changed somewhere. */
  forget(columns: Iterable<SortColumn>): void {
    for (const column of columns) this.#known.delete(column);
  }

  #read(column: SortColumn): Int32Array {
    if (isIndexed(column)) {
      const order = orderBy(column, 'ascending');
      return readNumbers(
        this.#database,
        `SELECT group_concat(row) AS numbers FROM (SELECT row FROM ticket ORDER BY ${order})`,
      );
    }
    if (column === 'status') return this.#byFacet('status', (one, other) => statusRank(one) - statusRank(other));
    return this.#byFacet(column === 'site' ? 'site' : 'category', () => 0);
  }

  /** Sorts the few values, then deals the rows, which are in the order of their ids, to their places. */
  #byFacet(field: FilterField, compare: (one: string, other: string) => number): Int32Array {
    const values = this.#facets.valuesOf(field).map((value, code) => ({ value, code }));
    values.sort((one, other) => compare(one.value, other.value) || (one.value < other.value ? -1 : 1));
    const counts = this.#facets.countsOf(field);
    const next = new Int32Array(counts.length);
    let place = 0;
    for (const { code } of values) {
      next[code] = place;
      place += counts[code] ?? 0;
    }
    const column = this.#facets.columnOf(field);
    const byId = this.by('id');
    const order = new Int32Array(byId.length);
    for (const row of byId) {
      const code = column[row] ?? noTicket;
      const to = next[code] ?? 0;
      order[to] = row;
      next[code] = to + 1;
    }
    return order;
  }
}
