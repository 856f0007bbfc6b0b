import { expect, it, vi } from 'vitest';
import type { TicketId } from '../../electron/contract/ids.ts';
import { defaultSort, noFilters, type TicketSelection } from '../../electron/contract/query.ts';
import { defaultLayout, type SavedView } from '../../electron/contract/views.ts';
import { scopeOf } from '../../electron/shell/notification-scope.ts';
import { ticketId } from '../support/tickets.ts';

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
  const finds = vi.fn((_selection: TicketSelection, id: TicketId) => found.map(ticketId).includes(id));
  const isMine = vi.fn((id) => id === ticketId(5));
  return { finds, isInScope: scopeOf({ finds, isMine, savedViews: () => [view] }) };
}

it('asks for a ticket among the starred ones', () => {
  const { finds, isInScope } = ownScope([12, 1]);
  expect([isInScope(ticketId(1), 'starred'), isInScope(ticketId(2), 'starred')]).toEqual([true, false]);
  expect(finds).toHaveBeenCalledWith({ view: 'starred', filters: noFilters, search: '' }, ticketId(1));
});

it('asks for a ticket in a saved view, and leaves none out for a view that was removed', () => {
  const { finds, isInScope } = ownScope([]);
  expect(isInScope(ticketId(1), view.id)).toBe(false);
  const { base, filters, search } = view;
  expect(finds).toHaveBeenCalledWith({ view: base, filters, search }, ticketId(1));
  expect(isInScope(ticketId(1), '00000000-0000-4000-8000-000000000000')).toBe(true);
});

it('knows which are mine', () => {
  const { isInScope } = ownScope([]);
  expect([isInScope(ticketId(5), 'mine'), isInScope(ticketId(6), 'mine')]).toEqual([true, false]);
});
