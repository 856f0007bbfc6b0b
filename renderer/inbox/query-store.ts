import { create } from 'zustand';
import {
  defaultSort,
  type FilterField,
  type Filters,
  noFilters,
  type Sort,
  type SortColumn,
} from '../../electron/contract/query.ts';
import { longestSearch } from '../../electron/contract/specification.ts';
import { sortAfterClick } from './columns.ts';
import { hasFilters, valuesOf } from './filter-options.ts';

/** What the user asks the list for. */
export type Query = { readonly filters: Filters; readonly search: string; readonly sort: Sort };

const initialQuery: Query = { filters: noFilters, search: '', sort: defaultSort };

/** The search, filters and sort of the inbox. A change of it loads the list anew; see desk-events.ts. */
export const useQuery = create<Query>(() => initialQuery);

export function setSearch(search: string): void {
  useQuery.setState({ search: search.slice(0, longestSearch) });
}

export function setFilter(field: FilterField, option: string): void {
  useQuery.setState(({ filters }) => ({ filters: { ...filters, [field]: valuesOf(field, option) } }));
}

export function toggleSort(by: SortColumn): void {
  useQuery.setState(({ sort }) => ({ sort: sortAfterClick(sort, by) }));
}

export function clearFilters(): void {
  useQuery.setState({ filters: noFilters });
}

/** Shows all tickets again; the sort stays. */
export function clearSearchAndFilters(): void {
  useQuery.setState({ filters: noFilters, search: '' });
}

export function resetQuery(): void {
  useQuery.setState(initialQuery);
}

/** Whether the query leaves tickets out. */
export function narrows(query: Query): boolean {
  return query.search.trim() !== '' || hasFilters(query.filters);
}
