/* The first sync of a server as slow as the vendor's, at a small share of its times. */

import { expect, it, vi } from 'vitest';
import type { DemoService } from '../../electron/demo/service.ts';
import { pageMs } from '../../electron/sync/page-sizes.ts';
import { cachedIds, engineFor, serverIds, sync } from '../support/engine.ts';
import { ownFolder } from '../support/folder.ts';
import { ownService } from '../support/session.ts';

const share = 0.02;
/** Three times the share, because the computer's own share of so short a call is large. */
const options = { historyDays: 0, pageMs: pageMs * share * 3 };

const sizesOf = (service: DemoService) =>
  service.requests.flatMap(
    ({ path }) => Number(/customer-support-tickets\?page=\d+&size=(\d+)$/.exec(path)?.[1] ?? 0) || [],
  );

/** A network that counts the list calls that are under way at the same time. */
function counting() {
  const calls = { underWay: 0, most: 0 };
  const network: typeof fetch = async (...request) => {
    const isList = /tickets\?/.test(request[0] instanceof Request ? request[0].url : String(request[0]));
    calls.underWay += Number(isList);
    calls.most = Math.max(calls.most, calls.underWay);
    const answer = await fetch(...request);
    await answer.clone().arrayBuffer();
    calls.underWay -= Number(isList);
    return answer;
  };
  return { calls, network };
}

it('shows the newest 25 as soon as the server can give them, then reads larger pages, six at once', async () => {
  const service = await ownService({ ticketCount: 500, pageCap: 1_000, observedSpeed: share });
  const { calls, network } = counting();
  const { engine, cache, statuses } = await engineFor(service, { ...options, fetch: network });
  service.clearRequests();
  engine.syncNow();
  await vi.waitFor(() => expect(engine.status.confirmedAtMs).not.toBeNull(), { timeout: 5_000 });
  const sizes = sizesOf(service);
  expect(sizes[0]).toBe(25);
  expect(statuses.find(({ progress }) => progress)).toMatchObject({ ticketCount: 25, progress: { done: 25 } });
  expect(Math.max(...sizes)).toBeGreaterThanOrEqual(50);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(800);
  expect(calls.most).toBeLessThanOrEqual(6);
  expect(cachedIds(cache)).toEqual(serverIds(service));

  const left = statuses.flatMap(({ progress }) => progress?.leftMs ?? []);
  expect(left.length).toBeGreaterThan(3);
  expect(left.at(-1)).toBeLessThan(left[0] ?? 0);
});

it('gives a quick server large pages at once, and more than six calls', async () => {
  const service = await ownService({ ticketCount: 3_000, pageCap: 100, latencyMs: 15 });
  const { calls, network } = counting();
  const { engine, cache } = await engineFor(service, { historyDays: 0, fetch: network });
  service.clearRequests();
  await sync(engine);
  expect(cache.count()).toBe(3_000);
  const sizes = sizesOf(service);
  expect(sizes.filter((size) => size === 100).length).toBeGreaterThan(20);
  expect(sizes.length).toBeLessThanOrEqual(3_000 / 100 + 12);
  expect(calls.most).toBeGreaterThan(6);
});

it('gets on although the server becomes too slow for its pages, and never hits the time limit with the same page again', async () => {
  const service = await ownService({ ticketCount: 400, pageCap: 1_000, observedSpeed: share / 4 });
  const folder = await ownFolder();
  const { engine, cache, stop } = await engineFor(service, { ...options, folder, timeLimitMs: 30_000 * share });
  engine.syncNow();
  await vi.waitFor(() => expect(cache.count()).toBeGreaterThanOrEqual(100), { interval: 1 });
  service.set({ observedSpeed: share * 4 }); // a page of 200 takes 1,088 ms now, and the time limit is 600 ms
  await vi.waitFor(() => expect(engine.status.confirmedAtMs).not.toBeNull(), { timeout: 15_000 });
  expect(cachedIds(cache)).toEqual(serverIds(service));
  await stop();
}, 20_000);

it('reads 1,500 open tickets with few calls, several at once', async () => {
  const service = await ownService({ ticketCount: 1_600, pageCap: 1_000 });
  for (const { id } of service.tickets().slice(0, 1_500)) service.changeTicket(id, { status: 'In Progress' });
  service.set({ observedSpeed: share });
  const { calls, network } = counting();
  const { engine } = await engineFor(service, { ...options, fetch: network });
  await sync(engine);
  await vi.waitFor(() => expect(engine.status.round).toBeNull());
  service.clearRequests();
  calls.most = 0;
  await sync(engine);
  const lists = service.requests.filter(({ path }) => /tickets\?/.test(path)).length;
  expect(lists).toBeLessThanOrEqual(40);
  expect(calls.most).toBeGreaterThan(2);
  expect(calls.most).toBeLessThanOrEqual(8);
});
