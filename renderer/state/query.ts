/* What the inbox is asked for: view, search, filters and sort, and the facets from which the filters are chosen. */

import { cut } from '../../electron/contract/cut.ts';
import type { DaySpan } from '../../electron/contract/dates.ts';
import {
  type BaseView,
  type DateField,
  dateFields,
  defaultSort,
  type Facets,
  type FilterField,
  type Filters,
  filterFields,
  maxFilterValues,
  noFilters,
  type Sort,
  type SortColumn,
} from '../../electron/contract/query.ts';
import { longestSearch } from '../../electron/contract/specification.ts';
import { words } from '../words/words.ts';
import { accountStore } from './account-store.ts';
import { showNotice, showProblem } from './feedback.ts';
import { type Chip, valuesAfter } from './filters.ts';
import { changeSettings, useSettings } from './settings.ts';

/** Which tickets the list shows, and in what order. */
export type Query = {
  readonly view: BaseView;
  /** The saved view that was chosen, whose built-in one is `view`; `null` for a built-in view. */
  readonly savedId: string | null;
  readonly filters: Filters;
  readonly search: string;
  readonly sort: Sort;
};

/** The view, search, filters and sort of the inbox. Each change of them loads the list anew; see desk-events.ts. */
export const useQuery = accountStore<Query>({
  view: 'all',
  savedId: null,
  filters: noFilters,
  search: '',
  sort: defaultSort,
});

export function setSearch(search: string): void {
  useQuery.setState({ search: cut(search, longestSearch) });
}

/** Chooses an option of a filter, or chooses it no more. Says so where it would be more than a query may ask for. */
export function toggleOption(field: FilterField, option: string): void {
  const { filters } = useQuery.getState();
  const values = valuesAfter(field, filters[field], option);
  if (values.length > maxFilterValues) showNotice(words.filters.tooMany({ limit: maxFilterValues }));
  else useQuery.setState({ filters: { ...filters, [field]: values } });
}

export function setDates(field: DateField, span: DaySpan | null): void {
  useQuery.setState(({ filters }) => ({ filters: { ...filters, [field]: span } }));
}

/** Takes off one thing that is set. */
export function removeChip(key: Chip['key']): void {
  if (key === 'search') setSearch('');
  else useQuery.setState(({ filters }) => ({ filters: { ...filters, [key]: noFilters[key] } }));
}

/** Sorts the list. A built-in view is sorted so from now on; a saved one may be saved with it. */
export function toggleSort(by: SortColumn): void {
  const { view, savedId, sort: before } = useQuery.getState();
  const sort = sortAfterClick(before, by);
  useQuery.setState({ sort });
  if (savedId !== null || !isSortKept(view)) return;
  const { [view]: _, ...others } = useSettings.getState().sorts;
  const isOwn = isSameSort(sort, defaultSortOf(view));
  void changeSettings({ sorts: isOwn ? others : { ...others, [view]: sort } });
}

/** What needs attention is shown with the most urgent on top each time: no column's heading leads back to that order. */
const isSortKept = (view: BaseView): boolean => view !== 'attention';

/** Shows the whole view again; the sort stays. */
export function clearSearchAndFilters(): void {
  useQuery.setState({ filters: noFilters, search: '' });
}

/** Looks among all tickets for what was looked for in a view. */
export function searchAllTickets(): void {
  useQuery.setState(({ sort }) => ({
    view: 'all',
    savedId: null,
    sort: sort.by === 'attention' ? defaultSort : sort,
  }));
}

/** Returns whether the query leaves out any tickets of the account. */
export function hidesTickets(query: Query): boolean {
  return query.view !== 'all' || isNarrowed(query);
}

/** Returns whether the search or a filter leaves out any tickets of the view. */
export function isNarrowed(query: Pick<Query, 'search' | 'filters'>): boolean {
  return query.search.trim() !== '' || hasFilters(query.filters);
}

/** Returns whether any filter has a value. */
export function hasFilters(filters: Filters): boolean {
  return filterFields.some((field) => filters[field].length > 0) || dateFields.some((field) => filters[field] !== null);
}

/** Returns whether two queries are answered by the same list, whatever name it is saved under. */
export function isSameList(one: Query | null, other: Query): boolean {
  return (
    one !== null &&
    one.view === other.view &&
    one.filters === other.filters &&
    one.search === other.search &&
    one.sort === other.sort
  );
}

/** The order in which a built-in view is shown: as the user sorted it last, or else its own. */
export function usualSortOf(view: BaseView): Sort {
  const kept = isSortKept(view) ? useSettings.getState().sorts[view] : undefined;
  return kept ?? defaultSortOf(view);
}

/** Puts the list that a start begins with into its usual order, once the settings are read. Returns whether it was in another. */
export function showInUsualOrder(): boolean {
  const { view, sort } = useQuery.getState();
  const usual = usualSortOf(view);
  if (isSameSort(sort, usual)) return false;
  useQuery.setState({ sort: usual });
  return true;
}

export const isSameSort = (one: Sort, other: Sort): boolean => one.by === other.by && one.direction === other.direction;

/** A built-in view's own order: the most urgent on top where that is what it is for. */
export function defaultSortOf(view: BaseView): Sort {
  if (view === 'attention') return { by: 'attention', direction: 'ascending' };
  if (view === 'closed') return { by: 'closedOn', direction: 'descending' };
  return defaultSort;
}

/** Columns whose first click sorts descending: the newest or the largest value first. */
const descendingFirst: readonly SortColumn[] = [
  'createdOn',
  'updatedOn',
  'closedOn',
  'statusSince',
  'lastCommentOn',
  'id',
];

/** Returns the sort after a click on a column’s heading: reversed if it was sorted already, else in the column’s usual direction. */
export function sortAfterClick(sort: Sort, by: SortColumn): Sort {
  if (sort.by === by) return { by, direction: sort.direction === 'ascending' ? 'descending' : 'ascending' };
  return { by, direction: descendingFirst.includes(by) ? 'descending' : 'ascending' };
}

/** The values that the filters offer, with counts. */
export const useFacets = accountStore<Facets>({ status: [], site: [], requestType: [], category: [], createdBy: [] });

/** Reads the facets of the present query. */
export async function loadFacets(): Promise<void> {
  const { view, filters, search } = useQuery.getState();
  const outcome = await useFacets.newest(window.desk.tickets.facets({ view, filters, search }));
  if (outcome?.ok) useFacets.setState(outcome.value);
  else if (outcome) showProblem(outcome.problem);
}
