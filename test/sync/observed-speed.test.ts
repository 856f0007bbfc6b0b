/* The first sync of a server as slow as the vendor's, at a small share of its times. */

import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import type { DemoService } from '../../electron/demo/service.ts';
import { pageMs } from '../../electron/sync/page-sizes.ts';
import { cachedIds, engineFor, serverIds, sync } from '../support/engine.ts';
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
  await vi.waitFor(() => expect(engine.status.confirmedAtMs).not.toBeNull());
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
  expect(sizes.filter((size) => size > 100)).toHaveLength(1);
  expect(sizes.length).toBeLessThanOrEqual(3_000 / 100 + 12);
  expect(calls.most).toBeGreaterThan(6);
});

it('goes on in small pages when the server becomes so slow that none of the usual size arrives in time', async () => {
  const service = await ownService({ ticketCount: 60, pageCap: 1_000 });
  let isSlow = false; // from the second page on
  const slowing: typeof fetch = async (...request) => {
    const answer = await fetch(...request);
    const size = Number(/tickets\?page=\d+&size=(\d+)$/.exec(answer.url)?.[1] ?? 0);
    if (isSlow) await wait(size * 60); // 25 take 1.5 s, 5 take 0.3 s
    if (size > 0) isSlow = true;
    return answer;
  };
  const { engine, cache } = await engineFor(service, {
    historyDays: 0,
    pageMs: 240,
    timeLimitMs: 900, // for the first page as well, on any computer
    fetch: slowing,
  });
  service.clearRequests();
  engine.syncNow();
  await vi.waitFor(() => expect(engine.status.problem?.kind).toBe('timeout'));
  service.clearRequests();
  engine.syncNow();
  await vi.waitFor(() => expect(engine.status.confirmedAtMs).not.toBeNull());
  expect(cachedIds(cache)).toEqual(serverIds(service));
  const sizes = sizesOf(service);
  expect(sizes[0]).toBe(5);
  expect(Math.max(...sizes)).toBeLessThan(25);
  const offsets = service.requests.flatMap(({ path }) => {
    const [, page, size] = /tickets\?page=(\d+)&size=(\d+)$/.exec(path) ?? [];
    return page && size ? Number(page) * Number(size) : [];
  });
  // The 25 that arrived before are not read again, but for the first ones, which show what is new.
  expect(offsets.filter((offset) => offset > 0 && offset < 25)).toEqual([]);
});

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

it('reads the lists of open tickets with no more than six calls at once together', async () => {
  const service = await ownService({ ticketCount: 60, pageCap: 5, latencyMs: 20 });
  for (let number = 0; number < 60; number++) service.addTicket({ status: number % 2 ? 'New' : 'In Progress' });
  const { calls, network } = counting();
  const { engine } = await engineFor(service, { historyDays: 0, pageMs: 40, fetch: network });
  await sync(engine);
  calls.most = 0;
  await sync(engine);
  expect(service.requests.filter(({ path }) => path.includes('status=')).length).toBeGreaterThan(12);
  expect(calls.most).toBeLessThanOrEqual(6);
});
