import { expect, it, vi } from 'vitest';
import { defaultSort, noFilters, type TicketPage, type TicketQuery } from '../../electron/contract/query.ts';
import { defaultLayout, type SavedView } from '../../electron/contract/views.ts';
import { scopeOf } from '../../electron/shell/notification-scope.ts';
import { aRow, ticketId } from '../support/tickets.ts';

const view: SavedView = {
  id: '6f1c2ce1-6a0b-4b5e-9a2d-0d5e5b9d7c11',
  name: 'Cooling at Phoenix',
  base: 'open',
  filters: { ...noFilters, site: ['PHX015'] },
  search: 'cooling',
  sort: defaultSort,
  layout: defaultLayout,
};

function ownScope(found: number[]) {
  const rows = found.map((number) => aRow(number));
  const page = vi.fn((_query: TicketQuery): TicketPage => ({ rows, matching: 0, total: 0, unsent: 0 }));
  const isMine = vi.fn((id) => id === ticketId(5));
  return { page, isInScope: scopeOf({ page, isMine, savedViews: () => [view] }) };
}

it('asks for a ticket among the starred ones', () => {
  const { page, isInScope } = ownScope([12, 1]);
  expect(isInScope(ticketId(1), 'starred')).toBe(true);
  expect(page).toHaveBeenCalledWith(expect.objectContaining({ view: 'starred', filters: noFilters, search: 'WO1' }));
  expect(isInScope(ticketId(2), 'starred')).toBe(false); // others only name it in their texts
});

it('asks for a ticket in a saved view, and leaves none out for a view that was removed', () => {
  const { page, isInScope } = ownScope([]);
  expect(isInScope(ticketId(1), view.id)).toBe(false);
  const { base, filters } = view;
  expect(page).toHaveBeenCalledWith(expect.objectContaining({ view: base, filters, search: 'cooling WO1' }));
  expect(isInScope(ticketId(1), '00000000-0000-4000-8000-000000000000')).toBe(true);
});

it('knows which are mine', () => {
  const { isInScope } = ownScope([]);
  expect([isInScope(ticketId(5), 'mine'), isInScope(ticketId(6), 'mine')]).toEqual([true, false]);
});
