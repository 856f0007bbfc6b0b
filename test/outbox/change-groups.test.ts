import { expect, it } from 'vitest';
import type { FormChange } from '../../electron/contract/change.ts';
import type { TicketId } from '../../electron/contract/ids.ts';
import { maxTicketsAtOnce } from '../../electron/contract/ticket-actions.ts';
import type { DemoService } from '../../electron/demo/service.ts';
import { create, eventually, itemIn, kindOf, ownOutbox, reached, type TestOutbox } from '../support/outbox.ts';
import { ownService } from '../support/session.ts';
import { aDetail, aTicket, ticketId } from '../support/tickets.ts';

const comment = { kind: 'comment', comment: 'Any news?' } as const;
const recipient = { kind: 'recipient', address: 'bob@example.com' } as const;

/** Puts open tickets of the service into the cache, and returns their ids. */
function cacheOpen({ cache }: TestOutbox, service: DemoService, count: number): TicketId[] {
  const open = service.tickets().filter(({ status }) => status === 'New' || status === 'In Progress');
  if (open.length < count) throw new Error(`the service has only ${open.length} open tickets`);
  return open.slice(0, count).map(({ id, title, status, comments }, place) => {
    const ticket = aTicket(place, { title, status, id: id as TicketId });
    cache.saveTicket(ticket, aDetail({ comments }), 1);
    return ticket.id;
  });
}

/** An outbox that cannot send, with tickets of every sort in its cache. */
async function ownBlocked() {
  const service = await ownService({ ticketCount: 20 });
  const test = await ownOutbox(service);
  service.set({ faults: [{ kind: 'gateway-401' }] });
  const { cache, outbox } = test;
  const say = (notificationRecipients: string) => aDetail({ notificationRecipients });
  cache.saveTicket(aTicket(1, { status: 'New' }), say('jane@example.com'), 1);
  cache.saveTicket(aTicket(2, { status: 'In Progress' }), say(''), 1);
  cache.saveTicket(aTicket(3, { status: 'Completed' }), say(''), 1);
  cache.saveTicket(aTicket(4, { status: 'On Hold' }), say(''), 1);
  cache.saveListed([aTicket(5, { status: 'New' })]);
  cache.saveTicket(aTicket(6, { status: 'New' }), say('Bob@Example.com'), 1);
  cache.saveTicket(aTicket(7, { status: 'New' }), say(`${'x'.repeat(31_980)}@y.com`), 1);
  cache.saveTicket(aTicket(8, { status: 'New' }), say(''), 1);
  outbox.add({ kind: 'cancel', ticketId: ticketId(8), reason: 'Duplicate request' }, null);
  cache.saveTicket(aTicket(9, { status: 'New' }), say(''), 1);
  cache.markGone(ticketId(9));
  const ids = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(ticketId);
  return { service, ...test, ids };
}

const numberOf = (id: TicketId) => Number(id.slice(2));

it('says which tickets an action cannot be done to, and why', async () => {
  const { outbox, ids } = await ownBlocked();
  const preview = async (action: Parameters<typeof outbox.groups.preview>[1]) => {
    const { able, unable } = await outbox.groups.preview([...ids, ...ids], action);
    return { able: able.map(numberOf), unable: unable.map(({ id, obstacle }) => `${numberOf(id)} ${obstacle}`) };
  };
  const always = ['3 closed', '4 unknown-status', '8 cancelling', '9 gone', '10 unknown'];
  expect(await preview(comment)).toEqual({ able: [1, 2, 5, 6, 7], unable: always });
  expect(await preview({ kind: 'cancel', reason: 'Duplicate request' })).toEqual({
    able: [1, 2, 5, 6, 7],
    unable: always,
  });
  expect(await preview(recipient)).toEqual({
    able: [1, 2],
    unable: [
      ...['3 closed', '4 unknown-status', '5 not-fetched', '6 already-notified', '7 too-long'],
      ...['8 cancelling', '9 gone', '10 unknown'],
    ],
  });
  const { unable } = await outbox.groups.preview([ticketId(3), ticketId(8)], comment);
  expect(unable).toMatchObject([
    { title: 'Title 3', status: 'Completed' },
    { title: 'Title 8', status: 'Cancelled' },
  ]);
});

it.each([
  ['Ann Bee, jane@example.com', null],
  ['Ann Bee <ann@example.com>; jane@example.com', 'ann@example.com, jane@example.com, bob@example.com'],
  ['Bob <bob@example.com>', null],
])('adds no recipient to a list that holds names in the place of addresses: %j', async (held, wanted) => {
  const { cache, outbox } = await ownBlocked();
  cache.saveTicket(aTicket(1, { status: 'New' }), aDetail({ notificationRecipients: held }), 1);
  const obstacle = held.startsWith('Bob') ? 'already-notified' : 'named-recipients';
  const { unable } = await outbox.groups.preview([ticketId(1)], recipient);
  expect(unable).toMatchObject(wanted === null ? [{ obstacle }] : []);
  await outbox.groups.add([ticketId(1), ticketId(2)], recipient, null);
  const edits = outbox.list().items.flatMap(({ change }) => (change.kind === 'update' ? [change] : []));
  expect(edits.find((edit) => edit.ticketId === ticketId(1))?.fields.notificationRecipients ?? null).toBe(wanted);
});

it('lets an edit on top of a discarded action start from before that, and sends no address that was discarded', async () => {
  const { outbox } = await ownBlocked();
  const [jane, withBob] = ['jane@example.com', 'jane@example.com, bob@example.com'];
  const edit = (text: string, held: string): FormChange => {
    const [fields, base] = [{ notificationRecipients: text }, { notificationRecipients: held }];
    return { kind: 'update', ticketId: ticketId(1), fields, base };
  };
  const edits = () => outbox.list().items.flatMap(({ change }) => (change.kind === 'update' ? [change] : []));
  const ofFirst = () => edits().filter((change) => change.ticketId === ticketId(1));
  const { groupId } = await outbox.groups.add([ticketId(1)], recipient, null);
  const { id } = outbox.add(edit('eve@example.com', withBob), null);
  await outbox.groups.discard(groupId);
  expect(ofFirst()).toEqual([edit('eve@example.com', jane)]);
  await outbox.groups.add([ticketId(1)], recipient, null);
  await outbox.discard(id);
  expect(ofFirst()).toEqual([edit('eve@example.com, bob@example.com', 'eve@example.com')]);
});

it('adds a change for each ticket as one group, and removes the draft', async () => {
  const { outbox, ids } = await ownBlocked();
  outbox.add({ kind: 'update', ticketId: ticketId(2), fields: { notificationRecipients: 'a@b.com' }, base: {} }, null);
  outbox.drafts.save('many', { form: 'comment', ticketId: ticketId(1), comment: 'x', changeId: null });
  const { groupId, added } = await outbox.groups.add(ids, recipient, 'many');
  expect(added).toBe(2);
  expect(outbox.drafts.list()).toEqual([]);
  const { items, groups } = outbox.list();
  const own = items.filter((item) => item.groupId === groupId);
  expect(own.map(({ ticketId: id, ticketTitle, change }) => [id, ticketTitle, change])).toEqual([
    [
      'WO1',
      'Title 1',
      {
        ...{ kind: 'update', ticketId: 'WO1', fields: { notificationRecipients: 'jane@example.com, bob@example.com' } },
        base: { notificationRecipients: 'jane@example.com' },
      },
    ],
    [
      'WO2',
      'Title 2',
      {
        ...{ kind: 'update', ticketId: 'WO2', fields: { notificationRecipients: 'a@b.com, bob@example.com' } },
        base: { notificationRecipients: 'a@b.com' },
      },
    ],
  ]);
  expect(groups).toEqual([{ id: groupId, kind: 'update', total: 2, confirmed: 0 }]);
  expect(outbox.tickets.ticket(ticketId(1))?.detail?.notificationRecipients).toBe('jane@example.com, bob@example.com');
});

it('takes tickets that are not created yet, and none that were discarded', async () => {
  const { service, outbox } = await ownBlocked();
  const { ticketId: local } = outbox.add(create(service, { title: 'New one' }), null);
  const { id, ticketId: discarded } = outbox.add(create(service), null);
  await outbox.discard(id);
  expect(await outbox.groups.preview([local, discarded], comment)).toMatchObject({
    able: [local],
    unable: [{ id: discarded, obstacle: 'unknown' }],
  });
  await outbox.groups.add([local], comment, null);
  expect(outbox.tickets.ticket(local)?.detail).not.toBeNull();
  expect(outbox.list().items.at(-1)).toMatchObject({ ticketId: local, ticketTitle: 'New one' });
});

it('refuses too many tickets and none, and then adds nothing', async () => {
  const { outbox, cache } = await ownBlocked();
  const many = Array.from({ length: maxTicketsAtOnce + 1 }, (_, number) => ticketId(1_000 + number));
  cache.saveListed(many.map((_id, number) => aTicket(1_000 + number, { status: 'New' })));
  const before = outbox.list().items.length;
  expect(await kindOf(outbox.groups.add(many, comment, null))).toBe('invalid-input');
  expect(await kindOf(outbox.groups.add([ticketId(3)], comment, null))).toBe('invalid-input');
  expect(outbox.list().items).toHaveLength(before);
  expect((await outbox.groups.add(many.slice(1), comment, null)).added).toBe(maxTicketsAtOnce);
});

it('discards what waits or was refused of a group, and counts what stays', async () => {
  const service = await ownService({ ticketCount: 200 });
  const test = await ownOutbox(service, { retryPolicy: { firstRetryMs: 60_000, longestRetryMs: 60_000 } });
  const ids = cacheOpen(test, service, 6);
  service.set({ faults: [{ kind: 'gateway-401', match: { method: 'POST' } }] });
  const { groupId } = await test.outbox.groups.add(ids, comment, null);
  const other = await test.outbox.groups.add(ids.slice(0, 1), comment, null);
  const items = () => test.outbox.list().items.filter((item) => item.groupId === groupId);
  await eventually(() => {
    expect(items().some(({ problem }) => problem?.kind === 'gateway-refused')).toBe(true);
    expect(items().every(({ state }) => state === 'waiting')).toBe(true);
  });
  expect(await test.outbox.groups.discard(groupId)).toEqual({ discarded: 6, kept: 0 });
  expect(test.outbox.list()).toMatchObject({
    items: [{ groupId: other.groupId }],
    groups: [{ id: other.groupId, total: 1 }],
  });
});

it('keeps what has left when the rest of a group is discarded', async () => {
  const service = await ownService({ ticketCount: 200 });
  const policy = { searchDelaysMs: [60_000], firstRetryMs: 60_000, longestRetryMs: 60_000 };
  const test = await ownOutbox(service, { retryPolicy: policy });
  const ids = cacheOpen(test, service, 5);
  // One arrives, one gets no answer, and the others cannot be looked at, so that they wait.
  const waiting = ids.slice(2).map((id) => ({ kind: 'error-json', match: { method: 'GET', path: id } }) as const);
  service.set({ faults: [...waiting, { kind: 'drop-after', match: { method: 'POST' }, times: 1 }] });
  const { groupId } = await test.outbox.groups.add(ids, comment, null);
  const states = () => test.outbox.list().items.map(({ state, problem }) => `${state} ${problem?.kind}`);
  await eventually(() =>
    expect(states().toSorted()).toEqual([
      expect.stringContaining('unconfirmed'),
      ...Array.from({ length: 3 }, () => 'waiting server-error'),
    ]),
  );
  expect(test.outbox.list().groups).toEqual([{ id: groupId, kind: 'comment', total: 5, confirmed: 1 }]);
  expect(await test.outbox.groups.discard(groupId)).toEqual({ discarded: 3, kept: 2 });
  expect(test.outbox.list().groups).toEqual([{ id: groupId, kind: 'comment', total: 2, confirmed: 1 }]);
  expect(await test.outbox.groups.discard(groupId)).toEqual({ discarded: 0, kept: 2 });
});

it('sends each once within the limits of a server that limits the rate of requests', async () => {
  const service = await ownService({ ticketCount: 1_500 });
  const test = await ownOutbox(service);
  const ids = cacheOpen(test, service, 30);
  service.set({
    faults: [{ kind: 'rate-limited', match: { method: 'POST', path: '/comments' }, retryAfterS: 1, times: 3 }],
  });
  const { groupId } = await test.outbox.groups.add(ids, { kind: 'comment', comment: 'Said to all' }, null);
  await expect.poll(() => test.outbox.list().items.length, { timeout: 25_000 }).toBe(0);
  const said = service.tickets().flatMap(({ comments }) => comments.filter((each) => each.comment === 'Said to all'));
  expect(said).toHaveLength(30);
  expect(service.requests.filter(({ method, path }) => method === 'POST' && path.includes('/comments'))).toHaveLength(
    30 + 3,
  );
  expect(test.outbox.sent(0, 200).items.every((item) => item.groupId === groupId)).toBe(true);
  expect(test.outbox.list().groups).toEqual([]);
});

it('tells of refused changes once, together', async () => {
  const service = await ownService({ ticketCount: 200 });
  const test = await ownOutbox(service);
  const ids = cacheOpen(test, service, 4);
  for (const id of ids.slice(0, 3)) service.changeTicket(id, { status: 'Completed' });
  await test.outbox.groups.add(ids, { kind: 'cancel', reason: 'Duplicate request' }, null);
  await eventually(() => expect(test.refused.toSorted()).toEqual(ids.slice(0, 3).toSorted()));
});

it('knows which tickets are the user’s: those changed here, and those of the user’s authors', async () => {
  const service = await ownService({ ticketCount: 50 });
  const test = await ownOutbox(service);
  const { id, ticketId: local } = test.outbox.add(create(service, { title: 'Mine' }), null);
  expect(test.outbox.isMine(local)).toBe(true);
  await reached(test, id, { state: 'sent' });
  const made = itemIn(test, id)?.ticketId ?? local;
  const author = test.cache.ticket(made)?.summary.createdBy ?? '';
  expect(author).not.toBe('');
  test.cache.saveListed([aTicket(1, { createdBy: author }), aTicket(2, { createdBy: 'Somebody else' })]);
  expect([local, made, ticketId(1), ticketId(2), ticketId(3)].map((each) => test.outbox.isMine(each))).toEqual([
    ...[true, true, true, false, false],
  ]);
});
