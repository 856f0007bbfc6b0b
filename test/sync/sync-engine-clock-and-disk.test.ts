/* The engine on a computer whose clock is wrong, or whose disk refuses. */

import { expect, it, onTestFinished, vi } from 'vitest';
import { ProblemError } from '../../electron/contract/problem.ts';
import { cachedIds, confirmed, engineFor, sync } from '../support/engine.ts';
import { ownService } from '../support/session.ts';

it('notices a clock that is an hour off, and syncs all the same', async () => {
  const service = await ownService({ clockOffsetMs: -3_600_000 });
  const { engine } = await engineFor(service);
  await sync(engine);
  expect(Math.round((engine.status.clockSkewMs ?? 0) / 60_000)).toBe(60);
  service.set({ clockOffsetMs: 0 });
  engine.syncNow();
  await vi.waitFor(() => expect(engine.status.clockSkewMs).toBeNull());
});

it('syncs as usual after a sync that was made while this computer’s clock was ahead', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const service = await ownService({ ticketCount: 30 });
  const { engine, cache } = await engineFor(service);
  const todayMs = Date.now();
  vi.setSystemTime(todayMs + 300 * 86_400_000);
  await sync(engine);
  const walkedAtMs = () => cache.progress.walked()?.atMs ?? 0;
  expect(walkedAtMs()).toBeGreaterThan(todayMs + 86_400_000);

  vi.setSystemTime(todayMs);
  engine.syncNow();
  await vi.waitFor(() => expect(walkedAtMs()).toBeLessThan(todayMs + 60_000));
});

it('reports it and tries again when the disk refuses reads too', async () => {
  const service = await ownService({ ticketCount: 30 });
  const { engine, cache, statuses } = await engineFor(service);
  await sync(engine);
  const refuse = () => {
    throw new ProblemError('disk-error');
  };
  const write = vi.spyOn(cache, 'saveListed').mockImplementation(refuse);
  const read = vi.spyOn(cache, 'count').mockImplementation(refuse);
  const reported = statuses.length;
  const beganMs = Date.now();
  engine.syncNow();
  await vi.waitFor(() =>
    expect(statuses.slice(reported)).toContainEqual(
      expect.objectContaining({ problem: expect.objectContaining({ kind: 'disk-error' }), ticketCount: 30 }),
    ),
  );
  write.mockRestore();
  read.mockRestore();
  await confirmed(engine, beganMs); // without being asked
});

it('reports that the disk is full and keeps what is there', async () => {
  const service = await ownService();
  const { engine, cache } = await engineFor(service, { maxPages: 40 });
  engine.syncNow();
  await vi.waitFor(
    () => expect(engine.status).toMatchObject({ connection: 'trouble', problem: { kind: 'disk-full' } }),
    { timeout: 5_000 },
  );
  expect(cache.count()).toBe(cachedIds(cache).length);
});
