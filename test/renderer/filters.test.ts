import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Filters, filterFields, filtersSchema, noFilters } from '../../electron/contract/query.ts';
import { openStatuses } from '../../electron/contract/specification.ts';
import {
  chipsOf,
  datesText,
  filterSentence,
  filterText,
  optionsFor,
  spanBetween,
  valuesAfter,
} from '../../renderer/state/filters.ts';

const open = ['New', 'In Progress', 'Open'];

describe('the options of a filter', () => {
  const statuses = [
    { value: 'New', count: 20, note: '' },
    { value: 'In Progress', count: 28, note: '' },
    { value: 'Completed', count: 8000, note: '' },
  ];
  const selectedOf = (values: string[]) =>
    optionsFor('status', statuses, values)
      .filter(({ isSelected }) => isSelected)
      .map(({ value }) => value);

  it('are what there is, with counts, and what is open together', () => {
    expect(optionsFor('status', statuses, []).map(({ name, count }) => [name, count])).toEqual([
      ['Open', 48],
      ['New', 20],
      ['In Progress', 28],
      ['Completed', 8000],
    ]);
    const sites = [
      { value: 'AMS011', count: 3, note: 'Amsterdam' },
      { value: '', count: 1, note: '' },
    ];
    expect(optionsFor('site', sites, []).map(({ name }) => name)).toEqual(['AMS011 · Amsterdam', '(none)']);
  });
  it('include what is selected when no ticket has it any more', () => {
    expect(optionsFor('site', [], ['PHX015'])).toEqual([
      { value: 'PHX015', name: 'PHX015', count: 0, isSelected: true },
    ]);
    expect(optionsFor('status', [], open).map(({ value }) => value)).toEqual(['Open']);
  });
  it('lead to no empty list', () => {
    expect(optionsFor('status', [{ value: 'Completed', count: 3, note: '' }], [])).toHaveLength(1);
  });
  it('show as selected what is', () => {
    expect(selectedOf([])).toEqual([]);
    expect(selectedOf(['Completed', 'New'])).toEqual(['New', 'Completed']);
    expect(selectedOf(open)).toEqual(['Open', 'New', 'In Progress']);
  });
  it('keep a name that is written from right to left apart from what stands beside it', () => {
    const [option] = optionsFor('createdBy', [{ value: 'דנה \u202Eלוי', count: 3, note: '' }], []);
    expect(option?.name).toBe('\u2068דנה לוי\u2069');
  });
});

describe('choosing an option', () => {
  it.each([
    ['status', [], 'Open', open],
    ['status', open, 'Open', []],
    ['status', ['Completed', 'New'], 'Open', [...open, 'Completed']],
    ['status', open, 'New', ['In Progress']],
    ['status', ['New'], 'In Progress', ['New', 'In Progress']],
    ['site', [], '', ['']],
    ['site', ['AMS011', ''], '', ['AMS011']],
    ['createdBy', [], 'Open', ['Open']],
  ] as const)('%s: %j and %j give %j', (field, values, option, after) => {
    expect(valuesAfter(field, values, option)).toEqual(after);
  });

  it('selects what was not selected, and the other way round, and stays within what a query may ask', () => {
    const option = fc.constantFrom('Open', 'New', 'In Progress', 'Completed', 'Cancelled', '', 'Held');
    fc.assert(
      fc.property(fc.constantFrom(...filterFields), fc.array(option, { maxLength: 30 }), (field, chosen) => {
        let values: string[] = [];
        const isSelected = (value: string) =>
          optionsFor(field, [], values).some((offered) => offered.value === value && offered.isSelected);
        for (const value of chosen) {
          const wasPartOfOpen = field === 'status' && openStatuses.includes(value) && isSelected('Open');
          const wasSelected = isSelected(value) || wasPartOfOpen;
          values = valuesAfter(field, values, value);
          expect(isSelected(value)).toBe(!wasSelected);
          expect(new Set(values).size).toBe(values.length);
          expect(filtersSchema.safeParse({ ...noFilters, [field]: values }).success).toBe(true);
        }
      }),
    );
  });
});

describe('what is set', () => {
  const filters: Filters = {
    ...noFilters,
    status: open,
    site: ['AMS011', 'FRA024', 'ZRH003', 'DUB011', ''],
    createdOn: { kind: 'last', days: 7 },
  };

  it.each([
    ['status', [], 'Any status'],
    ['status', ['New'], 'New'],
    ['status', open, 'Open'],
    ['status', ['New', 'In Progress', 'Completed'], '3 statuses'],
    ['status', [...open, 'Completed'], '2 statuses'],
    ['category', ['Parking', 'Badge'], '2 categories'],
    ['createdBy', [], 'Created by anyone'],
    ['site', [''], '(none)'],
  ] as const)('%s %j is shown as %s', (field, values, text) => expect(filterText(field, values)).toBe(text));

  it('is one chip for each filter and for the search', () => {
    expect(chipsOf({ filters, search: ' chiller  fails ' })).toEqual([
      { key: 'status', text: 'Status: Open' },
      { key: 'site', text: 'Site: AMS011, FRA024, ZRH003 and 2 more' },
      { key: 'createdOn', text: 'Created: last 7 days' },
      { key: 'search', text: 'Search: chiller  fails' },
    ]);
    expect(chipsOf({ filters: noFilters, search: ' ' })).toEqual([]);
  });

  it('is told in a sentence', () => {
    expect(filterSentence({ ...noFilters, status: open, site: [''] })).toBe('Status: Open, Site: (none)');
  });

  it('shows the spans of days', () => {
    expect(datesText(noFilters)).toBe('Any date');
    expect(datesText(filters)).toBe('Created: last 7 days');
    expect(datesText({ ...filters, updatedOn: { kind: 'last', days: 1 } })).toBe('2 dates');
    expect(datesText({ ...noFilters, closedOn: { kind: 'last', days: 1 } })).toBe('Closed: today');
    const between = (from: string, to: string) =>
      datesText({ ...noFilters, closedOn: spanBetween(from, to) }).replace('Closed: ', '');
    expect(between('2026-08-08', '2026-08-12')).toBe('8 Aug 2026 – 12 Aug 2026');
    expect(between('2026-08-08', '2026-08-08')).toBe('8 Aug 2026');
    expect(between('2026-08-08', '')).toBe('since 8 Aug 2026');
    expect(between('', '2026-08-08')).toBe('until 8 Aug 2026');
    expect(spanBetween('', '')).toBeNull();
  });
});
