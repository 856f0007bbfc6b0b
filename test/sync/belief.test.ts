/* A server whose list disagrees with itself, for ever or for a moment: what the engine believes, and what that costs. */

import { describe, expect, it, vi } from 'vitest';
import { ticketIdSchema } from '../../electron/contract/ids.ts';
import type { DemoOptions } from '../../electron/demo/options.ts';
import type { DemoService } from '../../electron/demo/service.ts';
import { cachedIds, engineFor, listCalls, serverIds, sync } from '../support/engine.ts';
import { ownService } from '../support/session.ts';

type Body = { content: { id: string }[] | null; pageable: Record<string, unknown> & { number: number } };

/** A network that changes the pages of the whole list on their way. */
function rewriting(rewrite: (body: Body) => Body): typeof fetch {
  return async (...request) => {
    const answer = await fetch(...request);
    if (!/customer-support-tickets\?page=\d+&size=\d+$/.test(answer.url) || answer.status !== 200) return answer;
    const body = rewrite((await answer.json()) as Body);
    return new Response(JSON.stringify(body), { status: 200, headers: answer.headers });
  };
}

/** A total that is wrong by a constant. */
const offBy = (difference: number) =>
  rewriting(({ content, pageable }) => ({
    content,
    pageable: { ...pageable, totalElements: Math.max(0, Number(pageable.totalElements) + difference) },
  }));

const withoutTotals = rewriting(({ content, pageable: { number, size, last } }) => ({
  content,
  pageable: { number, size, last },
}));

/** Behind the end, the last page again. */
const clamped: typeof fetch = async (...request) => {
  const answer = await fetch(...request);
  const { content, pageable } = (await answer.clone().json()) as Partial<Body>;
  if (content?.length !== 0 || !pageable?.number) return answer;
  const last = Number(pageable.totalElements) / Number(pageable.size) - 1;
  const [input, init] = request;
  const { url, headers } = new Request(input, init);
  return await fetch(url.replace(/page=\d+/, `page=${last}`), { headers });
};

/** Each page with a total of its own, which is not the list's. */
const wavering = rewriting(({ content, pageable }) => ({
  content,
  pageable: { ...pageable, totalElements: 40 + pageable.number },
}));

const walkCalls = (service: DemoService) =>
  service.requests.filter(({ path }) => /tickets\?page=[1-9]\d*&size=\d+$/.test(path)).length;

const cases: [string, Partial<DemoOptions>, typeof fetch | undefined][] = [
  ['counts a row twice that its total does not', { doubledRows: 1 }, undefined],
  ['has rows twice and a total too low', { doubledRows: 3 }, offBy(-5)],
  ['has a total that is too high', {}, offBy(13)],
  ['has a total that is too low', {}, offBy(-13)],
  ['has a total of 0', {}, offBy(-10_000)],
  ['gives no totals', {}, withoutTotals],
  ['gives neither totals nor `last`', { lastFlag: 'missing' }, withoutTotals],
  ['gives no totals, and `last` a page too early', { lastFlag: 'early' }, withoutTotals],
  ['has another total on each page', {}, wavering],
  ['gives no `last`', { lastFlag: 'missing' }, undefined],
  ['says `last` a page too early', { lastFlag: 'early' }, undefined],
  ['ends with an empty page as null', { emptyListForm: 'null' }, offBy(25)],
  ['ends with an empty page without a body', { emptyListForm: 'no-content' }, offBy(25)],
];

describe.each(cases)('a list that %s', (_name, options, network) => {
  it('is believed after at most two walks, and then costs no more than usual, and its news flows', async () => {
    const service = await ownService({ ticketCount: 113, pageCap: 25, ...options });
    const { engine, cache, news } = await engineFor(service, {
      ...(network && { fetch: network }),
      historyDays: 0,
      lagMs: 0,
    });
    await sync(engine);
    expect(cachedIds(cache)).toEqual(serverIds(service));
    expect(walkCalls(service)).toBeLessThanOrEqual(2 * 8); // five pages, and a few that ask for more than the server grants
    await sync(engine);

    service.clearRequests();
    await sync(engine);
    expect(listCalls(service)).toBeLessThanOrEqual(6);
    expect(news).toEqual([]);

    const added = service.addTicket({ title: 'Smoke in hall 2' });
    service.clearRequests();
    await sync(engine);
    expect(news.map(({ id }) => id)).toEqual([added]);
    expect(cachedIds(cache)).toEqual(serverIds(service));
    expect(listCalls(service)).toBeLessThanOrEqual(6);
  });
});

it('finds what really moved in a list that is believed although it disagrees', async () => {
  const service = await ownService({ ticketCount: 113, pageCap: 25 });
  const { engine, cache } = await engineFor(service, { fetch: offBy(7), historyDays: 0, lagMs: 0 });
  await sync(engine);
  expect(cache.progress.walked()).toMatchObject({ surplus: -7, missing: 7 });
  const gone = service.tickets().find(({ status }) => status === 'Completed')?.id ?? '';
  service.removeTicket(gone);
  await sync(engine);
  expect(cachedIds(cache)).toEqual(serverIds(service));
  expect(cache.ticket(ticketIdSchema.parse(gone))).toBeNull();
});

it('does not believe what three walks found differently, although it holds as many tickets as the list', async () => {
  const service = await ownService({ ticketCount: 113, pageCap: 25 });
  let moved: number | null = null;
  const moving = rewriting(({ content, pageable }) => {
    if (moved === null || pageable.number !== 2 || !content) return { content, pageable };
    moved += 1;
    return { content: content.map((row, at) => (at === moved ? (content[at - 1] ?? row) : row)), pageable };
  });
  const { engine, cache } = await engineFor(service, { fetch: moving, historyDays: 0, lagMs: 0, walkIntervalMs: 0 });
  await sync(engine);
  moved = 0;
  const walkedAtMs = cache.progress.walked()?.atMs ?? 0;
  await sync(engine);
  await vi.waitFor(() => expect(cache.progress.walked()?.atMs).toBeGreaterThan(walkedAtMs));
  expect(moved).toBe(3);
  expect(cache.progress.walked()).toMatchObject({ surplus: 0, missing: 0 });
  expect(cachedIds(cache)).toEqual(serverIds(service));
});

it('does not walk again because tickets were created during a walk', async () => {
  const service = await ownService({ ticketCount: 200, pageCap: 25 });
  const { engine, cache } = await engineFor(service, { historyDays: 0 });
  let requests = 0;
  service.set({
    onRequest: ({ path }) => {
      if (!/tickets\?page=/.test(path)) return;
      requests += 1;
      if (requests === 5 || requests === 7) service.addTicket({ title: `New ${requests}` });
    },
  });
  await sync(engine);
  expect(cachedIds(cache)).toEqual(serverIds(service));
  expect(listCalls(service)).toBeLessThanOrEqual(16); // eight pages, the end, the newest, and a few of a size that is not granted
});

it('asks for no page before the first where a list without totals begins with the oldest', async () => {
  const service = await ownService({ ticketCount: 60, order: 'oldest-first' });
  const { engine, statuses } = await engineFor(service, { historyDays: 0, fetch: offBy(-10_000) });
  await sync(engine);
  await sync(engine);
  expect(service.requests.filter(({ path }) => path.includes('page=-'))).toEqual([]);
  expect(statuses.every(({ problem }) => problem === null)).toBe(true);
});

it('ends where the server gives its last page again', async () => {
  const service = await ownService({ ticketCount: 40, pageCap: 5 });
  while (service.tickets().length % 5 > 0) service.addTicket({});
  const { engine, cache } = await engineFor(service, { historyDays: 0, fetch: clamped });
  await sync(engine);
  expect(cachedIds(cache)).toEqual(serverIds(service));
  expect(walkCalls(service)).toBeLessThan(12);
});
