import { expect, it } from 'vitest';
import type { FormChange } from '../../electron/contract/change.ts';
import { localTicketId } from '../../electron/contract/ids.ts';
import { openOutboxFile } from '../../electron/outbox/outbox-file.ts';
import { clientOf } from '../support/client.ts';
import {
  create,
  diskOf,
  eventually,
  itemIn,
  kindOf,
  openTicket,
  outboxKey,
  ownOutbox,
  reached,
} from '../support/outbox.ts';
import { ownService } from '../support/session.ts';

const writes = (requests: readonly { method: string; path: string }[]) =>
  requests
    .filter(({ method, path }) => method !== 'GET' && !path.includes('token'))
    .map(({ path }) => path.split('?')[0]);

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
  expect(test.cache.ticket(ticket.id)).toMatchObject({
    summary: { status: 'Cancelled' },
    detail: { cancelReason: 'Duplicate request' },
  });
  expect(now?.comments.map(({ comment }) => comment)).toContain('Said');
  expect(Buffer.from(service.attachments(ticket.id).at(-1)?.content ?? []).toString()).toBe('content');
  expect(service.tickets()[0]).toMatchObject({ title: 'Created' });
  expect(itemIn(test, created)).toMatchObject({
    ticketId: service.tickets()[0]?.id,
    answer: `Created as ${service.tickets()[0]?.id}.`,
    correlationId: expect.any(String),
  });
});

it('keeps the order of one ticket, and does not hold up others', async () => {
  const service = await ownService({ faults: [{ kind: 'drop-before', match: { path: '/comments' }, times: 1 }] });
  const test = await ownOutbox(service, { retryPolicy: { searchDelaysMs: [0, 60_000] } });
  const [one, other] = [openTicket(service, 0), openTicket(service, 1)];
  const say = (ticketId: typeof one.id, comment: string): FormChange => ({ kind: 'comment', ticketId, comment });
  const { id: first } = test.outbox.add(say(one.id, 'first'), null);
  const { id: second } = test.outbox.add(say(one.id, 'second'), null);
  const { id: elsewhere } = test.outbox.add(say(other.id, 'elsewhere'), null);

  await reached(test, elsewhere, { state: 'sent' });
  await reached(test, first, { state: 'unconfirmed' });
  expect(itemIn(test, second)).toMatchObject({ state: 'waiting', lastSentAtMs: null });
});

it('sends what depends on a new ticket after it, with the id that it got', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  service.set({ faults: [{ kind: 'gateway-401' }] });
  const { id, ticketId } = test.outbox.add(create(service), null);
  const { id: comment } = test.outbox.add({ kind: 'comment', ticketId, comment: 'And this' }, null);
  await test.outbox.attachBytes(ticketId, 'a.txt', Buffer.from('a'));
  await eventually(() => expect(itemIn(test, id)?.problem?.kind).toBe('gateway-refused'));
  expect(itemIn(test, id)).toMatchObject({ state: 'waiting', dependents: 2 });

  service.set({ faults: [] });
  test.outbox.wake();
  await reached(test, comment, { state: 'sent' });
  await eventually(() => expect(test.outbox.list().items).toEqual([]));
  const [made] = service.tickets();
  expect(made?.comments.map((said) => said.comment)).toEqual(['And this']);
  expect(service.attachments(made?.id ?? '')).toHaveLength(1);
  expect(test.outbox.tickets.ticket(ticketId)?.summary.id).toBe(made?.id);
  const { ticketId: later } = test.outbox.add({ kind: 'comment', ticketId, comment: 'Later' }, null);
  expect(later).toBe(made?.id);
});

it('keeps what depends on a refused create, and discards it with that', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  const { id, ticketId } = test.outbox.add(create(service, { site: 'XXX001' }), null);
  const { id: comment } = test.outbox.add({ kind: 'comment', ticketId, comment: 'And this' }, null);
  const refused = await reached(test, id, { state: 'refused' });
  expect(refused.problem).toMatchObject({ kind: 'rejected', serverMessage: expect.stringContaining('XXX001') });
  expect(itemIn(test, comment)?.state).toBe('waiting');

  await test.outbox.discard(id);
  expect(test.outbox.list().items).toEqual([]);
  expect(test.outbox.tickets.ticket(ticketId)).toBeNull();
  expect(await kindOf(() => test.outbox.add({ kind: 'comment', ticketId, comment: 'Late' }, null))).toBe('not-found');
});

it('goes on with a ticket after a refused change of it', async () => {
  const service = await ownService({ maxAttachmentBytes: 5 });
  const test = await ownOutbox(service);
  const { id } = openTicket(service);
  await test.outbox.attachBytes(id, 'large.txt', Buffer.from('too large for this'));
  const { id: comment } = test.outbox.add({ kind: 'comment', ticketId: id, comment: 'Still here' }, null);
  await reached(test, comment, { state: 'sent' });
  expect(test.outbox.list().items).toMatchObject([{ state: 'refused', problem: { httpStatus: 413 } }]);
});

it('waits as long as the server asks, also when the network seems to be back', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  service.set({ faults: [{ kind: 'rate-limited', match: { method: 'POST' }, retryAfterS: 30 }] });
  const { id } = test.outbox.add({ kind: 'comment', ticketId: openTicket(service).id, comment: 'Soon' }, null);
  await eventually(() => expect(itemIn(test, id)?.problem?.kind).toBe('rate-limited'));
  expect(itemIn(test, id)?.state).toBe('waiting');
  service.set({ faults: [] });
  service.clearRequests();
  test.outbox.wake();
  const { id: other } = test.outbox.add(
    { kind: 'comment', ticketId: openTicket(service, 1).id, comment: 'Also' },
    null,
  );
  expect([itemIn(test, id)?.state, itemIn(test, other)?.state]).toEqual(['waiting', 'waiting']);
  expect(writes(service.requests)).toEqual([]);
});

it('sends an equal new ticket at the user’s wish, after the one that it waits for', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  service.set({ faults: [{ kind: 'rate-limited', match: { method: 'POST' }, retryAfterS: 30 }] });
  const { id } = test.outbox.add(create(service), null);
  const { id: twin } = test.outbox.add(create(service), null);
  await eventually(() => expect(itemIn(test, id)?.problem?.kind).toBe('rate-limited'));
  service.set({ faults: [] });
  test.outbox.send(twin);
  await reached(test, id, { state: 'sent' });
});

it('has written `sending` to the disk before the server sees anything', async () => {
  const service = await ownService({ faults: [{ kind: 'hang', match: { path: '/comments' } }] });
  const test = await ownOutbox(service);
  const { id } = test.outbox.add({ kind: 'comment', ticketId: openTicket(service).id, comment: 'On its way' }, null);
  await eventually(() => expect(writes(service.requests)).toEqual(['/v1/comments']));
  const copy = await diskOf(test.folder);
  service.set({ faults: [] });
  const reopened = await ownOutbox(service, { folder: copy, retryPolicy: { searchDelaysMs: [60_000] } });
  expect(itemIn(reopened, id)).toMatchObject({ state: 'unconfirmed', lastSentAtMs: expect.any(Number) });
});

it('names a new ticket by the change that creates it', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  await service.setConnected(false);
  const { id, ticketId } = test.outbox.add(create(service), null);
  expect(ticketId).toBe(localTicketId(id));
});

it('forgets a year later what was sent, and nothing that was not', async () => {
  const service = await ownService();
  const api = await clientOf(service);
  const first = await ownOutbox(service, { api });
  const { id: ticketId } = openTicket(service);
  const { id: sent } = first.outbox.add({ kind: 'comment', ticketId, comment: 'Said' }, null);
  await reached(first, sent, { state: 'sent' });
  await service.setConnected(false);
  const { id: waiting } = first.outbox.add({ kind: 'comment', ticketId, comment: 'To be said' }, null);
  const after = async (days: number) => {
    const nowMs = () => Date.now() + days * 24 * 3_600_000;
    const reopened = await ownOutbox(service, { api, folder: await diskOf(first.folder), nowMs });
    return [itemIn(reopened, sent)?.state, itemIn(reopened, waiting)?.state];
  };
  expect(await after(360)).toEqual(['sent', 'waiting']);
  expect(await after(370)).toEqual([undefined, 'waiting']);
});

it('puts a change before the user that the limits do not allow any more, and sends the others', async () => {
  const service = await ownService();
  const first = await ownOutbox(service);
  service.set({ faults: [{ kind: 'gateway-401' }] });
  const { id: ticketId } = openTicket(service);
  const { id } = first.outbox.add({ kind: 'update', ticketId, fields: { title: 'Changed' }, base: {} }, null);
  const { id: other } = first.outbox.add(create(service), null);
  const content = { kind: 'update', ticketId, fields: { notificationRecipients: 'Ann Bee' }, base: {} };
  await first.outbox.close();
  const { file } = await openOutboxFile(first.folder, outboxKey);
  file.run('UPDATE change SET content = ? WHERE id = ?', JSON.stringify(content), id);
  await file.close();
  service.set({ faults: [] });
  const test = await ownOutbox(service, { folder: await diskOf(first.folder) });
  await reached(test, other, { state: 'sent' });
  await reached(test, id, { state: 'refused' });
  expect(itemIn(test, id)?.problem?.kind).toBe('invalid-input');
});
