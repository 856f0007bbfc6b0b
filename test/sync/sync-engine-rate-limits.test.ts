/* The engine against a server that limits requests: it pauses as long as that asks. */

import { expect, it, onTestFinished, vi } from 'vitest';
import { ticketIdSchema } from '../../electron/contract/ids.ts';
import { RoundSchedule } from '../../electron/sync/schedule.ts';
import { cachedIds, callsOf, confirmed, engineFor, listCalls, serverIds, sync } from '../support/engine.ts';
import { ownService } from '../support/session.ts';

it.each(['rate-limited', 'spike-arrest'] as const)(
  'pauses all its calls while the server limits requests (%s), and goes on by itself where it was',
  async (kind) => {
    const service = await ownService({ pageCap: 10, latencyMs: 5 });
    const { engine, cache } = await engineFor(service);
    const id = ticketIdSchema.parse(service.tickets()[0]?.id);
    service.set({ faults: [{ kind, retryAfterS: 1, times: 1, match: { path: 'tickets?page=12&' } }] });
    engine.syncNow();
    await vi.waitFor(() => expect(engine.status.problem).toMatchObject({ kind: 'rate-limited' }));
    await vi.waitFor(() => expect(cache.progress.walk()?.pages.length).toBeGreaterThan(5)); // those under way were completed
    const done = cache.progress.walk()?.pages.length ?? 0;
    service.clearRequests();
    engine.refresh(id);
    engine.wake();
    expect(engine.mayAsk).toBe(false);
    await confirmed(engine);
    expect(callsOf(service, id)).toBe(0);
    expect(listCalls(service)).toBeLessThan(30 - done + 12);
    expect(cachedIds(cache)).toEqual(serverIds(service));
  },
);

it('calls a server that asked for a pause only when the user syncs, whatever wakes up', async () => {
  const service = await ownService();
  const { engine } = await engineFor(service);
  await sync(engine);
  const [ticket] = service.tickets();
  service.set({ faults: [{ match: { path: '/v1/' }, kind: 'rate-limited', retryAfterS: 600 }] });
  engine.syncNow();
  await vi.waitFor(() => expect(engine.status.problem).toMatchObject({ kind: 'rate-limited' }));
  service.set({ faults: [] });
  service.clearRequests();
  engine.wake();
  engine.refresh(ticketIdSchema.parse(ticket?.id));
  engine.setHistoryDays(7);
  expect(service.requests).toEqual([]);
  await sync(engine);
  expect(service.requests.some(({ path }) => path.includes(ticket?.id ?? ''))).toBe(false);
});

it('pauses the round under way when a ticket that the user opened shows that the server limits requests', async () => {
  const service = await ownService({ pageCap: 5, latencyMs: 20 });
  const { engine } = await engineFor(service);
  const id = ticketIdSchema.parse(service.tickets()[200]?.id);
  service.set({ faults: [{ kind: 'rate-limited', retryAfterS: 600, times: 1, match: { path: id } }] });
  engine.syncNow();
  await vi.waitFor(() => expect(engine.status.progress?.done).toBeGreaterThanOrEqual(10), {
    interval: 1,
  });
  engine.refresh(id);
  await vi.waitFor(() => expect(engine.status.problem).toMatchObject({ kind: 'rate-limited' }));
  expect(engine.status).toMatchObject({ round: null, progress: null });
  service.clearRequests();
  engine.wake();
  engine.refresh(id);
  expect(service.requests).toEqual([]);
  await sync(engine); // the user may
});

it('counts the time of a round that the server broke, but not of the pages that a walk has read for good', async () => {
  const failed = vi.spyOn(RoundSchedule.prototype, 'failed');
  onTestFinished(() => failed.mockRestore());
  const service = await ownService({ ticketCount: 100, pageCap: 10, latencyMs: 20 });
  const { engine } = await engineFor(service, { historyDays: 0 });
  service.set({ faults: [{ kind: 'rate-limited', retryAfterS: 1, times: 1, match: { path: 'tickets?page=5&' } }] });
  engine.syncNow();
  await vi.waitFor(() => expect(failed).toHaveBeenCalledOnce());
  expect(failed.mock.lastCall?.[1]).toBeLessThan(20);
  await sync(engine);
  service.set({ faults: [{ kind: 'error-json', match: { path: 'status=' } }] });
  engine.syncNow();
  await vi.waitFor(() => expect(failed).toHaveBeenCalledTimes(2));
  expect(failed.mock.lastCall?.[1]).toBeGreaterThan(20);
});

it('reports the server’s message and correlation id, and the pause that it asked for', async () => {
  const service = await ownService({
    faults: [{ match: { path: '/v1/customer-support-tickets' }, kind: 'error-json' }],
  });
  const { engine } = await engineFor(service);
  engine.syncNow();
  await vi.waitFor(() =>
    expect(engine.status.problem).toMatchObject({
      serverMessage: expect.any(String),
      correlationId: expect.any(String),
    }),
  );
  service.set({ faults: [{ match: { path: '/v1/customer-support-tickets' }, kind: 'rate-limited', retryAfterS: 7 }] });
  engine.syncNow();
  await vi.waitFor(() => expect(engine.status.problem).toMatchObject({ kind: 'rate-limited', retryAfterMs: 7_000 }));
});
