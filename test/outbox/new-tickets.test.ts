/* New tickets: what the operator offers, and one that was created a moment ago, which the server may not know everywhere yet. */

import { expect, it, vi } from 'vitest';
import { ProblemError } from '../../electron/contract/problem.ts';
import { clientOf } from '../support/client.ts';
import { create, eventually, itemIn, kindOf, openTicket, ownOutbox, reached } from '../support/outbox.ts';
import { ownService } from '../support/session.ts';

/** The server knows the ticket neither for reading nor for what is added to it. */
const unknown = {
  ticketDelayMs: 3_600_000,
  faults: ['/v1/comments', '/v1/attachments'].map((path) => ({ kind: 'ticket-unknown' as const, match: { path } })),
};
const known = { ticketDelayMs: 0, faults: [] };

it('sends what belongs to a new ticket as soon as the server knows it', async () => {
  const service = await ownService(unknown);
  const test = await ownOutbox(service);
  const { id, ticketId: local } = test.outbox.add(create(service, { title: 'Brand new' }), null);
  const { ticketId } = await reached(test, id, { state: 'sent' });
  const add = (change: object) => test.outbox.add({ ticketId: local, ...change } as never, null).id;
  const comment = add({ kind: 'comment', comment: 'And this' });
  await test.outbox.attachBytes(local, 'a.txt', Buffer.from('a'));
  const edit = add({ kind: 'update', fields: { title: 'Newer' }, base: { title: 'Brand new' } });
  await eventually(() =>
    expect(itemIn(test, comment)).toMatchObject({
      state: 'waiting',
      problem: { kind: 'not-found', message: 'The server does not show this new ticket everywhere yet.' },
    }),
  );
  await eventually(() => expect(test.problems.length).toBeGreaterThan(4)); // it is not refused at the first nor the second
  expect(itemIn(test, comment)?.state).toBe('waiting');
  service.set(known);
  await reached(test, edit, { state: 'sent' });
  expect(service.tickets()[0]).toMatchObject({ id: ticketId, title: 'Newer', comments: [{ comment: 'And this' }] });
  expect(service.attachments(ticketId)).toHaveLength(1);
});

it('does not give up a comment whose answer was lost while the server does not show the new ticket', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  const { id, ticketId: local } = test.outbox.add(create(service), null);
  await reached(test, id, { state: 'sent' });
  service.set({ faults: [{ kind: 'drop-after', match: { path: '/v1/comments' }, times: 1 }] });
  const { id: comment } = test.outbox.add({ kind: 'comment', ticketId: local, comment: 'And this' }, null);
  await eventually(() => expect(service.tickets()[0]?.comments).toHaveLength(1));
  service.set({ ticketDelayMs: 3_600_000 });
  const before = test.problems.length;
  await eventually(() => expect(test.problems.length).toBeGreaterThan(before + 4));
  if (itemIn(test, comment)?.state !== 'sent') expect(itemIn(test, comment)?.needsDecision).toBe(false);
  service.set({ ticketDelayMs: 0 });
  await reached(test, comment, { state: 'sent' });
  expect(service.tickets()[0]?.comments).toHaveLength(1);
});

it('refuses it in the end, and at once what belongs to a ticket that is old', async () => {
  const service = await ownService(unknown);
  const api = await clientOf(service);
  let aheadMs = 0;
  const test = await ownOutbox(service, { api, nowMs: () => Date.now() + aheadMs });
  const { id, ticketId: local } = test.outbox.add(create(service), null);
  await reached(test, id, { state: 'sent' });
  const { id: comment } = test.outbox.add({ kind: 'comment', ticketId: local, comment: 'And this' }, null);
  await eventually(() => expect(itemIn(test, comment)?.problem?.kind).toBe('not-found'));
  expect(itemIn(test, comment)?.state).toBe('waiting');
  aheadMs = 6 * 60_000;
  const refused = await reached(test, comment, { state: 'refused' });
  expect(refused.problem?.message).toBe('The server no longer has this ticket.');

  service.set(known);
  const old = openTicket(service, 1);
  service.removeTicket(old.id);
  const { id: late } = test.outbox.add({ kind: 'comment', ticketId: old.id, comment: 'Late' }, null);
  await reached(test, late, { state: 'refused' });
});

it('takes no new ticket of a category that neither the server nor the specification offers', async () => {
  const service = await ownService();
  const { outbox, cache, ...test } = await ownOutbox(service);
  await service.setConnected(false);
  const wrong = create(service, { category: 'Electrical' });
  expect(await kindOf(() => outbox.add(wrong, null))).toBe('invalid-input');
  const { id } = outbox.add(create(service), null);
  await reached({ outbox, cache, ...test }, id, { state: 'waiting' });
  expect(await kindOf(outbox.replace(id, wrong, null))).toBe('invalid-input');

  cache.lists.saveCatalogue([{ name: 'Amenities', categories: ['Electrical'] }], Date.now());
  await outbox.replace(id, wrong, null);
  expect(outbox.list().items).toMatchObject([{ change: wrong }]);
});

it('takes any new ticket while a damaged cache says nothing of what is offered', async () => {
  const service = await ownService();
  const { outbox, cache, problems } = await ownOutbox(service);
  await service.setConnected(false);
  vi.spyOn(cache.lists, 'catalogue').mockImplementation(() => {
    throw new ProblemError('cache-set-aside');
  });
  outbox.add(create(service, { category: 'Showers' }), null);
  expect(outbox.list().items).toHaveLength(1);
  expect(problems).not.toEqual([]);
});
