/* A server whose answers lag behind each other, and tickets that it does not give any more. */

import { expect, it, onTestFinished, vi } from 'vitest';
import { type TicketId, ticketIdSchema } from '../../electron/contract/ids.ts';
import type { TicketSummary } from '../../electron/contract/ticket.ts';
import type { DemoService } from '../../electron/demo/service.ts';
import { cachedIds, engineFor, listCalls, nothingOwn, serverIds, sync } from '../support/engine.ts';
import { ownService } from '../support/session.ts';
import { aDetail } from '../support/tickets.ts';

function fakeDate(): void {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
}

const callsFor = (service: DemoService, id: string) => service.requests.filter(({ path }) => path.endsWith(id)).length;

const openTicket = (service: DemoService): TicketId =>
  ticketIdSchema.parse(service.tickets().find(({ status }) => status === 'New')?.id);

it('keeps a ticket that was just created here while neither list nor single call show it, without a walk', async () => {
  const service = await ownService({ ticketCount: 60 });
  const own = { ...nothingOwn, isOwnTicket: ({ title }: TicketSummary) => title === 'Chiller alarm' };
  const { engine, cache, news, changed } = await engineFor(service, { historyDays: 0, own });
  await sync(engine);
  service.set({ ticketDelayMs: 60_000 });
  const id = ticketIdSchema.parse(service.addTicket({ title: 'Chiller alarm', status: 'New' }));
  const [created] = service.tickets();
  if (!created) throw new Error('no ticket');
  const { description: _text, comments: _comments, ...summary } = created;
  cache.saveTicket({ ...summary, id }, aDetail(), Date.now()); // as the outbox does with the answer to the creation

  for (let round = 0; round < 2; round++) {
    service.clearRequests();
    changed.clear();
    await sync(engine);
    engine.refresh(id);
    await vi.waitFor(() => expect(callsFor(service, id)).toBeGreaterThanOrEqual(2)); // by the round, and for the user
    expect(cache.ticket(id)).toMatchObject({ isGone: false });
    expect(changed).not.toContain(id);
    expect(listCalls(service)).toBeLessThanOrEqual(3);
  }

  service.set({ ticketDelayMs: 0 });
  await sync(engine);
  service.clearRequests();
  await sync(engine);
  expect(callsFor(service, id)).toBe(0); // the lists show it
  expect(cachedIds(cache)).toEqual(serverIds(service));
  expect(news).toEqual([]);
});

it('removes a ticket only some minutes after the server showed it last', async () => {
  fakeDate();
  const service = await ownService({ ticketCount: 60, tokenLifetimeS: 1_000_000 });
  const { engine, cache, changed } = await engineFor(service, { historyDays: 0 });
  await sync(engine);
  vi.setSystemTime(Date.now() + 3_600_000);
  await sync(engine); // the lists show it an hour after the walk
  const id = openTicket(service);
  service.removeTicket(id);
  vi.setSystemTime(Date.now() + 120_000);
  service.clearRequests();
  await sync(engine);
  expect(cache.ticket(id)).toMatchObject({ isGone: true });
  expect(callsFor(service, id)).toBeGreaterThan(0);
  expect(listCalls(service)).toBeLessThanOrEqual(3); // no walk
  expect(changed).toContain(id);

  vi.setSystemTime(Date.now() + 240_000);
  changed.clear();
  await sync(engine);
  expect(cachedIds(cache)).toEqual(serverIds(service));
  expect(changed).toContain(id);
});

it('asks again for a closed ticket that a walk did not find, until it is removed or back', async () => {
  fakeDate();
  const service = await ownService({ ticketCount: 60, tokenLifetimeS: 1_000_000 });
  const { engine, cache, news } = await engineFor(service, { historyDays: 0, walkIntervalMs: 600_000 });
  await sync(engine);
  vi.setSystemTime(Date.now() + 590_000);
  await sync(engine);
  const id = ticketIdSchema.parse(service.tickets()[0]?.id); // on the newest page, whatever its status
  service.changeTicket(id, { status: 'Completed' });
  await sync(engine);
  news.length = 0;
  const lost = service.tickets()[0];
  if (!lost) throw new Error('no ticket');
  service.removeTicket(id);
  vi.setSystemTime(Date.now() + 30_000);
  await sync(engine); // a walk
  service.clearRequests();
  await sync(engine);
  expect(callsFor(service, id)).toBe(1);
  expect(cache.ticket(id)).not.toBeNull();
  vi.setSystemTime(Date.now() + 600_000);
  await sync(engine);
  expect(cache.ticket(id)).toBeNull();
  expect(news).toEqual([]);
});

it('asks once for a ticket that is looked at again and again, and once more when it changed here or a list says so', async () => {
  const service = await ownService({ ticketCount: 60 });
  const { engine, cache } = await engineFor(service, { historyDays: 0 });
  await sync(engine);
  await vi.waitFor(() => expect(cache.wantingDetail(0, '2100')).toEqual([]));
  const id = openTicket(service);
  const fetchedAtMs = () => cache.ticket(id)?.detailConfirmedAtMs ?? 0;
  const answered = async (isChanged: boolean) => {
    const beforeMs = fetchedAtMs();
    engine.refresh(id, isChanged);
    await vi.waitFor(() => expect(fetchedAtMs()).toBeGreaterThan(beforeMs));
  };
  service.clearRequests();
  await answered(false);
  engine.refresh(id);
  await answered(true);
  engine.refresh(id);
  expect(callsFor(service, id)).toBe(2);

  service.changeTicket(id, { title: 'Another title' });
  await sync(engine);
  await vi.waitFor(() => expect(cache.wantingDetail(0, '2100')).toEqual([]));
  await answered(false);
});

const goneKinds = ['ticket-unknown', 'not-permitted'] as const;

it.each(goneKinds)('marks a ticket that the server does not give (%s), and nothing else changes', async (kind) => {
  const service = await ownService({ ticketCount: 60 });
  const { engine, cache, statuses, changed } = await engineFor(service, { historyDays: 0 });
  await sync(engine);
  await vi.waitFor(() => expect(cache.wantingDetail(0, '2100')).toEqual([]));
  const id = openTicket(service);
  service.set({ faults: [{ kind, match: { path: id } }] });
  changed.clear();
  engine.refresh(id);
  await vi.waitFor(() => expect(cache.ticket(id)?.isGone).toBe(true));
  expect([...changed]).toEqual([id]);
  expect(cache.ticket(id)?.detail).not.toBeNull(); // what was fetched is kept

  service.set({ faults: [] });
  changed.clear();
  engine.refresh(id);
  await vi.waitFor(() => expect(changed).toContain(id));
  expect(cache.ticket(id)?.isGone).toBe(false);
  expect(statuses.every(({ problem, connection }) => problem === null && connection !== 'offline')).toBe(true);
});

it.each(goneKinds)('believes the list that shows a ticket which is not given (%s), until it does not', async (kind) => {
  fakeDate();
  const service = await ownService({ ticketCount: 60, tokenLifetimeS: 1_000_000 });
  const id = openTicket(service);
  service.set({ faults: [{ kind, match: { path: id } }] });
  const { engine, cache, changed } = await engineFor(service, { historyDays: 0 });
  const round = async () => {
    service.clearRequests();
    changed.clear();
    await sync(engine);
    await vi.waitFor(() => expect(engine.isIdle).toBe(true)); // its details are read, too
  };
  await round();
  expect(callsFor(service, id)).toBeGreaterThan(0);
  expect(cache.ticket(id)?.isGone).toBe(true);
  await round(); // the list shows it again
  for (const isAskedFor of [false, false, true]) {
    if (isAskedFor) vi.setSystemTime(Date.now() + 16 * 60_000);
    await round();
    expect(callsFor(service, id) > 0).toBe(isAskedFor);
    expect(changed).not.toContain(id);
    expect(cache.ticket(id)?.isGone).toBe(false);
  }
  service.clearRequests();
  engine.refresh(id);
  await vi.waitFor(() => expect(callsFor(service, id)).toBeGreaterThan(0));
  await round();
  expect(changed).not.toContain(id);
  expect(cache.ticket(id)?.isGone).toBe(false);

  service.changeTicket(id, { status: 'Completed' }); // no list of open tickets has it any more
  await round();
  expect(callsFor(service, id)).toBeGreaterThan(0);
});

it.each(goneKinds)(
  'goes on with a round in which single tickets are %s, however many, and keeps those that the list shows',
  async (kind) => {
    const service = await ownService({ ticketCount: 100 });
    const { engine, cache, statuses, news } = await engineFor(service, { historyDays: 0, lagMs: 0 });
    await sync(engine);
    await vi.waitFor(() => expect(cache.wantingDetail(0, '2100')).toEqual([]));
    const open = service.tickets().filter(({ status }) => status === 'New' || status === 'In Progress');
    expect(open.length).toBeGreaterThan(5);
    for (const { id } of open) service.changeTicket(id, { status: 'Completed' });
    service.set({ faults: open.map(({ id }) => ({ kind, match: { path: id } })) });
    await sync(engine);
    expect(statuses.every(({ problem }) => problem === null)).toBe(true);
    expect(cachedIds(cache)).toEqual(serverIds(service));
    expect(news.filter(({ what }) => what === 'new')).toEqual([]);
  },
);
