/* What the inbox is asked for: search, filters and sort, and the facets from which the filters are chosen. */

import {
  type BaseView,
  defaultSort,
  type Facets,
  type FacetValue,
  type FilterField,
  type Filters,
  filterFields,
  noFilters,
  type Sort,
  type SortColumn,
} from '../../electron/contract/query.ts';
import { longestSearch, openStatuses } from '../../electron/contract/specification.ts';
import { inSentence } from '../words/isolate.ts';
import { formatCount, words } from '../words/words.ts';
import { accountStore } from './account-store.ts';
import { showProblem } from './feedback.ts';

/** Which tickets the list shows, and in what order. */
export type Query = {
  readonly view: BaseView;
  readonly filters: Filters;
  readonly search: string;
  readonly sort: Sort;
};

/** The search, filters and sort of the inbox. Each change of it loads the list anew; see desk-events.ts. */
export const useQuery = accountStore<Query>({ view: 'all', filters: noFilters, search: '', sort: defaultSort });

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

/** Returns whether the query leaves tickets out. */
export function hidesTickets(query: Query): boolean {
  return query.search.trim() !== '' || hasFilters(query.filters);
}

/** Returns whether any filter has a value. */
export function hasFilters(filters: Filters): boolean {
  return filterFields.some((field) => filters[field].length > 0);
}

/** Columns whose first click sorts descending: the newest or the largest value first. */
const descendingFirst: readonly SortColumn[] = ['createdOn', 'updatedOn', 'id'];

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

/** An option of a filter’s select. */
type FilterOption = { readonly value: string; readonly label: string };

const anyValue = '';
/** The option for tickets whose field is empty, since the empty value means "any". */
const blankValue = words.inbox.blank;
/** The option for both statuses in which a ticket can be worked on. */
const openValue = words.inbox.open;
/** Includes a status of that very name, should a server ever send one. */
const openValues: readonly string[] = [...openStatuses, openValue];

/** Returns the options of a filter, with counts. They include what is selected, even if no ticket has that value any more. */
export function optionsFor(
  field: FilterField,
  facets: readonly FacetValue[],
  values: readonly string[],
): FilterOption[] {
  const options: FilterOption[] = [{ value: anyValue, label: words.inbox.any[field] }];
  if (field === 'status') {
    const open = facets.filter((facet) => openValues.includes(facet.value));
    const count = open.reduce((sum, facet) => sum + facet.count, 0);
    if (count > 0) options.push({ value: openValue, label: `${openValue} (${formatCount(count)})` });
  }
  for (const facet of facets) {
    if (field === 'status' && facet.value === openValue) continue;
    const value = facet.value === '' ? blankValue : facet.value;
    const name = [value, facet.note].filter(Boolean).map(inSentence).join(' · ');
    options.push({ value, label: `${name} (${formatCount(facet.count)})` });
  }
  const selected = optionOf(field, values);
  if (!options.some((option) => option.value === selected)) {
    options.push({ value: selected, label: `${inSentence(selected)} (0)` });
  }
  return options;
}

/** Returns the option that shows a filter’s values as selected. */
export function optionOf(field: FilterField, values: readonly string[]): string {
  const [value] = values;
  if (value === undefined) return anyValue;
  if (field === 'status' && values.length > 1) return openValue;
  return value === '' ? blankValue : value;
}

/** Returns the filters that are set, in words: `Status: Open, Site: AMS011`. */
export function filterWords(filters: Filters): string {
  return filterFields
    .filter((field) => filters[field].length > 0)
    .map((field) => `${words.inbox.filter[field]}: ${inSentence(optionOf(field, filters[field]))}`)
    .join(', ');
}

/** Returns a filter’s values once an option is selected. */
export function valuesOf(field: FilterField, option: string): string[] {
  if (option === anyValue) return [];
  if (option === blankValue) return [''];
  if (field === 'status' && option === openValue) return [...openValues];
  return [option];
}
