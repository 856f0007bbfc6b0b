import { create } from 'zustand';
import {
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
import { formatCount, words } from '../words/words.ts';
import { useProblemBanner } from './feedback.ts';

/** An option of a filter's select. */
type FilterOption = { readonly value: string; readonly label: string };

const anyValue = '';
/** Some tickets have no value in a field; the empty one is taken by "any". */
const blankValue = words.inbox.blank;
/** The two statuses in which a ticket can still be worked; and, should a server ever send it, one of that very name. */
const openValue = words.inbox.open;
const openValues: readonly string[] = [...openStatuses, openValue];

/** The values that a filter holds, as the option that is shown as selected. */
export function optionOf(field: FilterField, values: readonly string[]): string {
  const [value] = values;
  if (value === undefined) return anyValue;
  if (field === 'status' && values.length > 1) return openValue;
  return value === '' ? blankValue : value;
}

/** The values that a filter holds after an option was selected. */
export function valuesOf(field: FilterField, option: string): string[] {
  if (option === anyValue) return [];
  if (option === blankValue) return [''];
  if (field === 'status' && option === openValue) return [...openValues];
  return [option];
}

/** The options of a filter, with counts; what is selected is among them even when no ticket has it any more. */
export function optionsFor(
  field: FilterField,
  choices: readonly FacetValue[],
  values: readonly string[],
): FilterOption[] {
  const options: FilterOption[] = [{ value: anyValue, label: words.inbox.any[field] }];
  if (field === 'status') {
    const open = choices.filter((choice) => openValues.includes(choice.value));
    const count = open.reduce((sum, choice) => sum + choice.count, 0);
    options.push({ value: openValue, label: `${openValue} (${formatCount(count)})` });
  }
  for (const choice of choices) {
    if (field === 'status' && choice.value === openValue) continue;
    const value = choice.value === '' ? blankValue : choice.value;
    const name = choice.note ? `${value} · ${choice.note}` : value;
    options.push({ value, label: `${name} (${formatCount(choice.count)})` });
  }
  const selected = optionOf(field, values);
  if (!options.some((option) => option.value === selected)) {
    options.push({ value: selected, label: `${selected} (0)` });
  }
  return options;
}

/** Whether any filter holds a value. */
export function hasFilters(filters: Filters): boolean {
  return filterFields.some((field) => filters[field].length > 0);
}

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
export function hidesTickets(query: Query): boolean {
  return query.search.trim() !== '' || hasFilters(query.filters);
}

/** Columns that begin with their newest or largest value when they are sorted for the first time. */
const descendingFirst: readonly SortColumn[] = ['createdOn', 'updatedOn', 'id'];

/** The sort after a click on a column's heading: turned round if it was sorted already, else in the column's usual way. */
export function sortAfterClick(sort: Sort, by: SortColumn): Sort {
  if (sort.by === by) return { by, direction: sort.direction === 'ascending' ? 'descending' : 'ascending' };
  return { by, direction: descendingFirst.includes(by) ? 'descending' : 'ascending' };
}

const noFacets: Facets = { status: [], site: [], requestType: [], category: [], createdBy: [] };

/** The values that the filters offer, with counts. */
export const useFacets = create<Facets>(() => noFacets);

let asked = 0;

/** Asks for the values anew; only the answer to the newest question counts. */
export async function loadFacets(): Promise<void> {
  asked += 1;
  const number = asked;
  const outcome = await window.desk.tickets.facets();
  if (number !== asked) return;
  if (outcome.ok) useFacets.setState(outcome.value);
  else useProblemBanner.setState({ problem: outcome.problem });
}

/** Forgets everything; for another account. */
export function resetFacets(): void {
  asked += 1;
  useFacets.setState(noFacets);
}
