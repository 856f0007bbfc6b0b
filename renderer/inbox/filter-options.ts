import { type Choice, type FilterField, type Filters, filterFields } from '../../electron/contract/query.ts';
import { openStatuses } from '../../electron/contract/specification.ts';
import { formatCount, words } from '../words.ts';

/** An option of a filter's select. */
export type FilterOption = { readonly value: string; readonly label: string };

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
export function optionsFor(field: FilterField, choices: readonly Choice[], values: readonly string[]): FilterOption[] {
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
