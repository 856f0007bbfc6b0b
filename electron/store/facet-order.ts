/* The natural order of the few values that a field has. */

import type { Facets, FacetValue, FilterField } from '../contract/query.ts';
import { sortKeyOf } from '../contract/sort-key.ts';

/** The statuses in the order of a ticket's life; those that the specification does not know come in the middle. */
const statusRanks = new Map([
  ['New', 0],
  ['In Progress', 1],
  ['Completed', 3],
  ['Cancelled', 4],
]);

const statusRank = (status: string) => statusRanks.get(status) ?? 2;

/** Returns a field's values in their natural order: statuses by the life of a ticket, others as people sort them. */
export const inNaturalOrder = (field: FilterField | 'location', values: readonly string[]): string[] =>
  sorted(
    values.map((value) => ({ value })),
    ({ value }) => (field === 'status' ? statusRank(value) : 0),
  ).map(({ value }) => value);

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
const sortFacet = (field: FilterField, values: readonly FacetValue[]): FacetValue[] =>
  sorted(values, ({ value, count }) => {
    if (value === '') return Number.POSITIVE_INFINITY;
    return field === 'status' ? statusRank(value) : field === 'requestType' ? -count : 0;
  });

/** Sorts by rank, then as people sort texts. */
function sorted<T extends { value: string }>(values: readonly T[], rankOf: (value: T) => number): T[] {
  return values
    .map((item) => ({ item, rank: rankOf(item), key: sortKeyOf(item.value) }))
    .sort(
      (one, other) =>
        compare(one.rank, other.rank) || compare(one.key, other.key) || compare(one.item.value, other.item.value),
    )
    .map(({ item }) => item);
}

function compare<T extends string | number>(one: T, other: T): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
