import { expect, it } from 'vitest';
import { create, itemIn, openTicket, ownOutbox, reached } from '../support/outbox.ts';
import { ownService } from '../support/session.ts';

it('sends each kind of change, and keeps the answer in the log', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  const ticket = openTicket(service);
  const { id: created } = test.outbox.add(create(service, { title: 'Created' }), null);
  const update = {
    kind: 'update',
    ticketId: ticket.id,
    fields: { title: 'Changed' },
    base: { title: ticket.title },
  } as const;
  const { id: updated } = test.outbox.add(update, null);
  const { id: commented } = test.outbox.add({ kind: 'comment', ticketId: ticket.id, comment: 'Said' }, null);
  await test.outbox.attachBytes(ticket.id, 'a.txt', Buffer.from('content'));
  const { id: cancelled } = test.outbox.add({ kind: 'cancel', ticketId: ticket.id, reason: 'Duplicate request' }, null);

  for (const id of [created, updated, commented, cancelled]) await reached(test, id, { state: 'sent' });
  expect(test.outbox.list().items).toEqual([]);
  const now = service.tickets().find(({ id }) => id === ticket.id);
  expect(now).toMatchObject({ title: 'Changed', status: 'Cancelled' });
  expect(now?.comments.map(({ comment }) => comment)).toContain('Said');
  expect(service.tickets()[0]).toMatchObject({ title: 'Created' });
  expect(itemIn(test, created)).toMatchObject({
    ticketId: service.tickets()[0]?.id,
    answer: expect.stringContaining('WO'),
  });
  expect(itemIn(test, cancelled)?.correlationId).toEqual(expect.any(String));
});
