import { describe, expect, it } from 'vitest';
import { noFilters } from '../../electron/contract/query.ts';
import { rowAfterKey } from '../../renderer/inbox/grid-keys.ts';
import { filterWords, hasFilters, optionOf, optionsFor, sortAfterClick, valuesOf } from '../../renderer/state/query.ts';

describe('filters', () => {
  const statuses = [
    { value: 'New', count: 20, note: '' },
    { value: 'In Progress', count: 28, note: '' },
    { value: 'Completed', count: 8000, note: '' },
  ];
  it('offer what there is, with counts, and what is open together', () => {
    expect(optionsFor('status', statuses, []).map((option) => option.label)).toEqual([
      'Any status',
      'Open (48)',
      'New (20)',
      'In Progress (28)',
      'Completed (8,000)',
    ]);
    const sites = [
      { value: 'AMS011', count: 3, note: 'Amsterdam' },
      { value: '', count: 1, note: '' },
    ];
    expect(optionsFor('site', sites, []).slice(1)).toEqual([
      { value: 'AMS011', label: 'AMS011 · Amsterdam (3)' },
      { value: '(none)', label: '(none) (1)' },
    ]);
  });
  it('keep what is selected on offer when no ticket has it any more', () => {
    expect(optionsFor('site', [], ['PHX015'])).toContainEqual({ value: 'PHX015', label: 'PHX015 (0)' });
    expect(optionsFor('status', [], ['New', 'In Progress', 'Open'])).toContainEqual({
      value: 'Open',
      label: 'Open (0)',
    });
  });
  it('offer nothing that leads to an empty list', () => {
    const completed = [{ value: 'Completed', count: 3, note: '' }];
    expect(optionsFor('status', completed, []).map(({ value }) => value)).toEqual(['', 'Completed']);
  });
  it('keep the count behind a name that is written from right to left', () => {
    const [, option] = optionsFor('createdBy', [{ value: 'דנה \u202Eלוי', count: 3, note: '' }], []);
    expect(option).toEqual({ value: 'דנה \u202Eלוי', label: '\u2068דנה לוי\u2069 (3)' });
  });
  it('are named in words', () => {
    expect(filterWords({ ...noFilters, status: ['New', 'In Progress', 'Open'], site: [''] })).toBe(
      'Status: Open, Site: (none)',
    );
  });
  it.each([
    ['status', 'Open', ['New', 'In Progress', 'Open']],
    ['status', 'New', ['New']],
    ['site', '(none)', ['']],
    ['site', '', []],
    ['createdBy', 'Open', ['Open']],
  ] as const)('%s: the option %j stands for %j and back', (field, option, values) => {
    expect(valuesOf(field, option)).toEqual(values);
    expect(optionOf(field, values)).toBe(option);
  });
  it('know whether any is set', () => {
    expect(hasFilters(noFilters)).toBe(false);
    expect(hasFilters({ ...noFilters, site: [''] })).toBe(true);
  });
});

it('turns the sort round on the second click, and begins with the newest for dates', () => {
  const byTitle = sortAfterClick({ by: 'id', direction: 'ascending' }, 'title');
  expect(byTitle).toEqual({ by: 'title', direction: 'ascending' });
  expect(sortAfterClick(byTitle, 'title')).toEqual({ by: 'title', direction: 'descending' });
  expect(sortAfterClick(byTitle, 'createdOn')).toEqual({ by: 'createdOn', direction: 'descending' });
});

describe('rowAfterKey', () => {
  it.each([
    ['ArrowDown', 0, 1],
    ['ArrowDown', 99, 99],
    ['ArrowUp', 0, 0],
    ['PageDown', 5, 25],
    ['PageUp', 5, 0],
    ['Home', 50, 0],
    ['End', 50, 99],
  ])('%s from row %d of 100 leads to %d', (key, from, to) => expect(rowAfterKey(key, from, 100, 20)).toBe(to));
  it('leaves other keys and empty lists alone', () => {
    expect(rowAfterKey('a', 0, 100, 20)).toBeNull();
    expect(rowAfterKey('ArrowDown', 0, 0, 20)).toBeNull();
  });
});
