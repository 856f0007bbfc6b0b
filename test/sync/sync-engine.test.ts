/* The engine against a server that works: rounds, walks, details, news, pauses. */

import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { ticketIdSchema } from '../../electron/contract/ids.ts';
import { formatServerTime } from '../../electron/contract/server-time.ts';
import { asObserved } from '../../electron/demo/as-observed.ts';
import type { DemoService } from '../../electron/demo/service.ts';
import type { OwnChanges } from '../../electron/store/ticket-record.ts';
import type { SyncEngine } from '../../electron/sync/sync-engine.ts';
import { cachedIds, confirmed, engineFor, listCalls, nothingOwn, serverIds, sync } from '../support/engine.ts';
import { ownFolder } from '../support/folder.ts';
import { ownService } from '../support/session.ts';

const openListCalls = (service: DemoService) => service.requests.filter(({ path }) => /[?&]status=/.test(path)).length;

it('fetches the whole list with progress, then the details of open tickets', async () => {
  const service = await ownService({ pageCap: 50 });
  const { engine, cache, statuses } = await engineFor(service);
  await sync(engine);
  expect(cachedIds(cache)).toEqual(serverIds(service));
  const progress = statuses.flatMap((status) => status.progress?.done ?? []);
  expect(progress).toEqual([...new Set(progress)].sort((one, other) => one - other));
  expect([progress[0], progress.at(-1)]).toEqual([25, 300]);
  expect(listCalls(service)).toBeLessThanOrEqual(10); // small pages first, and one that is larger than the server grants
  await vi.waitFor(() => expect(cache.wantingDetail(0, '2100')).toEqual([]));
  const open = service.tickets().find((ticket) => ticket.status === 'New');
  expect(open && cache.ticket(ticketIdSchema.parse(open.id))?.detail?.description).toBe(open?.description.trim());
});

it('resumes an interrupted walk', async () => {
  const service = await ownService({ pageCap: 5, latencyMs: 20 });
  const folder = await ownFolder();
  const first = await engineFor(service, { folder });
  first.engine.syncNow();
  await vi.waitFor(() => expect(first.engine.status.progress?.done).toBeGreaterThanOrEqual(25), { interval: 1 });
  await first.stop();

  const second = await engineFor(service, { folder });
  const done = (second.cache.progress.walk()?.pages ?? []).map(({ first }) => first);
  expect(done.length).toBeGreaterThanOrEqual(5);
  service.clearRequests();
  second.engine.syncNow();
  await confirmed(second.engine);
  // The first page is read again, because it shows whether the list is still the same; at the end the open tickets are.
  const places = service.requests.flatMap(({ path }) => {
    const [, page, size] = /tickets\?page=(\d+)&size=(\d+)$/.exec(path) ?? [];
    return page && size ? Number(page) * Number(size) : [];
  });
  expect(places.filter((first) => done.includes(first))).toEqual([0]);
  expect(openListCalls(service)).toBeGreaterThanOrEqual(2);
  expect(cachedIds(second.cache)).toEqual(serverIds(service));
});

it('does not repeat a first walk because its last check of the open tickets failed', async () => {
  const service = await ownService({ pageCap: 5, latencyMs: 20 });
  const folder = await ownFolder();
  const first = await engineFor(service, { folder });
  first.engine.syncNow();
  await vi.waitFor(() => expect(first.engine.status.progress?.done).toBeGreaterThanOrEqual(25), { interval: 1 });
  await first.stop();

  const second = await engineFor(service, { folder });
  service.set({ faults: [{ kind: 'error-json', match: { path: 'status=' } }] });
  second.engine.syncNow();
  await vi.waitFor(() => expect(second.engine.status.problem?.kind).toBe('server-error'));
  expect(second.engine.status.confirmedAtMs).toBeNull();
  expect(cachedIds(second.cache)).toEqual(serverIds(service));

  service.set({ faults: [] });
  service.clearRequests();
  await sync(second.engine);
  expect(listCalls(service) - openListCalls(service)).toBeLessThan(10); // a walk takes 60 calls
});

it('makes few calls when nothing has changed', async () => {
  const service = await ownService({ ticketCount: 2_000 });
  const { engine, cache } = await engineFor(service);
  await sync(engine);
  await vi.waitFor(() => expect(cache.wantingDetail(0, '2100')).toEqual([]));
  service.clearRequests();
  await sync(engine);
  expect(service.requests.filter(({ path }) => !path.includes('WO')).length).toBeLessThanOrEqual(4);
});

it('finds new tickets at either end of the list without a walk', async () => {
  for (const order of ['newest-first', 'oldest-first', 'last-changed-first'] as const) {
    const service = await ownService({ order });
    const { engine, cache } = await engineFor(service);
    await sync(engine);
    await vi.waitFor(() => expect(cache.wantingDetail(0, '2100')).toEqual([]));
    service.clearRequests();
    const added = service.addTicket({ status: 'Completed' });
    await sync(engine);
    expect(cachedIds(cache)).toContain(added);
    expect(listCalls(service)).toBeLessThanOrEqual(order === 'oldest-first' ? 5 : 4); // the last page may hold a single ticket
  }
});

it('begins rounds less often in quiet times, and at once afterwards if one is due', async () => {
  const service = await ownService({ ticketCount: 30 });
  const { engine, cache } = await engineFor(service);
  engine.setQuiet(true);
  await sync(engine);
  await vi.waitFor(() => expect(cache.wantingDetail(0, '2100')).toEqual([]));
  const timers = vi.spyOn(globalThis, 'setTimeout');
  onTestFinished(() => timers.mockRestore());
  const delays = () =>
    timers.mock.calls.map(([, delayMs]) => Math.round((delayMs ?? 0) / 60_000)).filter((minutes) => minutes > 0);
  engine.setQuiet(false);
  engine.setQuiet(false);
  engine.setQuiet(true);
  const [usual = 0, quiet = 0, ...others] = delays(); // longer ones where the machine was slow: see schedule.test.ts
  expect(usual).toBeGreaterThanOrEqual(1);
  expect(quiet).toBeGreaterThan(2 * usual);
  expect(others).toEqual([]);
});

it.each<[string, (engine: SyncEngine) => void]>([
  ['continued', (engine) => engine.pause(false)],
  ['asked to sync now', (engine) => engine.syncNow()],
])('can be paused by the user until it is %s', async (_how, goOn) => {
  const service = await ownService({ pageCap: 5, latencyMs: 10 });
  const { engine, cache } = await engineFor(service);
  engine.syncNow();
  await vi.waitFor(() => expect(engine.status.progress?.done).toBeGreaterThanOrEqual(20), { interval: 1 });
  engine.pause(true);
  expect(engine.status).toMatchObject({ isPaused: true, progress: null });
  engine.wake();
  expect(engine.status.isPaused).toBe(true);
  expect(cache.count()).toBeLessThan(300);
  goOn(engine);
  expect(engine.status.isPaused).toBe(false);
  await confirmed(engine);
  expect(cache.count()).toBe(300);
});

describe.each([
  ['a polite server', {}],
  ['the server as it was observed', { ...asObserved(0.002), ticketDelayMs: 0 }],
])('with %s', (_name, options) => {
  it('fetches the details of recently changed tickets, for as many days as set', async () => {
    const service = await ownService(options);
    const { engine, cache } = await engineFor(service, { historyDays: 200 });
    engine.syncNow();
    const since = formatServerTime(Date.now() - 199 * 86_400_000);
    const recent = service.tickets().filter(({ updatedOn }) => updatedOn > since);
    expect(recent.length).toBeGreaterThan(10);
    const detailOf = (id: string) => cache.ticket(ticketIdSchema.parse(id))?.detail;
    await vi.waitFor(() => expect(recent.every(({ id }) => detailOf(id))).toBe(true));
    const old = service.tickets().filter(({ status, updatedOn }) => status === 'Completed' && updatedOn < '2025');
    expect(old.some(({ id }) => detailOf(id))).toBe(false);
  });

  it('finds what happened to open tickets while a first walk was interrupted', async () => {
    const service = await ownService({ ...options, pageCap: 5, latencyMs: 20 });
    const folder = await ownFolder();
    const first = await engineFor(service, { folder });
    first.engine.syncNow();
    await vi.waitFor(() => expect(first.engine.status.progress?.done).toBeGreaterThanOrEqual(25), { interval: 1 });
    await first.stop();
    const onDonePage = service.tickets().find(({ id, status }) => {
      return first.changed.has(id) && status !== 'New' && status !== 'In Progress';
    });
    if (!onDonePage) throw new Error('no closed ticket is on the pages that were read');
    service.changeTicket(onDonePage.id, { status: 'In Progress' });

    const second = await engineFor(service, { folder });
    second.engine.syncNow();
    await confirmed(second.engine);
    expect(second.cache.ticket(ticketIdSchema.parse(onDonePage.id))?.summary.status).toBe('In Progress');
  });

  it('loses and duplicates nothing when tickets come and go during a walk', async () => {
    const service = await ownService({ ...options, pageCap: 20, latencyMs: 20 });
    const { engine, cache } = await engineFor(service);
    engine.syncNow();
    await vi.waitFor(() => expect(listCalls(service)).toBeGreaterThanOrEqual(4), { interval: 1 });
    const [newest] = service.tickets().slice(-1);
    for (const ticket of service.tickets().slice(100, 104)) service.removeTicket(ticket.id);
    if (newest) service.removeTicket(newest.id);
    await confirmed(engine);
    expect(cachedIds(cache)).toEqual(serverIds(service));
  });

  it('finds what changed, and removes what the server no longer knows', async () => {
    const service = await ownService(options);
    const { engine, cache, changed } = await engineFor(service, { lagMs: 0 });
    await sync(engine);
    changed.clear();
    const [removed] = service.tickets().slice(50, 51);
    if (removed) service.removeTicket(removed.id);
    for (let change = 0; change < 5; change++) service.advance();
    engine.wake(); // no feed shows what was removed
    await vi.waitFor(() => expect(cachedIds(cache)).toEqual(serverIds(service)));
    expect(changed).toContain(removed?.id);
    expect(changed.size).toBeGreaterThan(1);
  });

  it('reports what a round found once, nothing of the first fill, and nothing that was done here', async () => {
    const service = await ownService(options);
    let ownId = '';
    const own: OwnChanges = {
      ...nothingOwn,
      othersChanges: (ticket, changes) => (ticket.id === ownId ? [] : changes),
    };
    const { engine, news } = await engineFor(service, { own });
    await sync(engine);
    expect(news).toEqual([]);
    const [first, second] = service.tickets().filter(({ status }) => status === 'New');
    service.changeTicket(first?.id ?? '', { status: 'Completed' });
    service.changeTicket(second?.id ?? '', { status: 'Cancelled' });
    ownId = second?.id ?? '';
    const added = service.addTicket({ title: 'Smoke in hall 2' });
    await sync(engine);
    await sync(engine);
    expect(new Set(news.map(({ id, what }) => `${id} ${what}`))).toEqual(
      new Set([`${first?.id} status`, `${added} new`]),
    );
    expect(news).toHaveLength(2);
  });

  it('reads a ticket again that changed while it was being read', async () => {
    const service = await ownService({ ...options, latencyMs: 100 });
    const { engine, cache } = await engineFor(service);
    await sync(engine);
    await vi.waitFor(() => expect(cache.wantingDetail(0, '2100')).toEqual([]));
    const id = ticketIdSchema.parse(service.tickets().find(({ status }) => status === 'New')?.id);
    service.clearRequests();
    engine.refresh(id);
    await vi.waitFor(() => expect(service.requests.some(({ path }) => path.includes(id))).toBe(true), { interval: 1 });
    service.changeTicket(id, { title: 'Changed in the meantime' });
    engine.refresh(id, true);
    engine.refresh(id);
    const reads = () => service.requests.filter(({ path }) => path.includes(id)).length;
    await vi.waitFor(() => expect(reads()).toBe(2));
    await vi.waitFor(() => expect(cache.ticket(id)?.summary.title).toBe('Changed in the meantime'));
    expect(reads()).toBe(2);
  });

  it('keeps a change made here, although a list from before it arrives afterwards', async () => {
    const service = await ownService(options);
    let isHolding = false;
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    let held = 0;
    const holdingLists: typeof fetch = async (...request) => {
      const answer = await fetch(...request);
      if (!isHolding || !new URL(answer.url).pathname.endsWith('/customer-support-tickets')) return answer;
      held += 1;
      await released;
      return answer;
    };
    const { engine, cache } = await engineFor(service, { fetch: holdingLists });
    await sync(engine);
    await vi.waitFor(() => expect(cache.wantingDetail(0, '2100')).toEqual([]));
    const id = ticketIdSchema.parse(service.tickets().find(({ status }) => status === 'New')?.id);
    const title = () => cache.ticket(id)?.summary.title;

    isHolding = true;
    const beganMs = Date.now();
    engine.wake(); // the lists are asked even where the feed is enough
    await vi.waitFor(() => expect(held).toBeGreaterThan(0), { interval: 1 });
    service.changeTicket(id, { title: 'Changed here' });
    engine.refresh(id, true);
    await vi.waitFor(() => expect(title()).toBe('Changed here'));
    release();
    await confirmed(engine, beganMs);
    await vi.waitFor(() => expect(title()).toBe('Changed here'));
  });
});
