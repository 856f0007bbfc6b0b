import { expect, it } from 'vitest';
import { ticketChangesResponseSchema } from '../../electron/api/ticket-changes.ts';
import { clientOf } from '../support/client.ts';
import { ownService } from '../support/session.ts';

it('reads the feed of the demo service, tickets of all kinds, those that changed last first', async () => {
  const service = await ownService({ hasFeed: true });
  const api = await clientOf(service);
  const id = service.tickets()[7]?.id ?? '';
  service.changeTicket(id, { title: 'Changed' });
  const pages = await Promise.all([0, 1, 2, 3].map((page) => api.listChanges(page, 100)));
  const changes = pages.flatMap((page) => page.changes);
  expect(changes[0]).toMatchObject({ id, isCustomerSupport: true });
  expect(changes.some(({ isCustomerSupport }) => !isCustomerSupport)).toBe(true);
  expect(changes.filter(({ isCustomerSupport }) => isCustomerSupport)).toHaveLength(300);
  expect(pages.map(({ isLast }) => isLast)).toEqual([false, false, false, true]);
});

it.each([
  [
    'a row without an id, and other forms of values',
    { content: [{}, { id: 7, updatedOn: '2026-01-02T03:04:05Z' }, 9] },
  ],
  ['a type in another spelling', { content: [{ id: '7', updatedOn: '2026-01-02 03:04:05', ticketType: null }] }],
])('reads %s', (_case, body) => {
  expect(ticketChangesResponseSchema.parse(body)).toEqual({
    changes: [{ id: '7', updatedOn: '2026-01-02 03:04:05', isCustomerSupport: false }],
    isLast: null,
  });
});

it.each([
  ['Customer Support', true],
  [' customer_support ', true],
  ['Remote Hands', false],
])('knows the tickets of the list by their type: %s', (ticketType, isCustomerSupport) => {
  const body = { content: [{ id: 'WO1', updatedOn: '', ticketType }], pageable: { last: true } };
  expect(ticketChangesResponseSchema.parse(body)).toMatchObject({ changes: [{ isCustomerSupport }], isLast: true });
});

it.each([null, '', { content: null }, { content: [], pageable: { size: 0 } }])(
  'takes %j for a page without rows',
  (body) => {
    expect(ticketChangesResponseSchema.parse(body).changes).toEqual([]);
  },
);

it('does not take anything else for a page', () => {
  expect(ticketChangesResponseSchema.safeParse({ items: { count: 3 } }).success).toBe(false);
});
