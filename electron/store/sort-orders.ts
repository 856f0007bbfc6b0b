import type { Facets, FacetValue, FilterField, Sort, SortColumn } from '../contract/query.ts';
import type { Reader } from './database.ts';
import { type FacetColumns, noTicket } from './facet-columns.ts';
import { readNumbers } from './read-numbers.ts';

/** Columns with many different values: SQLite's indexes hold their order. The others are ordered by their few values. */
const indexed: Partial<Record<SortColumn, readonly string[]>> = {
  id: ['id'],
  title: ['title_key', 'id'],
  createdOn: ['created_on', 'id'],
  updatedOn: ['updated_on', 'id'],
};

export const isIndexed = (column: SortColumn): boolean => column in indexed;

/** Returns the terms of an `ORDER BY`, for an indexed column. */
export function orderBy(column: SortColumn, direction: Sort['direction']): string {
  const suffix = direction === 'ascending' ? '' : ' DESC';
  return (indexed[column] ?? []).map((term) => term + suffix).join(', ');
}

/** The statuses in the order of a ticket's life; those that the specification does not know come in the middle. */
const statusRanks: Record<string, number> = { New: 0, 'In Progress': 1, Completed: 3, Cancelled: 4 };

const statusRank = (status: string) => statusRanks[status] ?? 2;

/** Returns the values of every filter in the order in which they are offered. */
export function facetsOf(valuesOf: (field: FilterField) => readonly FacetValue[]): Facets {
  const facet = (field: FilterField) => sortFacet(field, valuesOf(field));
  return {
    status: facet('status'),
    site: facet('site'),
    requestType: facet('requestType'),
    category: facet('category'),
    createdBy: facet('createdBy'),
  };
}

/** Sorts the values of a filter: statuses by the life of a ticket, request types by number, others by name; none at the end. */
function sortFacet(field: FilterField, values: readonly FacetValue[]): FacetValue[] {
  const rankOf = ({ value, count }: FacetValue): number => {
    if (value === '') return Number.POSITIVE_INFINITY;
    return field === 'status' ? statusRank(value) : field === 'requestType' ? -count : 0;
  };
  const keyOf = ({ value }: FacetValue) => (field === 'createdBy' ? value.toLowerCase() : value);
  return values.toSorted(
    (one, other) =>
      compare(rankOf(one), rankOf(other)) || compare(keyOf(one), keyOf(other)) || compare(one.value, other.value),
  );
}

function compare<T extends string | number>(one: T, other: T): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** The rows of all tickets in ascending order of a column, equal ones by id; kept until the order may have changed. */
export class SortOrders {
  readonly #database: Reader;
  readonly #facets: FacetColumns;
  readonly #orders = new Map<SortColumn, Int32Array>();

  constructor(database: Reader, facets: FacetColumns) {
    this.#database = database;
    this.#facets = facets;
  }

  by(column: SortColumn): Int32Array {
    let order = this.#orders.get(column);
    if (!order) {
      order = this.#read(column);
      this.#orders.set(column, order);
    }
    return order;
  }

  isRead(column: SortColumn): boolean {
    return this.#orders.has(column);
  }

  /** To be called when tickets were added or removed. */
  invalidateAll(): void {
    this.#orders.clear();
  }

  /** To be called when values in these columns changed. */
  invalidate(columns: Iterable<SortColumn>): void {
    for (const column of columns) this.#orders.delete(column);
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

  /** A counting sort: sorts the few values, then takes the rows in the order of their ids to the places of their values. */
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
