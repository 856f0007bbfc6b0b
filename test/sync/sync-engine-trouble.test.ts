/* The engine against a server or a network that fails. */

import { expect, it, onTestFinished, vi } from 'vitest';
import { ticketIdSchema } from '../../electron/contract/ids.ts';
import { cachedIds, callsOf, confirmed, engineFor, listCalls, serverIds, sync } from '../support/engine.ts';
import { ownService } from '../support/session.ts';

it.each([
  ['error-json', 'trouble', 'server-error'],
  ['error-xml', 'trouble', 'server-error'],
  ['error-html', 'trouble', 'server-error'],
  ['error-empty', 'trouble', 'server-error'],
  ['rate-limited', 'trouble', 'rate-limited'],
  ['cut-off', 'trouble', 'malformed-answer'],
  ['cut-json', 'trouble', 'malformed-answer'],
  ['not-json', 'offline', 'captive-portal'],
  ['captive-portal', 'offline', 'captive-portal'],
  ['spike-arrest', 'trouble', 'rate-limited'],
  ['wrong-shape', 'trouble', 'malformed-answer'],
  ['no-permission', 'refused', 'no-permission'],
  ['account-gone', 'refused', 'account-gone'],
  ['unauthorized', 'refused', 'unauthorized'],
  ['forbidden-html', 'offline', 'gateway-refused'],
  ['proxy-407', 'offline', 'no-connection'], // Node’s fetch hides the status; Chromium’s, in the application, does not
  ['redirect', 'offline', 'redirected'],
  ['hang', 'offline', 'timeout'],
  ['drop-before', 'offline', 'no-connection'],
] as const)('%s: reports it, keeps every ticket, and recovers', async (kind, connection, problemKind) => {
  const service = await ownService();
  const { engine, cache } = await engineFor(service, { timeLimitMs: 500 });
  await sync(engine);
  service.set({ faults: [{ match: { path: '/v1/' }, kind }] });
  engine.syncNow();
  await vi.waitFor(() => expect(engine.status).toMatchObject({ connection, problem: { kind: problemKind } }));
  expect(cache.count()).toBe(300);

  service.set({ faults: [] });
  await sync(engine);
  expect(engine.status).toMatchObject({ connection: 'online', problem: null });
});

it('goes on without a ticket that the server cannot give', async () => {
  const service = await ownService();
  const brokenId = service.tickets().find(({ status }) => status === 'New')?.id ?? '';
  const { engine, cache, statuses } = await engineFor(service);
  service.set({ faults: [{ kind: 'error-json', match: { path: brokenId } }] });
  await sync(engine);
  await vi.waitFor(() => expect(cache.wantingDetail(0, '2100')).toEqual([brokenId]));

  // It is no longer in the lists of open tickets, so the single call would be needed.
  service.changeTicket(brokenId, { status: 'Completed' });
  await sync(engine);
  expect(statuses.every(({ connection, problem }) => connection !== 'trouble' && problem === null)).toBe(true);
  expect(service.requests.filter(({ path }) => path.includes(brokenId)).length).toBe(1);
});

it('goes on with rounds and details despite a page that the server cannot give', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const service = await ownService({ pageCap: 50 });
  const { engine, cache } = await engineFor(service, { walkIntervalMs: 86_400_000 });
  await sync(engine);
  await vi.waitFor(() => expect(cache.wantingDetail(0, '2100')).toEqual([]));

  // Only a walk reads this page.
  service.set({ faults: [{ kind: 'error-json', match: { path: 'tickets?page=3&' } }], tokenLifetimeS: 1_000_000 });
  vi.setSystemTime(Date.now() + 25 * 3_600_000);
  const open = service.tickets().filter(({ status }) => status === 'New');
  const ids = open.slice(0, 2).map(({ id }) => ticketIdSchema.parse(id));
  for (const id of ids) {
    service.changeTicket(id, { title: `Changed ${id}` });
    service.clearRequests();
    await sync(engine);
    await vi.waitFor(() => expect(cache.wantingDetail(0, '2100')).toEqual([]));
    expect(cache.ticket(id)?.summary.title).toBe(`Changed ${id}`);
    expect(engine.status).toMatchObject({ connection: 'online', problem: null, progress: null });
  }
  expect(listCalls(service)).toBeLessThanOrEqual(4); // the walk is not repeated for a while

  service.set({ faults: [] });
  vi.setSystemTime(Date.now() + 16 * 60_000);
  const walkedAtMs = cache.progress.walked()?.atMs ?? 0;
  await sync(engine);
  await vi.waitFor(() => expect(cache.progress.walked()?.atMs).toBeGreaterThan(walkedAtMs));
});

it('reports that the first walk cannot be completed, and fetches reference data and details all the same', async () => {
  const fault = { kind: 'error-json', match: { path: 'tickets?page=3&' } } as const;
  const service = await ownService({ pageCap: 50, faults: [fault] });
  const { engine, cache, statuses } = await engineFor(service);
  engine.syncNow();
  await vi.waitFor(() => expect(engine.status).toMatchObject({ connection: 'trouble', progress: null }));
  await vi.waitFor(() => expect(cache.lists.sites()).toHaveLength(7));
  await vi.waitFor(() => expect(cache.wantingDetail(0, '2100')).toEqual([]));
  expect(cache.openTickets().length).toBeGreaterThan(0);
  expect(engine.status).toMatchObject({ problem: { kind: 'server-error' }, confirmedAtMs: null });

  service.set({ faults: [] });
  const reported = statuses.length;
  await confirmed(engine); // without being asked
  expect(statuses.slice(reported).at(-1)).toMatchObject({ connection: 'online', problem: null });
});

it.each([100, 25])('soon asks for smaller pages when the server refuses more than %i rows', async (pageCap) => {
  const service = await ownService({ pageCap, isPageCapStrict: true });
  const { engine, cache } = await engineFor(service);
  await sync(engine);
  expect(cachedIds(cache)).toEqual(serverIds(service));
  await sync(engine);
  await sync(engine);
  const sizes = service.requests.flatMap(({ path }) => /[?&]size=(\d+)/.exec(path)?.[1] ?? []).map(Number);
  expect(sizes.filter((size) => size > pageCap).length).toBeLessThanOrEqual(8);
  expect(sizes).toContain(pageCap);
});

it.each(['ticket-unknown', 'not-permitted'] as const)(
  'tells once that the server does not give a ticket that is not here (%s)',
  async (kind) => {
    const service = await ownService();
    const { engine, changed } = await engineFor(service);
    const id = ticketIdSchema.parse('WO1');
    service.set({ faults: [{ kind, match: { path: id } }] });
    engine.refresh(id);
    await vi.waitFor(() => expect(changed).toContain(id));
    changed.clear();
    await vi.waitFor(() => {
      engine.refresh(id); // as the window does when it reads the ticket again
      expect(callsOf(service, id)).toBeGreaterThan(4); // so that some more were answered
    });
    expect(changed).not.toContain(id);
  },
);

it.each(['error-json', 'cut-json', 'wrong-shape'] as const)(
  'goes on with its round when a ticket that the user opened cannot be read (%s)',
  async (kind) => {
    const service = await ownService({ pageCap: 10, latencyMs: 10 });
    const { engine, statuses } = await engineFor(service);
    const id = ticketIdSchema.parse(service.tickets()[200]?.id);
    service.set({ faults: [{ kind, match: { path: id } }] });
    engine.syncNow();
    await vi.waitFor(() => expect(engine.status.progress?.done).toBeGreaterThanOrEqual(10), { interval: 1 });
    const reported = statuses.length;
    engine.refresh(id);
    await confirmed(engine);
    expect(callsOf(service, id)).toBe(1);
    const until = statuses.slice(reported, -1);
    expect(until.every(({ problem, progress }) => problem === null && progress !== null)).toBe(true);
    expect(engine.status).toMatchObject({ connection: 'online', problem: null, progress: null });
  },
);

it('renews a refused token once, without the user noticing', async () => {
  const service = await ownService();
  const { engine, statuses } = await engineFor(service);
  service.set({ faults: [{ match: { path: '/v1/customer-support-tickets' }, kind: 'unauthorized', times: 1 }] });
  service.clearRequests();
  await sync(engine);
  expect(service.requests.filter((request) => request.path.includes('token')).length).toBe(1);
  expect(statuses.every((status) => status.problem === null)).toBe(true);
});
