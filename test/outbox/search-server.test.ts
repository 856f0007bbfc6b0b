import { expect, it } from 'vitest';
import { formatServerTime } from '../../electron/contract/server-time.ts';
import type { DemoService } from '../../electron/demo/service.ts';
import { clientOf } from '../support/client.ts';
import { create, eventually, itemIn, openTicket, ownOutbox, reached } from '../support/outbox.ts';
import { ownService } from '../support/session.ts';

const lost = (kind: 'drop-before' | 'drop-after', path: string) => [
  { kind, match: { method: 'POST', path }, times: 1 },
];

it('a colleague’s comment of the same words is not taken for one that was lost', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  const { id: ticketId } = openTicket(service);
  const theirs = service.tickets().find(({ id }) => id === ticketId);
  const now = formatServerTime(Date.now());
  theirs?.comments.push({ comment: 'Please proceed.', commentedBy: 'A colleague', commentedOn: now });
  service.set({ faults: lost('drop-before', '/v1/comments') });
  const { id } = test.outbox.add({ kind: 'comment', ticketId, comment: 'Please proceed.' }, null);
  await reached(test, id, { state: 'unconfirmed', needsDecision: true });
  test.outbox.send(id);
  await reached(test, id, { state: 'sent' });
  expect(theirs?.comments.filter(({ comment }) => comment === 'Please proceed.')).toHaveLength(2);
});

it('two comments of the same words, the second one’s answer lost, are there twice', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  const { id: ticketId } = openTicket(service);
  const first = test.outbox.add({ kind: 'comment', ticketId, comment: 'Any news?' }, null);
  await reached(test, first.id, { state: 'sent' });
  service.set({ faults: lost('drop-after', '/v1/comments') });
  const second = test.outbox.add({ kind: 'comment', ticketId, comment: 'Any news?' }, null);
  await reached(test, second.id, { state: 'sent' });
  const there = service.tickets().find(({ id }) => id === ticketId)?.comments ?? [];
  expect(there.filter(({ comment }) => comment === 'Any news?')).toHaveLength(2);
});

it('a colleague’s file of the same name is not taken for one that was lost', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  const { id: ticketId } = openTicket(service);
  await test.outbox.attachBytes(ticketId, 'image.png', Buffer.from('theirs'));
  await eventually(() =>
    expect(service.attachments(ticketId).some((file) => file.filename === 'image.png')).toBe(true),
  );
  // Another computer's outbox does not know what the first one made.
  const other = await ownOutbox(service);
  service.set({ faults: lost('drop-before', '/v1/attachments') });
  await other.outbox.attachBytes(ticketId, 'image.png', Buffer.from('ours'));
  const id = other.outbox.list().items[0]?.id;
  if (!id) throw new Error('nothing was attached');
  await reached(other, id, { state: 'unconfirmed', needsDecision: true });
  other.outbox.send(id);
  await reached(other, id, { state: 'sent' });
  expect(service.attachments(ticketId).filter((file) => file.filename === 'image.png')).toHaveLength(2);
});

it('what may have arrived is not given another content', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  service.set({ faults: lost('drop-before', '/v1/customer') });
  const { id } = test.outbox.add(create(service, { title: 'Once only' }), null);
  await reached(test, id, { state: 'unconfirmed', needsDecision: true });
  service.set({ faults: [{ kind: 'rate-limited', match: { method: 'POST' }, retryAfterS: 60 }] });
  test.outbox.send(id);
  await eventually(() =>
    expect(itemIn(test, id)).toMatchObject({ state: 'waiting', problem: { kind: 'rate-limited' } }),
  );
  await expect(test.outbox.replace(id, create(service, { title: 'Another one' }), null)).rejects.toMatchObject({
    problem: { kind: 'change-sent', message: 'This change may already have reached the server.' },
  });
});

it('is found also when this computer’s clock was set right after the sending', async () => {
  const service = await ownService();
  let fastMs = 10 * 60_000;
  const test = await ownOutbox(service, { nowMs: () => Date.now() + fastMs, skewMs: () => fastMs });
  service.set({
    faults: [
      { kind: 'error-after', match: { method: 'POST', path: '/v1/customer' }, times: 1 },
      { kind: 'drop-before', match: { path: 'size=100' }, times: 1 },
    ],
  });
  const { id } = test.outbox.add(create(service, { title: 'Sent by a fast clock' }), null);
  await eventually(() => expect(service.tickets().some(({ title }) => title === 'Sent by a fast clock')).toBe(true));
  fastMs = 0;
  await reached(test, id, { state: 'sent' });
  expect(service.tickets().filter(({ title }) => title === 'Sent by a fast clock')).toHaveLength(1);
});

it('without a network nothing is sent, and all of it waits', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  await service.setConnected(false);
  const { id: ticketId } = openTicket(service);
  const ids = [
    test.outbox.add(create(service), null).id,
    test.outbox.add({ kind: 'comment', ticketId, comment: 'Later' }, null).id,
  ];
  for (const id of ids) await eventually(() => expect(itemIn(test, id)?.problem).not.toBeNull());
  expect(ids.map((id) => itemIn(test, id)?.state)).toEqual(['waiting', 'waiting']);
});

/** A proxy that answers each create with a page of its own, after passing it on to the server or instead of that. */
async function behindProxy(service: DemoService, comesThrough: boolean) {
  const proxied: typeof fetch = async (input, init) => {
    const isCreate =
      input instanceof Request && input.method === 'POST' && input.url.endsWith('/customer-support-tickets');
    if (!isCreate || comesThrough) {
      const response = await fetch(input, init);
      if (!isCreate) return response;
    }
    return new Response('<html>Blocked</html>', { status: 403 });
  };
  return await ownOutbox(service, { api: await clientOf(service, { fetch: proxied }) });
}

it('a page in place of the answer makes no second ticket: the first one is found', async () => {
  const service = await ownService();
  const test = await behindProxy(service, true);
  const { id } = test.outbox.add(create(service, { title: 'Answered by the proxy' }), null);
  await reached(test, id, { state: 'sent' });
  expect(service.tickets().filter(({ title }) => title === 'Answered by the proxy')).toHaveLength(1);
});

it('a page in place of the server is searched behind, and then the user decides', async () => {
  const service = await ownService();
  const test = await behindProxy(service, false);
  const { id } = test.outbox.add(create(service), null);
  await reached(test, id, { state: 'unconfirmed', needsDecision: true });
});

it('a network that wants a sign-in of its own first leaves nothing to decide', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  service.set({ faults: [{ kind: 'redirect' }] });
  const { id } = test.outbox.add(create(service), null);
  await eventually(() => expect(itemIn(test, id)).toMatchObject({ state: 'waiting', problem: { kind: 'redirected' } }));
  service.set({ faults: [] });
  test.outbox.wake();
  await reached(test, id, { state: 'sent' });
});
