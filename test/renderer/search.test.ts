import { beforeEach, expect, it, vi } from 'vitest';
import { resetAccountStores } from '../../renderer/state/account-store.ts';
import { useQuery } from '../../renderer/state/query.ts';
import { gridId, showScreen, useScreen } from '../../renderer/state/screen.ts';
import { goToList, search } from '../../renderer/state/search.ts';
import { openTicket, useTicket } from '../../renderer/state/ticket.ts';
import { aShownTicket, ticketId } from '../support/tickets.ts';

let isNarrow = false;

beforeEach(() => {
  isNarrow = false;
  const answer = (value: unknown) => Promise.resolve({ ok: true, value });
  const tickets = { read: () => answer(aShownTicket(1)), record: () => answer([]) };
  vi.stubGlobal('window', { matchMedia: () => ({ matches: isNarrow }), desk: { tickets } });
  resetAccountStores();
});

it.each([
  ['outbox', 'tickets'],
  ['handover', 'tickets'],
  ['tickets', 'tickets'],
  ['overview', 'overview'], // its charts are about what is found
] as const)('what is typed into the search box on the screen %s is looked for on the screen %s', (before, after) => {
  showScreen(before);
  search('door');
  expect(useQuery.getState().search).toBe('door');
  expect(useScreen.getState().screen).toBe(after);
});

it('Enter leads from any screen to what was found, and to the keyboard of the list', () => {
  showScreen('overview');
  search('door');
  const focus = vi.fn();
  vi.stubGlobal('document', { getElementById: (id: string) => (id === gridId ? { focus } : null) });
  goToList();
  expect(useScreen.getState().screen).toBe('tickets');
  expect(focus).toHaveBeenCalledOnce();
});

it.each([
  ['wide', false],
  ['narrow', true],
])('in a %s window the list is shown while it is searched', async (_, narrow) => {
  isNarrow = narrow;
  await openTicket(ticketId(1));
  search('door');
  expect(useTicket.getState().openId).toBe(narrow ? null : ticketId(1));
});
