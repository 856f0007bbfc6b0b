/* The engine against a server, a network, a clock or a disk that fails. */

import { expect, it, onTestFinished, vi } from 'vitest';
import { ticketIdSchema } from '../../electron/contract/ids.ts';
import { ProblemError } from '../../electron/contract/problem.ts';
import type { DemoService } from '../../electron/demo/service.ts';
import { RoundSchedule } from '../../electron/sync/schedule.ts';
import { cachedIds, confirmed, engineFor, listCalls, serverIds, sync } from '../support/engine.ts';
import { ownService } from '../support/session.ts';

const callsOf = (service: DemoService, id: string) => service.requests.filter(({ path }) => path.endsWith(id)).length;

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
  const walkedAtMs = cache.walked()?.atMs ?? 0;
  await sync(engine);
  await vi.waitFor(() => expect(cache.walked()?.atMs).toBeGreaterThan(walkedAtMs));
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

it.each(['rate-limited', 'spike-arrest'] as const)(
  'pauses all its calls while the server limits requests (%s), and goes on by itself where it was',
  async (kind) => {
    const service = await ownService({ pageCap: 10, latencyMs: 5 });
    const { engine, cache } = await engineFor(service);
    const id = ticketIdSchema.parse(service.tickets()[0]?.id);
    service.set({ faults: [{ kind, retryAfterS: 1, times: 1, match: { path: 'tickets?page=12&' } }] });
    engine.syncNow();
    await vi.waitFor(() => expect(engine.status.problem).toMatchObject({ kind: 'rate-limited' }));
    await vi.waitFor(() => expect(cache.walk()?.pages.length).toBeGreaterThan(5)); // those under way were completed
    const done = cache.walk()?.pages.length ?? 0;
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

it('renews a refused token once, without the user noticing', async () => {
  const service = await ownService();
  const { engine, statuses } = await engineFor(service);
  service.set({ faults: [{ match: { path: '/v1/customer-support-tickets' }, kind: 'unauthorized', times: 1 }] });
  service.clearRequests();
  await sync(engine);
  expect(service.requests.filter((request) => request.path.includes('token')).length).toBe(1);
  expect(statuses.every((status) => status.problem === null)).toBe(true);
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
  const walkedAtMs = () => cache.walked()?.atMs ?? 0;
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
