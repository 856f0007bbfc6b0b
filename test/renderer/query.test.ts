import { describe, expect, it } from 'vitest';
import { defaultSort, noFilters } from '../../electron/contract/query.ts';
import { longestSearch } from '../../electron/contract/specification.ts';
import { isMenuKey, rowAfterKey } from '../../renderer/inbox/grid-keys.ts';
import { useUndo } from '../../renderer/state/feedback.ts';
import {
  clearSearchAndFilters,
  defaultSortOf,
  hasFilters,
  hidesTickets,
  isNarrowed,
  isSameList,
  type Query,
  removeChip,
  searchAllTickets,
  setDates,
  setSearch,
  sortAfterClick,
  toggleOption,
  useQuery,
} from '../../renderer/state/query.ts';

describe('a query', () => {
  it('is filtered where any filter has a value or a span of days', () => {
    expect(hasFilters(noFilters)).toBe(false);
    expect(hasFilters({ ...noFilters, site: [''] })).toBe(true);
    expect(hasFilters({ ...noFilters, closedOn: { kind: 'last', days: 7 } })).toBe(true);
  });
  it('hides tickets by its search, its filters and its view', () => {
    const query: Query = { view: 'all', savedId: null, filters: noFilters, search: ' ', sort: defaultSort };
    expect(hidesTickets(query)).toBe(false);
    expect(hidesTickets({ ...query, search: 'chiller' })).toBe(true);
    expect(hidesTickets({ ...query, view: 'open' })).toBe(true);
    expect(isNarrowed(query)).toBe(false);
  });
  it('gives the same list whatever it is saved as', () => {
    const query: Query = { view: 'open', savedId: null, filters: noFilters, search: '', sort: defaultSort };
    expect(isSameList(query, { ...query, savedId: 'a' })).toBe(true);
    expect(isSameList(query, { ...query, view: 'all' })).toBe(false);
    expect(isSameList(null, query)).toBe(false);
  });
  it.each([
    ['site', 'FRA024', 100],
    ['status', 'Open', 98],
  ] as const)('says that a filter takes no more than a query may ask for (%s)', (field, more, count) => {
    useQuery.reset();
    useUndo.reset();
    const values = Array.from({ length: count }, (_, index) => `Value ${index}`);
    for (const value of values) toggleOption(field, value);
    expect(useUndo.getState().sentence).toBeNull();
    toggleOption(field, more);
    expect(useQuery.getState().filters[field]).toEqual(values);
    expect(useUndo.getState().sentence).toBe('A filter takes at most 100 values.');
    toggleOption(field, 'Value 7');
    expect(useQuery.getState().filters[field]).toHaveLength(count - 1);
  });
  it('takes off one thing that is set, and leaves the others', () => {
    toggleOption('status', 'New');
    toggleOption('site', 'AMS011');
    setDates('createdOn', { kind: 'last', days: 7 });
    setSearch('chiller');
    removeChip('status');
    removeChip('createdOn');
    removeChip('search');
    expect(useQuery.getState()).toMatchObject({ search: '', filters: { ...noFilters, site: ['AMS011'] } });
    clearSearchAndFilters();
    expect(useQuery.getState().filters).toEqual(noFilters);
  });
  it('ends with a whole character where a search is too long', () => {
    setSearch(`${'x'.repeat(longestSearch - 1)}🚪`);
    expect(useQuery.getState().search).toBe('x'.repeat(longestSearch - 1));
  });
  it('is put to all tickets, in an order that they have', () => {
    useQuery.setState({ view: 'attention', savedId: 'a', sort: defaultSortOf('attention') });
    setSearch('chiller');
    searchAllTickets();
    expect(useQuery.getState()).toMatchObject({ view: 'all', savedId: null, search: 'chiller', sort: defaultSort });
  });
});

it('turns the sort round on the second click, and begins with the newest for dates', () => {
  const byTitle = sortAfterClick({ by: 'id', direction: 'ascending' }, 'title');
  expect(byTitle).toEqual({ by: 'title', direction: 'ascending' });
  expect(sortAfterClick(byTitle, 'title')).toEqual({ by: 'title', direction: 'descending' });
  expect(sortAfterClick(byTitle, 'createdOn')).toEqual({ by: 'createdOn', direction: 'descending' });
});

it.each([
  ['the menu key', { button: 0, ctrlKey: false }, true],
  ['the right button of the mouse', { button: 2, ctrlKey: false }, false],
  ['a click with Ctrl, on macOS', { button: 0, ctrlKey: true }, false],
])('a menu that is asked for by %s', (_, event, isByKey) => expect(isMenuKey(event)).toBe(isByKey));

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
