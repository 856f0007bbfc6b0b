import { expect, it, onTestFinished, vi } from 'vitest';
import { formatWireTime } from '../../electron/api/wire-time.ts';
import { ticketIdSchema } from '../../electron/contract/ids.ts';
import { ProblemError } from '../../electron/contract/problem.ts';
import { defaultSort, noFilters } from '../../electron/contract/query.ts';
import type { DemoService } from '../../electron/demo/service.ts';
import type { Cache } from '../../electron/store/cache.ts';
import type { SyncEngine } from '../../electron/sync/engine.ts';
import { engineFor } from '../support/engine.ts';
import { ownFolder } from '../support/folder.ts';
import { ownService } from '../support/session.ts';

const confirmed = (engine: SyncEngine, sinceMs = 0) =>
  vi.waitFor(() => expect(engine.status.confirmedAtMs ?? -1).toBeGreaterThan(sinceMs), {
    timeout: 10_000,
    interval: 10,
  });
/** Has a round made, and waits until it confirmed the tickets. */
async function sync(engine: SyncEngine): Promise<void> {
  const beganMs = Date.now();
  engine.syncNow();
  await confirmed(engine, beganMs);
}

const cachedIds = (cache: Cache) =>
  cache
    .page({ filters: noFilters, search: '', sort: defaultSort, offset: 0, limit: 500 })
    .rows.map((row) => row.id)
    .sort();
const serverIds = (service: DemoService) =>
  service
    .tickets()
    .map((ticket) => ticket.id)
    .sort();

const listCalls = (service: DemoService) =>
  service.requests.filter(({ path }) => /customer-support-tickets\?/.test(path)).length;

it('fetches the whole list with progress, then the details of open tickets', async () => {
  const service = await ownService({ pageCap: 50 });
  const { engine, cache, statuses } = await engineFor(service);
  await sync(engine);
  expect(cachedIds(cache)).toEqual(serverIds(service));
  const progress = statuses.flatMap((status) => status.progress?.done ?? []);
  expect(progress).toEqual([...new Set(progress)].sort((one, other) => one - other));
  expect([progress[0], progress.at(-1)]).toEqual([50, 300]);
  expect(listCalls(service)).toBe(6);
  await vi.waitFor(() => expect(cache.wantingDetail(0, '2100')).toEqual([]), { timeout: 5_000 });
  const open = service.tickets().find((ticket) => ticket.status === 'New');
  expect(open && cache.ticket(ticketIdSchema.parse(open.id))?.detail?.description).toBe(open?.description.trim());
});

it('fetches the details of what changed lately, as far back as it is told', async () => {
  const service = await ownService();
  const { engine, cache } = await engineFor(service, { historyDays: 200 });
  engine.syncNow();
  const since = formatWireTime(Date.now() - 199 * 86_400_000);
  const recent = service.tickets().filter(({ updatedOn }) => updatedOn > since);
  expect(recent.length).toBeGreaterThan(10);
  const detailOf = (id: string) => cache.ticket(ticketIdSchema.parse(id))?.detail;
  await vi.waitFor(() => expect(recent.every(({ id }) => detailOf(id))).toBe(true), { timeout: 5_000 });
  const old = service.tickets().filter(({ status, updatedOn }) => status === 'Completed' && updatedOn < '2025');
  expect(old.some(({ id }) => detailOf(id))).toBe(false);
});

it('goes on where an interrupted walk stopped', async () => {
  const service = await ownService({ pageCap: 5, latencyMs: 20 });
  const folder = await ownFolder();
  const first = await engineFor(service, { folder });
  first.engine.syncNow();
  await vi.waitFor(() => expect(first.engine.status.progress?.done).toBeGreaterThanOrEqual(25), { interval: 1 });
  await first.stop();

  const second = await engineFor(service, { folder });
  const pagesDone = second.cache.walk()?.pages.length ?? 0;
  expect(pagesDone).toBeGreaterThanOrEqual(5);
  service.clearRequests();
  second.engine.syncNow();
  await confirmed(second.engine);
  // The first page is read again, to see whether it is still the same list.
  expect(listCalls(service)).toBe(60 - pagesDone + 1);
  expect(cachedIds(second.cache)).toEqual(serverIds(service));
});

it('loses and doubles nothing when tickets come and go while it walks', async () => {
  const service = await ownService({ pageCap: 20, latencyMs: 20 });
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
  const service = await ownService();
  const { engine, cache, changed } = await engineFor(service);
  await sync(engine);
  changed.clear();
  const [removed] = service.tickets().slice(50, 51);
  if (removed) service.removeTicket(removed.id);
  for (let change = 0; change < 5; change++) service.advance();
  await sync(engine);
  await vi.waitFor(() => expect(cachedIds(cache)).toEqual(serverIds(service)));
  expect(changed).toContain(removed?.id);
  expect(changed.size).toBeGreaterThan(1);
});

it('asks little when nothing changed', async () => {
  const service = await ownService({ ticketCount: 2_000 });
  const { engine, cache } = await engineFor(service);
  await sync(engine);
  await vi.waitFor(() => expect(cache.wantingDetail(0, '2100')).toEqual([]), { timeout: 5_000 });
  service.clearRequests();
  await sync(engine);
  expect(service.requests.filter(({ path }) => !path.includes('WO')).length).toBeLessThanOrEqual(4);
});

it('tells once what a round found, nothing of the first fill, and nothing that the user did here', async () => {
  const service = await ownService();
  const { engine, news } = await engineFor(service);
  await sync(engine);
  expect(news).toEqual([]);
  const [first, second] = service.tickets().filter(({ status }) => status === 'New');
  service.changeTicket(first?.id ?? '', { status: 'Completed' });
  service.changeTicket(second?.id ?? '', { status: 'Cancelled' });
  engine.expect(ticketIdSchema.parse(second?.id), 'cancel');
  const added = service.addTicket({ title: 'Smoke in hall 2' });
  await sync(engine);
  await sync(engine);
  expect(new Set(news.map(({ id, what }) => `${id} ${what}`))).toEqual(
    new Set([`${first?.id} status`, `${added} new`]),
  );
  expect(news).toHaveLength(2);
});

it('finds new tickets at whichever end of the list they stand, without a walk', async () => {
  for (const order of ['newest-first', 'oldest-first', 'last-changed-first'] as const) {
    const service = await ownService({ order });
    const { engine, cache } = await engineFor(service);
    await sync(engine);
    await vi.waitFor(() => expect(cache.wantingDetail(0, '2100')).toEqual([]), { timeout: 5_000 });
    service.clearRequests();
    const added = service.addTicket({ status: 'Completed' });
    await sync(engine);
    expect(cachedIds(cache)).toContain(added);
    expect(listCalls(service)).toBeLessThanOrEqual(order === 'oldest-first' ? 5 : 4); // the last page may hold one ticket
  }
});

it('asks less often while nobody looks, and at once when somebody does and a round is due', async () => {
  const service = await ownService({ ticketCount: 30 });
  const { engine, cache } = await engineFor(service);
  engine.setQuiet(true);
  await sync(engine);
  await vi.waitFor(() => expect(cache.wantingDetail(0, '2100')).toEqual([]), { timeout: 5_000 });
  const timers = vi.spyOn(globalThis, 'setTimeout');
  onTestFinished(() => timers.mockRestore());
  const delays = () =>
    timers.mock.calls.map(([, delayMs]) => Math.round((delayMs ?? 0) / 60_000)).filter((minutes) => minutes > 0);
  engine.setQuiet(false);
  engine.setQuiet(false);
  engine.setQuiet(true);
  expect(delays()).toEqual([2, 10]);
});

it.each<[string, (engine: SyncEngine) => void]>([
  ['continued', (engine) => engine.pause(false)],
  ['asked to sync now', (engine) => engine.syncNow()],
])('can be paused by the user until it is %s', async (_how, goOn) => {
  const service = await ownService({ pageCap: 10, latencyMs: 2 });
  const { engine, cache } = await engineFor(service);
  engine.syncNow();
  await vi.waitFor(() => expect(engine.status.progress?.done).toBeGreaterThanOrEqual(30), { interval: 1 });
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

it.each([
  ['error-json', 'trouble', 'server-error'],
  ['error-xml', 'trouble', 'server-error'],
  ['error-html', 'trouble', 'server-error'],
  ['error-empty', 'trouble', 'server-error'],
  ['rate-limited', 'trouble', 'rate-limited'],
  ['cut-off', 'trouble', 'malformed-answer'],
  ['cut-json', 'trouble', 'malformed-answer'],
  ['not-json', 'trouble', 'malformed-answer'],
  ['wrong-shape', 'trouble', 'malformed-answer'],
  ['no-permission', 'refused', 'no-permission'],
  ['account-gone', 'refused', 'account-gone'],
  ['unauthorized', 'refused', 'unauthorized'],
  ['forbidden-html', 'offline', 'gateway-refused'],
  ['proxy-407', 'offline', 'no-connection'], // Node’s fetch hides the status; Chromium’s, in the application, tells it
  ['redirect', 'offline', 'redirected'],
  ['hang', 'offline', 'timeout'],
  ['drop-before', 'offline', 'no-connection'],
] as const)('%s: says so, keeps every ticket, and recovers', async (kind, connection, problemKind) => {
  const service = await ownService();
  const { engine, cache } = await engineFor(service, { timeLimitMs: 500 });
  await sync(engine);
  service.set({ faults: [{ match: { path: '/v1/' }, kind }] });
  engine.syncNow();
  await vi.waitFor(() => expect(engine.status).toMatchObject({ connection, problem: { kind: problemKind } }), {
    timeout: 5_000,
  });
  expect(cache.count()).toBe(300);

  service.set({ faults: [] });
  await sync(engine);
  expect(engine.status).toMatchObject({ connection: 'online', problem: null });
});

it('is not kept from all else by one ticket that the server cannot give', async () => {
  const service = await ownService();
  const brokenId = service.tickets().find(({ status }) => status === 'New')?.id ?? '';
  const { engine, cache, statuses } = await engineFor(service);
  service.set({ faults: [{ kind: 'error-json', match: { path: brokenId } }] });
  await sync(engine);
  await vi.waitFor(() => expect(cache.wantingDetail(0, '2100')).toEqual([brokenId]), { timeout: 5_000 });

  // It leaves the lists of open ones, so that it would have to be asked for by itself.
  service.changeTicket(brokenId, { status: 'Completed' });
  await sync(engine);
  expect(statuses.every(({ connection, problem }) => connection !== 'trouble' && problem === null)).toBe(true);
  expect(service.requests.filter(({ path }) => path.includes(brokenId)).length).toBe(1);
});

it('is kept neither from rounds nor from details by one page that the server cannot give', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const service = await ownService({ pageCap: 50 });
  const { engine, cache } = await engineFor(service, { walkIntervalMs: 86_400_000 });
  await sync(engine);
  await vi.waitFor(() => expect(cache.wantingDetail(0, '2100')).toEqual([]), { timeout: 5_000 });

  // Only a walk asks for this page.
  service.set({ faults: [{ kind: 'error-json', match: { path: 'tickets?page=3&' } }], tokenLifetimeS: 1_000_000 });
  vi.setSystemTime(Date.now() + 25 * 3_600_000);
  const open = service.tickets().filter(({ status }) => status === 'New');
  const ids = open.slice(0, 2).map(({ id }) => ticketIdSchema.parse(id));
  for (const id of ids) {
    service.changeTicket(id, { title: `Changed ${id}` });
    service.clearRequests();
    await sync(engine);
    await vi.waitFor(() => expect(cache.wantingDetail(0, '2100')).toEqual([]), { timeout: 5_000 });
    expect(cache.ticket(id)?.summary.title).toBe(`Changed ${id}`);
    expect(engine.status).toMatchObject({ connection: 'online', problem: null, progress: null });
  }
  expect(listCalls(service)).toBeLessThanOrEqual(4); // the walk is left alone for a while

  service.set({ faults: [] });
  vi.setSystemTime(Date.now() + 16 * 60_000);
  const walkedAtMs = cache.walked()?.atMs ?? 0;
  await sync(engine);
  await vi.waitFor(() => expect(cache.walked()?.atMs).toBeGreaterThan(walkedAtMs), { timeout: 5_000 });
});

it('says that the first walk cannot be ended, and fetches choices and details all the same', async () => {
  const fault = { kind: 'error-json', match: { path: 'tickets?page=3&' } } as const;
  const service = await ownService({ pageCap: 50, faults: [fault] });
  const { engine, cache, statuses } = await engineFor(service);
  engine.syncNow();
  await vi.waitFor(() => expect(engine.status).toMatchObject({ connection: 'trouble', progress: null }));
  await vi.waitFor(() => expect(cache.sites()).toHaveLength(7), { timeout: 5_000 });
  await vi.waitFor(() => expect(cache.wantingDetail(0, '2100')).toEqual([]), { timeout: 5_000 });
  expect(cache.openTickets().length).toBeGreaterThan(0);
  expect(engine.status).toMatchObject({ problem: { kind: 'server-error' }, confirmedAtMs: null });

  service.set({ faults: [] });
  const told = statuses.length;
  await confirmed(engine); // by itself
  expect(statuses.slice(told).at(-1)).toMatchObject({ connection: 'online', problem: null });
});

it.each([100, 25])('asks for smaller pages where the server refuses more than %i', async (pageCap) => {
  const service = await ownService({ pageCap, isPageCapStrict: true });
  const { engine, cache } = await engineFor(service);
  await sync(engine);
  expect(cachedIds(cache)).toEqual(serverIds(service));
  service.clearRequests();
  await sync(engine);
  const sizes = service.requests.flatMap(({ path }) => /[?&]size=(\d+)/.exec(path)?.[1] ?? []);
  expect(Math.max(...sizes.map(Number))).toBe(pageCap);
});

it('leaves a server alone that asked for it, whatever wakes, until the user wants to know', async () => {
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

it('asks once more for a ticket that changed while it was being read', async () => {
  const service = await ownService({ latencyMs: 100 });
  const { engine, cache } = await engineFor(service);
  await sync(engine);
  await vi.waitFor(() => expect(cache.wantingDetail(0, '2100')).toEqual([]), { timeout: 10_000 });
  const id = ticketIdSchema.parse(service.tickets().find(({ status }) => status === 'New')?.id);
  service.clearRequests();
  engine.refresh(id);
  await vi.waitFor(() => expect(service.requests.some(({ path }) => path.includes(id))).toBe(true), { interval: 1 });
  service.changeTicket(id, { title: 'Changed in the meantime' });
  engine.refresh(id, true);
  engine.refresh(id);
  const reads = () => service.requests.filter(({ path }) => path.includes(id)).length;
  await vi.waitFor(() => expect(reads()).toBe(2), { timeout: 10_000 });
  await vi.waitFor(() => expect(cache.ticket(id)?.summary.title).toBe('Changed in the meantime'));
  expect(reads()).toBe(2);
});

it('shows what the user changed, although a list from before the change comes after it', async () => {
  const service = await ownService();
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
  await vi.waitFor(() => expect(cache.wantingDetail(0, '2100')).toEqual([]), { timeout: 10_000 });
  const id = ticketIdSchema.parse(service.tickets().find(({ status }) => status === 'New')?.id);
  const title = () => cache.ticket(id)?.summary.title;

  isHolding = true;
  const beganMs = Date.now();
  engine.syncNow();
  await vi.waitFor(() => expect(held).toBe(1), { interval: 1 });
  service.changeTicket(id, { title: 'Changed here' });
  engine.refresh(id, true);
  await vi.waitFor(() => expect(title()).toBe('Changed here'));
  release();
  await confirmed(engine, beganMs);
  await vi.waitFor(() => expect(title()).toBe('Changed here'));
});

it('renews the token once when the server genuinely refuses it, unseen by the user', async () => {
  const service = await ownService();
  const { engine, statuses } = await engineFor(service);
  service.set({ faults: [{ match: { path: '/v1/customer-support-tickets' }, kind: 'unauthorized', times: 1 }] });
  service.clearRequests();
  await sync(engine);
  expect(service.requests.filter((request) => request.path.includes('token')).length).toBe(1);
  expect(statuses.every((status) => status.problem === null)).toBe(true);
});

it('tells the server’s words and correlation id, and how long it asked to wait', async () => {
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

it('asks as ever after a sync that was made while this computer’s clock was ahead', async () => {
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
  await vi.waitFor(() => expect(walkedAtMs()).toBeLessThan(todayMs + 60_000), { timeout: 5_000 });
});

it('says so and tries again when the disk refuses reads too', async () => {
  const service = await ownService({ ticketCount: 30 });
  const { engine, cache, statuses } = await engineFor(service);
  await sync(engine);
  const refuse = () => {
    throw new ProblemError('disk-error');
  };
  const write = vi.spyOn(cache, 'saveListed').mockImplementation(refuse);
  const read = vi.spyOn(cache, 'count').mockImplementation(refuse);
  const told = statuses.length;
  const beganMs = Date.now();
  engine.syncNow();
  await vi.waitFor(() =>
    expect(statuses.slice(told)).toContainEqual(
      expect.objectContaining({ problem: expect.objectContaining({ kind: 'disk-error' }), ticketCount: 30 }),
    ),
  );
  write.mockRestore();
  read.mockRestore();
  await confirmed(engine, beganMs); // by itself
});

it('says that the disk is full and keeps what was there', async () => {
  const service = await ownService();
  const { engine, cache } = await engineFor(service);
  cache.limitPages(40);
  engine.syncNow();
  await vi.waitFor(
    () => expect(engine.status).toMatchObject({ connection: 'trouble', problem: { kind: 'disk-full' } }),
    { timeout: 5_000 },
  );
  expect(cache.count()).toBe(cachedIds(cache).length);
});
