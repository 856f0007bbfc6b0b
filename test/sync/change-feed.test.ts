/* Rounds where the server allows the feed of changes, and where it does not. */

import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { ticketIdSchema } from '../../electron/contract/ids.ts';
import type { DemoOptions } from '../../electron/demo/options.ts';
import type { DemoService } from '../../electron/demo/service.ts';
import { cachedIds, engineFor, serverIds, sync } from '../support/engine.ts';
import { ownService } from '../support/session.ts';

const calls = (service: DemoService) => service.requests.map(({ path }) => path.replace(/\?.*/, ''));
const feedCalls = (service: DemoService) => calls(service).filter((path) => path === '/v1/service-tickets').length;
const list = '/v1/customer-support-tickets';

/** An engine whose first sync and details are over, and whose open lists were asked. */
async function settled(options: Partial<DemoOptions> = {}) {
  const service = await ownService({ ticketCount: 200, hasFeed: true, ...options });
  const own = await engineFor(service, { historyDays: 0 });
  await sync(own.engine);
  await vi.waitFor(() => expect(own.cache.wantingDetail(0, '2100')).toEqual([]));
  await sync(own.engine);
  await sync(own.engine); // reads what changed within the last seconds before
  service.clearRequests();
  return { service, ...own };
}

it('makes one call when nothing changed', async () => {
  const { service, engine, statuses } = await settled();
  statuses.length = 0;
  await sync(engine);
  expect(calls(service)).toEqual(['/v1/service-tickets']);
  expect(statuses.at(-1)).toMatchObject({ connection: 'online', problem: null });
});

it('finds what changed, closed tickets and comments among it, and reads only that', async () => {
  const { service, engine, cache, news } = await settled();
  const closed = service.tickets().find(({ status }) => status === 'Completed')?.id ?? '';
  const open = service.tickets().find(({ status }) => status === 'New')?.id ?? '';
  service.changeTicket(closed, { title: 'Edited after it was closed' });
  service.changeTicket(open, { status: 'Cancelled' });
  const added = service.addTicket({ title: 'Smoke in hall 2' });
  await sync(engine);
  expect(calls(service).toSorted()).toEqual(
    ['/v1/service-tickets', `${list}/${closed}`, `${list}/${open}`, `${list}/${added}`].toSorted(),
  );
  expect(cache.ticket(ticketIdSchema.parse(closed))?.summary.title).toBe('Edited after it was closed');
  expect(new Set(news.map(({ id, what }) => `${id} ${what}`))).toEqual(
    new Set([`${closed} changed`, `${open} status`, `${added} new`]),
  );
});

it('reads on behind pages that are short or empty, until something known comes', async () => {
  const { service, engine, cache } = await settled({ ticketCount: 100 });
  const ids = service.tickets().map(({ id }) => id);
  for (const id of ids.slice(0, 60)) service.changeTicket(id, { title: `Changed ${id}` });
  await sync(engine);
  expect(feedCalls(service)).toBeGreaterThanOrEqual(3);
  for (const id of ids.slice(0, 60)) {
    expect(cache.ticket(ticketIdSchema.parse(id))?.summary.title).toBe(`Changed ${id}`);
  }
});

it('asks the open lists every half hour, and after waking', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const { service, engine, cache } = await settled({ tokenLifetimeS: 1_000_000 });
  const isAsked = () => calls(service).includes(list);
  vi.setSystemTime(Date.now() + 31 * 60_000);
  const beganMs = Date.now() - 1;
  await sync(engine);
  expect(isAsked()).toBe(true);
  service.clearRequests();
  await sync(engine);
  expect(isAsked()).toBe(false);
  const removed = service.tickets().find(({ status }) => status === 'New')?.id ?? '';
  service.removeTicket(removed); // no feed shows that
  vi.setSystemTime(Date.now() + 6 * 60_000);
  engine.wake();
  await vi.waitFor(() => expect(isAsked()).toBe(true));
  await vi.waitFor(() => expect(cachedIds(cache)).toEqual(serverIds(service)));
  expect(engine.status.confirmedAtMs).toBeGreaterThan(beganMs);
});

it('asks again for a ticket that the feed shows before the single call does', async () => {
  const { service, engine, cache } = await settled();
  const added = service.addTicket({ title: 'Smoke in hall 2' });
  service.set({ faults: [{ kind: 'ticket-unknown', match: { path: added } }] });
  await sync(engine);
  expect(cache.ticket(ticketIdSchema.parse(added))).toBeNull();
  service.set({ faults: [] });
  await sync(engine);
  expect(cache.ticket(ticketIdSchema.parse(added))?.summary.title).toBe('Smoke in hall 2');
});

it('removes no ticket because the single call does not give what the feed shows: only the lists tell that', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const { service, engine, cache } = await settled({ tokenLifetimeS: 1_000_000 });
  const shown = ticketIdSchema.parse(service.tickets().find(({ status }) => status === 'New')?.id);
  vi.setSystemTime(Date.now() + 10 * 60_000); // what the lists showed is old by now
  service.changeTicket(shown, { title: 'Smoke in hall 2' });
  service.set({ faults: [{ kind: 'ticket-unknown', match: { path: shown } }] });
  await sync(engine);
  expect(cache.ticket(shown)).toMatchObject({ isGone: true });
  service.set({ faults: [] });
  await sync(engine);
  expect(cache.ticket(shown)).toMatchObject({ isGone: false, summary: { title: 'Smoke in hall 2' } });
});

it('reads a ticket later whose single call failed', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const { service, engine, cache } = await settled({ tokenLifetimeS: 1_000_000 });
  const closed = service.tickets().find(({ status }) => status === 'Completed')?.id ?? '';
  service.changeTicket(closed, { title: 'Edited after it was closed' });
  vi.setSystemTime(Date.now() + 10_000); // the feed need not read this second again
  service.set({ faults: [{ kind: 'error-json', match: { path: closed }, times: 1 }] });
  await sync(engine);
  vi.setSystemTime(Date.now() + 16 * 60_000);
  await sync(engine);
  expect(cache.ticket(ticketIdSchema.parse(closed))?.summary.title).toBe('Edited after it was closed');
});

it('is not given up because of a sign-in that was refused', async () => {
  const { service, engine, cache } = await settled();
  service.set({ faults: [{ kind: 'unauthorized' }] });
  engine.syncNow();
  await vi.waitFor(() => expect(engine.status.connection).toBe('refused'));
  expect(cache.progress.feed().refusedAtMs).toBeNull();
  service.set({ faults: [] });
  await sync(engine);
  expect(feedCalls(service)).toBeGreaterThan(0);
});

describe.each([
  ['not known', {}],
  ['not permitted', { faults: [{ kind: 'not-permitted', match: { path: '/v1/service-tickets' } }] }],
  ['forbidden', { faults: [{ kind: 'forbidden-html', match: { path: '/v1/service-tickets' } }] }],
  ['broken', { faults: [{ kind: 'error-xml', match: { path: '/v1/service-tickets' } }] }],
] as const)('a feed that is %s', (_case, options) => {
  it('is asked once, and silently done without', async () => {
    const { service, engine, statuses } = await settled({ hasFeed: false, ...options });
    const before = service.addTicket({ status: 'New' });
    await sync(engine);
    expect(feedCalls(service)).toBe(0);
    expect(calls(service)).toContain(list);
    expect(statuses.every(({ problem }) => problem === null)).toBe(true);
    expect(serverIds(service)).toContain(before);
  });
});
