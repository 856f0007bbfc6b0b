/* What is said of a round while it is under way. */

import { expect, it, vi } from 'vitest';
import { ticketIdSchema } from '../../electron/contract/ids.ts';
import { engineFor, startEngine, sync } from '../support/engine.ts';
import { ownFolder } from '../support/folder.ts';
import { ownService } from '../support/session.ts';

it('says at once that the server is asked, and what a round like the last one takes', async () => {
  const service = await ownService({ ticketCount: 60, latencyMs: 30 });
  const { engine, statuses } = await engineFor(service, { historyDays: 0 });
  expect(engine.status.round).toBeNull();
  engine.syncNow();
  expect(engine.status.round).toEqual({ isSlow: false, expectedMs: null });
  expect(statuses.at(-1)?.round).toEqual({ isSlow: false, expectedMs: null });
  await vi.waitFor(() => expect(engine.status.confirmedAtMs).not.toBeNull());
  expect(engine.status.round).toBeNull();

  const beganMs = performance.now();
  await sync(engine); // the first one that is no walk
  const tookMs = performance.now() - beganMs;
  engine.syncNow();
  const round = engine.status.round;
  expect(round?.expectedMs).toBeGreaterThan(50);
  expect(round?.expectedMs).toBeLessThanOrEqual(Math.ceil(tookMs));
});

it('knows after a restart what a round takes, and tells a walk from others', async () => {
  const service = await ownService({ ticketCount: 200, pageCap: 10, latencyMs: 20 });
  const { engine, cache, statuses } = await engineFor(service, { historyDays: 0, walkIntervalMs: 0 });
  await sync(engine);
  const walkMs = cache.progress.roundMs(true);
  expect(cache.progress.roundMs(false)).toBeNull();
  await vi.waitFor(() => expect(engine.status.round).toBeNull());
  statuses.length = 0;
  await sync(engine);
  expect(statuses[0]?.round).toEqual({ isSlow: false, expectedMs: walkMs });
});

it.each(['hang', 'drip'] as const)(
  'says when a call has been waiting for long (%s), and no more once it ended',
  async (kind) => {
    const service = await ownService({ ticketCount: 60 });
    const { engine, statuses } = await engineFor(service, { historyDays: 0, slowMs: 60, timeLimitMs: 3_000 });
    await sync(engine);
    await vi.waitFor(() => expect(engine.status.round).toBeNull());
    statuses.length = 0;
    service.set({ faults: [{ kind, match: { path: 'status=New' }, times: 1, bytesPerS: 20_000 }] });
    engine.syncNow();
    expect(engine.status.round?.isSlow).toBe(false);
    await vi.waitFor(() => expect(statuses.some(({ round }) => round?.isSlow)).toBe(true));
    await vi.waitFor(() => expect(engine.status.round?.isSlow ?? false).toBe(false));
    await vi.waitFor(() => expect(engine.status.problem?.kind ?? null).toBe(kind === 'hang' ? 'timeout' : null));
  },
);

it('says nothing of a round that the user interrupts', async () => {
  const service = await ownService();
  const { engine } = await engineFor(service);
  service.set({ faults: [{ kind: 'hang' }] });
  service.clearRequests();
  engine.syncNow();
  await vi.waitFor(() => expect(service.requests.length).toBeGreaterThan(0));
  engine.pause(true);
  expect(engine.status.round).toBeNull();
});

it('makes no second round because a ticket that the user opened is answered during the first', async () => {
  const service = await ownService({ ticketCount: 60 });
  const folder = await ownFolder();
  const before = await startEngine(service, folder, { historyDays: 0 });
  await sync(before.engine);
  await before.stop();
  const open = service.tickets().find(({ status }) => status === 'New')?.id ?? '';
  service.changeTicket(open, { title: 'Read in detail after the round' });
  service.set({ latencyMs: 10 });
  service.clearRequests();
  const { engine, cache } = await engineFor(service, { folder, historyDays: 0 });
  engine.syncNow();
  engine.refresh(ticketIdSchema.parse(service.tickets().find(({ status }) => status === 'Completed')?.id));
  await vi.waitFor(() => expect(engine.status.connection).toBe('online'));
  await vi.waitFor(() => expect(cache.wantingDetail(0, '2100')).toEqual([]));
  expect(service.requests.filter(({ path }) => path.includes('status=New'))).toHaveLength(1);
});
