/* What the filters offer, and what is set in them, in words: options, the text of each filter, and the chips. */

import type { DaySpan } from '../../electron/contract/dates.ts';
import { inSentence } from '../../electron/contract/isolate.ts';
import {
  type DateField,
  dateFields,
  type FacetValue,
  type FilterField,
  type Filters,
  filterFields,
} from '../../electron/contract/query.ts';
import { openStatuses } from '../../electron/contract/specification.ts';
import { formatList } from '../words/numbers.ts';
import { formatDay } from '../words/time.ts';
import { words } from '../words/words.ts';

/** The option for both statuses in which a ticket can be worked on: a value, in every language. */
const openOption = 'Open';
/** Includes a status of that very name, should a server ever send one. */
const openValues: readonly string[] = [...openStatuses, openOption];

/** An option of a filter: a value of its field, or `Open`. */
export type FilterOption = {
  readonly value: string;
  readonly name: string;
  readonly count: number;
  readonly isSelected: boolean;
};

/** Returns the options of a filter. They include what is selected, even if no ticket has that value any more. */
export function optionsFor(
  field: FilterField,
  facets: readonly FacetValue[],
  values: readonly string[],
): FilterOption[] {
  const isOpenSelected = hasOpen(field, values);
  const option = (value: string, count: number, note = ''): FilterOption => ({
    value,
    name: [isOpenOption(field, value) ? words.inbox.open : nameOf(value), note]
      .filter(Boolean)
      .map(inSentence)
      .join(' · '),
    count,
    isSelected: isOpenOption(field, value) ? isOpenSelected : values.includes(value),
  });
  const options: FilterOption[] = [];
  if (field === 'status') {
    const open = facets.filter((facet) => openValues.includes(facet.value));
    const count = open.reduce((sum, facet) => sum + facet.count, 0);
    if (count > 0 || isOpenSelected) options.push(option(openOption, count));
  }
  for (const { value, count, note } of facets) {
    if (!isOpenOption(field, value)) options.push(option(value, count, note));
  }
  for (const value of values) {
    const isOffered = options.some((offered) => offered.value === value) || isOpenOption(field, value);
    const isPartOfOpen = isOpenSelected && openValues.includes(value);
    if (!isOffered && !isPartOfOpen) options.push(option(value, 0));
  }
  return options;
}

const nameOf = (value: string): string => value || words.inbox.blank;

const isOpenOption = (field: FilterField, value: string): boolean => field === 'status' && value === openOption;

const hasOpen = (field: FilterField, values: readonly string[]): boolean =>
  field === 'status' && openValues.every((value) => values.includes(value));

/** Returns a filter’s values once an option is chosen, or chosen no more. */
export function valuesAfter(field: FilterField, values: readonly string[], option: string): string[] {
  if (isOpenOption(field, option)) {
    const others = values.filter((value) => !openValues.includes(value));
    return hasOpen(field, values) ? others : [...openValues, ...others];
  }
  if (!values.includes(option)) return [...values, option];
  // `Open` without one of its statuses is no longer `Open`.
  return values.filter((value) => value !== option && !(isOpenOption(field, value) && openValues.includes(option)));
}

/** Returns the names of the options that stand for a filter’s values. */
function namesOf(field: FilterField, values: readonly string[]): string[] {
  if (!hasOpen(field, values)) return values.map(nameOf);
  return [words.inbox.open, ...values.filter((value) => !openValues.includes(value)).map(nameOf)];
}

/** Returns what a filter shows of its values: `Any status`, `New`, `3 statuses`. */
export function filterText(field: FilterField, values: readonly string[]): string {
  const [name, ...others] = namesOf(field, values);
  if (name === undefined) return words.inbox.any[field];
  return others.length === 0 ? inSentence(name) : words.filters.several[field]({ count: others.length + 1 });
}

/** Returns what the filters of dates show together: `Any date`, `Created: last 7 days`, `2 dates`. */
export function datesText(filters: Filters): string {
  const [chip, ...others] = dateChips(filters);
  if (!chip) return words.filters.anyDate;
  return others.length === 0 ? chip.text : words.filters.severalDates({ count: others.length + 1 });
}

/** One thing that is set: a filter, or the search. */
export type Chip = { readonly key: FilterField | DateField | 'search'; readonly text: string };

/** A chip names this many values; the list of the filter shows all. */
const maxNames = 3;

/** Returns everything that is set, in words: `Status: New, In Progress`. */
export function chipsOf({ filters, search }: { filters: Filters; search: string }): Chip[] {
  const chips = [...valueChips(filters), ...dateChips(filters)];
  const typed = search.trim();
  if (typed !== '')
    chips.push({ key: 'search', text: words.filters.chip({ filter: words.filters.search, values: typed }) });
  return chips;
}

function valueChips(filters: Filters): Chip[] {
  return filterFields.flatMap((field) => {
    const names = namesOf(field, filters[field]).map(inSentence);
    if (names.length === 0) return [];
    const values =
      names.length > maxNames
        ? words.filters.andMore({
            values: names.slice(0, maxNames).join(words.filters.separator),
            count: names.length - maxNames,
          })
        : formatList(names);
    return [{ key: field, text: words.filters.chip({ filter: words.inbox.filter[field], values }) }];
  });
}

function dateChips(filters: Filters): Chip[] {
  return dateFields.flatMap((field) => {
    const span = filters[field];
    if (!span) return [];
    return [{ key: field, text: words.filters.chip({ filter: words.filters.date[field], values: spanWords(span) }) }];
  });
}

/** Returns the filters that are set, in a sentence: `Status: Open, Site: AMS011`. */
export function filterSentence(filters: Filters): string {
  return formatList(chipsOf({ filters, search: '' }).map(({ text }) => text));
}

/** A span of days after the name of its filter: `last 7 days`, `since 8 Aug 2026`. */
export function spanWords(span: DaySpan): string {
  const text = words.filters.span;
  if (span.kind === 'last') return text.last({ days: span.days });
  const { from, to } = span;
  if (from === null) return to === null ? text.any : text.until({ to: formatDay(to) });
  if (to === null) return text.since({ from: formatDay(from) });
  return from === to ? formatDay(from) : text.between({ from: formatDay(from), to: formatDay(to) });
}

/** Returns a span from day to day, `null` if it is open on both sides. @param from `yyyy-MM-dd`, `''` for an open end */
export function spanBetween(from: string, to: string): DaySpan | null {
  return from === '' && to === '' ? null : { kind: 'between', from: from || null, to: to || null };
}
