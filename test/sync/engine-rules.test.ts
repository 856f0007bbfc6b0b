/* When the engine runs and what it reports, by itself; `sync-engine.test.ts` has it sync with a server. */

import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { TicketId } from '../../electron/contract/ids.ts';
import type { TicketNews } from '../../electron/contract/news.ts';
import { ProblemError, type ProblemKind } from '../../electron/contract/problem.ts';
import { formatServerTime } from '../../electron/contract/server-time.ts';
import { openStatuses } from '../../electron/contract/specification.ts';
import type { SyncStatus } from '../../electron/contract/sync-status.ts';
import type { SyncOptions } from '../../electron/sync/sync-account.ts';
import { SyncEngine } from '../../electron/sync/sync-engine.ts';
import { nothingOwn } from '../support/engine.ts';
import { type SyncWorld, syncWorld } from '../support/sync-world.ts';
import { aTicket, ticketId } from '../support/tickets.ts';

const minuteMs = 60_000;
const [open = ''] = openStatuses;
const one = aTicket(1, { status: open });

/** Lets what is under way go on, without any time passing. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 30; turn++) await setImmediate();
}

async function pass(ms: number): Promise<void> {
  vi.advanceTimersByTime(ms);
  await settle();
}

/** Begins a round, and lets everything happen that needs no time. */
async function runRound(engine: SyncEngine): Promise<void> {
  engine.syncNow();
  await settle();
}

/** An engine whose server and cache hold one open ticket, and whose last walk is not long ago. */
function own(held: Partial<SyncWorld> = {}, options: Partial<SyncOptions> = {}) {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'], now: Date.UTC(2026, 0, 10) });
  vi.spyOn(Math, 'random').mockReturnValue(0);
  const world = syncWorld({
    ...{ server: [one], cached: new Map([[one.id, one]]), confirmedAtMs: 0 },
    walked: { atMs: Date.now(), surplus: 0, missing: 0 },
    feed: { seenUpTo: '', refusedAtMs: Date.now() },
    ...held,
  });
  const statuses: SyncStatus[] = [];
  const changed: [TicketId[], boolean | undefined][] = [];
  const news: TicketNews[][] = [];
  const problems: ProblemKind[] = [];
  const answered: TicketId[] = [];
  const onCorruptCache = vi.fn();
  const engine = new SyncEngine(
    world.context.api,
    world.context.cache,
    nothingOwn,
    {
      onSyncStatus: (status) => statuses.push(status),
      onTicketsChanged: (ids, isFromWalk) => changed.push([ids, isFromWalk]),
      onNews: (found) => news.push(found),
      onAnswered: (id) => answered.push(id),
      onReferenceData: () => undefined,
      onProblem: ({ kind }) => problems.push(kind),
      onCorruptCache,
    },
    options,
  );
  onTestFinished(async () => {
    await engine.stop();
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
  /** How many rounds have begun: each asks each of the open lists once, and the details of none. */
  const rounds = () => world.calls.filter((call) => call === `${open} 0`).length;
  return { engine, world, statuses, changed, news, problems, answered, onCorruptCache, rounds };
}

/** An engine that has had a round. */
async function settled(held: Partial<SyncWorld> = {}, options: Partial<SyncOptions> = {}) {
  const test = own(held, options);
  await runRound(test.engine);
  expect(test.engine.status).toMatchObject({ connection: 'online', problem: null });
  return test;
}

/** The next calls wait until they are let go on; `name`: only those. */
function holding(world: SyncWorld, name?: string) {
  let goOn: (error?: Error) => void = () => undefined;
  const held = new Promise<void>((resolve, reject) => {
    goOn = (error) => (error ? reject(error) : resolve());
  });
  held.catch(() => undefined);
  onTestFinished(() => goOn());
  world.onCall = (call) => (name === undefined || call === name ? held : undefined);
  return (error?: Error) => {
    world.onCall = () => undefined;
    goOn(error);
    return settle();
  };
}

const failing = (world: SyncWorld, kind: ProblemKind, details: object = {}, name?: string) => {
  world.onCall = (call) => {
    if (name === undefined || call === name) throw new ProblemError(kind, details);
  };
};

describe('a round', () => {
  it('is announced at once with the time that the last one took, and confirms the tickets', async () => {
    const { engine, world, statuses } = own({ roundMs: [700, 900] });
    expect(engine.status).toMatchObject({ connection: 'connecting', round: null, ticketCount: 1, confirmedAtMs: 0 });
    await pass(5_000);
    const goOn = holding(world, `${open} 0`);
    engine.syncNow();
    expect(statuses).toMatchObject([{ round: { isSlow: false, expectedMs: 700 }, connection: 'connecting' }]);
    await settle();
    await pass(1_200);
    await goOn();
    expect(statuses).toHaveLength(2);
    expect(engine.status).toMatchObject({
      ...{ connection: 'online', problem: null, round: null, progress: null, confirmedAtMs: Date.now() },
    });
    expect(world.roundMs).toEqual([1_200, 900]);
  });

  it('is announced with the time of a walk where one is due', async () => {
    const { engine, world, statuses } = own({ roundMs: [700, 900] });
    world.walked = null;
    holding(world);
    engine.syncNow();
    expect(statuses).toMatchObject([{ round: { expectedMs: 900 } }]);
  });

  it('says when one of its calls is slow', async () => {
    const { engine, world, statuses } = own({}, { slowMs: 500 });
    const goOn = holding(world);
    await runRound(engine);
    await pass(500);
    expect(statuses.at(-1)?.round?.isSlow).toBe(true);
    await goOn();
    expect(statuses.at(-1)?.round).toBeNull();
  });

  it('begins although the disk cannot be read to announce it', async () => {
    const { engine, world, rounds } = own();
    vi.spyOn(world.context.cache, 'roundMs').mockImplementation(() => {
      throw new Error('disk');
    });
    await runRound(engine);
    expect(rounds()).toBe(1);
  });

  it('begins when the cache is in memory', async () => {
    const { engine, world, rounds } = own();
    const preload = vi.spyOn(world.context.cache, 'preloadChunk').mockReturnValueOnce(true);
    await runRound(engine);
    expect([preload.mock.calls.length, rounds()]).toEqual([1, 0]);
    while (rounds() === 0) await setImmediate();
    expect(preload).toHaveBeenCalledTimes(2);
  });

  it('never overlaps with another one, which follows it once, however often it was asked for', async () => {
    const { engine, world, rounds, statuses } = own();
    const goOn = holding(world, `${open} 0`);
    for (let time = 0; time < 3; time++) engine.syncNow();
    await settle();
    expect([rounds(), statuses.length]).toEqual([1, 1]);
    await goOn();
    expect(rounds()).toBe(2);
    await pass(minuteMs);
    expect(rounds()).toBe(2);
  });

  it('is followed by the next one after two minutes, or ten in quiet times', async () => {
    const { engine, rounds } = await settled();
    await pass(2 * minuteMs - 1);
    expect(rounds()).toBe(1);
    await pass(1);
    expect(rounds()).toBe(2);
    engine.setQuiet(true);
    await pass(10 * minuteMs - 1);
    expect(rounds()).toBe(2);
    await pass(1);
    expect(rounds()).toBe(3);
    await pass(5 * minuteMs);
    engine.setQuiet(false); // it is due
    await pass(0);
    expect(rounds()).toBe(4);
  });

  it('is followed by the details that are missing, of the history that is kept', async () => {
    const since: string[] = [];
    const { engine, world, rounds } = await settled(
      {
        wanted: (historySince) => {
          since.push(historySince);
          return [one.id];
        },
      },
      { historyDays: 3 },
    );
    expect(world.calls.filter((call) => call === one.id)).toHaveLength(1);
    expect(engine.expectedDetailsMs(1)).toBe(0);
    engine.setHistoryDays(3);
    await settle();
    expect(rounds()).toBe(1);
    engine.setHistoryDays(5);
    await settle();
    expect(rounds()).toBe(2);
    expect(since).toEqual([3, 5].map((days) => formatServerTime(Date.now() - days * 24 * 3_600_000)));
  });

  it('is not begun by another history before the first one', async () => {
    const { engine, rounds } = own();
    engine.setHistoryDays(5);
    await settle();
    expect([rounds(), engine.expectedDetailsMs(1)]).toEqual([0, null]);
  });

  it('ends the details under way', async () => {
    const { engine, world, rounds, problems } = own({ wanted: () => [one.id] });
    const goOn = holding(world, one.id);
    await runRound(engine);
    await runRound(engine);
    expect(rounds()).toBe(1);
    await goOn();
    expect([rounds(), problems]).toEqual([2, []]);
  });

  it('finds out whether the feed is allowed', async () => {
    const { world } = await settled({ feed: { seenUpTo: '', refusedAtMs: null }, confirmedAtMs: null, walked: null });
    expect(world.calls.filter((call) => call.startsWith('feed')).length).toBeGreaterThan(0);
  });
});

describe('what is found', () => {
  it('is reported with the tickets that changed, and nothing where none did', async () => {
    const { engine, world, changed } = await settled();
    expect(changed).toEqual([]);
    world.server = [aTicket(1, { status: open, title: 'Other' })];
    await runRound(engine);
    expect(changed).toEqual([[[one.id], false]]);
  });

  it('by a walk is reported as such, with the progress of that', async () => {
    const { statuses, changed, world, engine } = own({ cached: new Map(), walked: null, confirmedAtMs: null });
    world.roundMs = [null, 900];
    await runRound(engine);
    expect(changed).toEqual([[[one.id], true]]);
    const [, walking, done] = statuses;
    expect(walking).toMatchObject({
      ...{ connection: 'online', problem: null, round: { isSlow: false, expectedMs: 900 } },
      progress: { done: 1, total: 1 },
    });
    expect(done).toMatchObject({ progress: null, round: null, ticketCount: 1 });
  });

  it('by a walk that nobody expected has the time of a walk from then on', async () => {
    const { engine, statuses } = own({ roundMs: [700, 900], totalError: 1 });
    await runRound(engine);
    const [announced, walking] = statuses;
    expect([announced?.round?.expectedMs, walking?.progress?.done, walking?.round?.expectedMs]).toEqual([700, 1, 900]);
  });

  it('by a later page of a walk leaves its time as it was announced', async () => {
    const { engine, world, statuses } = own({
      ...{ cached: new Map(), walked: null, confirmedAtMs: null, pageCap: 1 },
      ...{ server: [one, aTicket(2), aTicket(3)], roundMs: [null, 900] },
    });
    const goOn = holding(world, 'list 1');
    await runRound(engine);
    world.roundMs = [null, 5];
    await goOn();
    const times = statuses.flatMap(({ progress, round }) => (progress && round ? [round.expectedMs] : []));
    expect(times.length).toBeGreaterThan(1);
    expect(new Set(times)).toEqual(new Set([900]));
  });

  it('by a walk that was interrupted is no progress any more', async () => {
    const { engine, world, statuses } = own({
      ...{ cached: new Map(), walked: null, confirmedAtMs: null, pageCap: 1, server: [one, aTicket(2)] },
    });
    const goOn = holding(world, 'list 1');
    await runRound(engine);
    expect(statuses.at(-1)?.progress?.done).toBe(1);
    engine.pause(true);
    await goOn();
    expect(world.cached.size).toBe(2);
    expect(statuses.at(-1)).toMatchObject({ isPaused: true, progress: null, round: null });
  });

  it('to be gone is reported, and is no news should it come back', async () => {
    const { engine, world, changed } = await settled({}, { lagMs: 0 });
    world.server = [];
    await runRound(engine);
    expect(changed).toEqual([[[one.id], false]]);
    expect(world.judge?.isOld(aTicket(1, { createdOn: '' }))).toBe(true);
  });

  it('to be kept back by the server is reported, and would be news', async () => {
    const { engine, world, changed } = await settled();
    failing(world, 'not-permitted', {}, one.id);
    world.server = [];
    await runRound(engine);
    expect(changed).toEqual([[[one.id], false]]);
    expect(world.judge?.isOld(aTicket(1, { createdOn: '' }))).toBe(false);
  });

  it('of others’ doing is told once, after the round or the details that found it', async () => {
    const { engine, world, news, answered } = await settled();
    const record = () => world.judge?.onRecorded(one, [{ what: 'status', from: 'a', to: 'b' }]);
    expect(news).toEqual([]);
    world.onCall = (call) => void (call === `${open} 0` && record());
    await runRound(engine);
    const told = { id: one.id, title: one.title, status: open, what: 'status' };
    expect([news, answered]).toEqual([[[told]], [one.id]]);
    world.wanted = () => [one.id];
    world.onCall = (call) => void (call === one.id && record());
    await runRound(engine);
    expect(news).toEqual([[told], [told]]);
  });
});

it('what a ticket that the user opens shows of others’ doing is told at once', async () => {
  const { engine, world, news } = await settled({ isUnreadNew: true });
  world.onCall = () => world.judge?.onRecorded(one, [{ what: 'touched' }]);
  engine.refresh(one.id);
  await settle();
  expect(news).toMatchObject([[{ id: one.id, what: 'changed' }]]);
});

it('an engine whose owner does not ask for news tells none', async () => {
  const { world } = own();
  const problems: unknown[] = [];
  const quiet = new SyncEngine(world.context.api, world.context.cache, nothingOwn, {
    ...{ onSyncStatus: () => undefined, onTicketsChanged: () => undefined, onReferenceData: () => undefined },
    ...{ onProblem: (problem) => problems.push(problem), onCorruptCache: () => undefined },
  });
  onTestFinished(() => quiet.stop());
  world.onCall = () => world.judge?.onRecorded(one, [{ what: 'status', from: 'a', to: 'b' }]);
  quiet.syncNow();
  await settle();
  expect([quiet.status.connection, problems]).toEqual(['online', []]);
});

describe('an engine is idle', () => {
  it('between rounds, and not before the first one', async () => {
    const { engine, world } = own({ wanted: () => [one.id] });
    expect(engine.isIdle).toBe(false);
    const goOn = holding(world, `${open} 0`);
    await runRound(engine);
    expect(engine.isIdle).toBe(false);
    const goOnWithDetails = holding(world, one.id);
    await goOn();
    await goOnWithDetails();
    expect(engine.isIdle).toBe(true);
    const goOnAgain = holding(world, `${open} 0`);
    await runRound(engine);
    expect(engine.isIdle).toBe(false);
    await goOnAgain();
  });

  it('not while details are fetched, in quiet times, in a pause or in trouble', async () => {
    const { engine, world } = await settled();
    expect(engine.isIdle).toBe(true);
    engine.setQuiet(true);
    expect(engine.isIdle).toBe(false);
    engine.setQuiet(false);
    expect(engine.isIdle).toBe(true);
    world.wanted = () => [one.id];
    const goOn = holding(world, one.id);
    await runRound(engine);
    expect(engine.isIdle).toBe(false);
    await goOn();
    expect(engine.isIdle).toBe(true);
    failing(world, 'server-error');
    await runRound(engine);
    expect(engine.isIdle).toBe(false);
    world.onCall = () => undefined;
    await runRound(engine);
    expect(engine.isIdle).toBe(true);
    engine.pause(true);
    expect(engine.isIdle).toBe(false);
  });
});

describe('a pause', () => {
  it('interrupts the round, which is no problem, and begins no other', async () => {
    const { engine, world, statuses, problems, rounds } = own();
    const goOn = holding(world);
    await runRound(engine);
    engine.pause(true);
    expect(statuses.at(-1)).toMatchObject({ isPaused: true, round: null, progress: null });
    await goOn(new ProblemError('no-connection'));
    engine.wake();
    engine.setQuiet(true);
    await pass(60 * minuteMs);
    expect([rounds(), problems, engine.status.problem]).toEqual([1, [], null]);
  });

  it('keeps the timer from beginning a round', async () => {
    const { engine, rounds } = await settled();
    engine.pause(true);
    engine.setQuiet(true);
    expect(vi.getTimerCount()).toBe(0);
    await pass(60 * minuteMs);
    expect(rounds()).toBe(1);
  });

  it.each(['pause', 'syncNow'] as const)('is ended by %s, which begins a round', async (how) => {
    const { engine, rounds } = await settled();
    engine.pause(true);
    if (how === 'pause') engine.pause(false);
    else engine.syncNow();
    await settle();
    expect([rounds(), engine.status.isPaused]).toEqual([2, false]);
  });

  it('ends the details that are being fetched', async () => {
    const { engine, world, problems } = own({ wanted: () => [one.id] });
    const goOn = holding(world, one.id);
    await runRound(engine);
    engine.pause(true);
    await goOn(new ProblemError('no-connection'));
    expect([problems, engine.status.problem]).toEqual([[], null]);
  });
});

describe('quiet times', () => {
  it('change nothing before the first round, during one, or while one is to be repeated', async () => {
    const first = own();
    first.engine.setQuiet(true);
    expect(vi.getTimerCount()).toBe(0);

    const under = await settled();
    const goOn = holding(under.world);
    await runRound(under.engine);
    const timers = vi.getTimerCount();
    under.engine.setQuiet(true);
    expect(vi.getTimerCount()).toBe(timers);
    await goOn();

    const failed = await settled();
    failing(failed.world, 'no-connection');
    await runRound(failed.engine);
    failed.engine.setQuiet(true);
    await pass(2_000);
    expect(failed.problems.length).toBe(2);
  });
});

describe('a round that fails', () => {
  it.each([
    ['no-connection', 'offline'],
    ['unauthorized', 'refused'],
    ['rate-limited', 'trouble'],
  ] as const)('by %s is reported as %s, and repeated after a while', async (kind, connection) => {
    const { engine, world, problems, rounds } = await settled();
    failing(world, kind);
    await runRound(engine);
    expect(engine.status).toMatchObject({ connection, problem: { kind }, round: null, progress: null });
    expect(new Set(problems)).toEqual(new Set([kind]));
    world.onCall = () => undefined;
    await pass(1_999);
    const before = rounds();
    await pass(1);
    expect(rounds()).toBe(before + 1);
    expect(engine.status).toMatchObject({ connection: 'online', problem: null });
  });

  it('is repeated later each time, and sooner again after a success', async () => {
    const { engine, world, problems } = await settled();
    failing(world, 'no-connection');
    await runRound(engine);
    await pass(2_000);
    await pass(3_999);
    const before = problems.length;
    await pass(1);
    expect(problems.length).toBeGreaterThan(before);
    world.onCall = () => undefined;
    await runRound(engine);
    failing(world, 'no-connection');
    await runRound(engine);
    const again = problems.length;
    await pass(2_000);
    expect(problems.length).toBeGreaterThan(again);
  });

  it('is repeated later if it was a burden for the server', async () => {
    const { engine, world, problems } = await settled();
    await pass(minuteMs);
    const goOn = holding(world, `${open} 0`);
    await runRound(engine);
    await pass(10_000);
    await goOn(new ProblemError('unauthorized'));
    failing(world, 'unauthorized');
    await pass(29_999);
    const before = problems.length;
    await pass(1);
    expect(problems.length).toBeGreaterThan(before);
  });

  it('by a cache that is damaged is left to the owner of that', async () => {
    const { engine, world, onCorruptCache, problems } = await settled();
    vi.spyOn(world.context.cache, 'openTickets').mockImplementation(() => {
      throw new ProblemError('cache-set-aside');
    });
    await runRound(engine);
    expect(onCorruptCache).toHaveBeenCalledOnce();
    expect([problems, engine.status.problem]).toEqual([['cache-set-aside'], null]);
  });

  it('at its first walk alone is reported, and the rest of the round is done', async () => {
    const { engine, world, problems } = own({
      ...{ cached: new Map(), walked: null, confirmedAtMs: null, pageCap: 1 },
      ...{ server: [one, aTicket(2)], wanted: () => [ticketId(2)], feed: { seenUpTo: '', refusedAtMs: null } },
    });
    failing(world, 'server-error', {}, 'list 1');
    const walks = () => world.calls.filter((call) => call === 'list 0').length;
    await runRound(engine);
    expect(engine.status).toMatchObject({
      connection: 'trouble',
      problem: { kind: 'server-error' },
      confirmedAtMs: null,
    });
    expect(problems).toContain('server-error');
    expect(world.calls).toContain('WO2');
    expect(world.roundMs).toEqual([null, null]);
    expect(world.calls.filter((call) => call.startsWith('feed'))).toEqual([]);
    await pass(2_000);
    expect(walks()).toBe(2);
    await pass(3_999);
    expect(walks()).toBe(2); // the details that were all there do not count
    await pass(1);
    expect(walks()).toBe(3);
  });

  it('because of the rate later each time, and no later where a walk gets on', async () => {
    const update = await settled();
    failing(update.world, 'rate-limited');
    await runRound(update.engine);
    await pass(2_000);
    const before = update.rounds();
    await pass(3_999);
    expect(update.rounds()).toBe(before);
    await pass(1);
    expect(update.rounds()).toBe(before + 1);

    const first = { cached: new Map(), walked: null, confirmedAtMs: null, pageCap: 1, server: [one, aTicket(2)] };
    const walk = own(first);
    failing(walk.world, 'rate-limited', {}, 'list 1');
    await runRound(walk.engine);
    for (let time = 2; time < 5; time++) {
      await pass(2_000);
      expect(walk.world.calls.filter((call) => call === 'list 0')).toHaveLength(time);
    }
  });
});

describe('a pause that the server asks for', () => {
  it('is kept whatever wakes up, and not if the user syncs', async () => {
    const { engine, world, rounds } = await settled();
    failing(world, 'rate-limited', { retryAfterMs: 10 * minuteMs });
    await runRound(engine);
    world.onCall = () => undefined;
    const before = rounds();
    expect(engine.mayAsk).toBe(false);
    engine.wake();
    engine.setHistoryDays(7);
    await settle();
    expect(rounds()).toBe(before);
    await runRound(engine);
    expect(rounds()).toBe(before + 1);
  });

  it('interrupts everything else', async () => {
    const { engine, world, problems } = await settled();
    const goOn = holding(world, `${open} 0`);
    await runRound(engine);
    const signals = vi
      .spyOn(world.context.api, 'readTicket')
      .mockRejectedValueOnce(new ProblemError('rate-limited', { retryAfterMs: minuteMs }));
    engine.refresh(one.id);
    await settle();
    expect(signals).toHaveBeenCalledOnce();
    expect(engine.status).toMatchObject({ problem: { kind: 'rate-limited' }, round: null });
    await goOn(new ProblemError('no-connection'));
    expect(problems).toEqual(['rate-limited']); // what was interrupted is no problem of its own
  });
});

describe('a ticket that the user opens', () => {
  it('is read, and shows what changed', async () => {
    const { engine, world, changed } = await settled();
    world.server = [aTicket(1, { status: open, title: 'Other' })];
    engine.refresh(one.id);
    await settle();
    expect(changed).toEqual([[[one.id], undefined]]);
    engine.refresh(one.id);
    await settle();
    expect(world.calls.filter((call) => call === one.id)).toHaveLength(1);
    engine.refresh(one.id, true);
    await settle();
    expect(world.calls.filter((call) => call === one.id)).toHaveLength(2);
  });

  it('is read again after a list showed it to be different', async () => {
    const { engine, world } = await settled();
    engine.refresh(one.id);
    await settle();
    world.server = [aTicket(1, { status: open, title: 'Other' })];
    await runRound(engine);
    engine.refresh(one.id);
    await settle();
    expect(world.calls.filter((call) => call === one.id)).toHaveLength(2);
  });

  it('begins a round when it is answered while the server was thought to be out of reach', async () => {
    const { engine, world, rounds } = await settled();
    engine.refresh(one.id);
    await settle();
    expect(rounds()).toBe(1);
    failing(world, 'no-connection');
    await runRound(engine);
    world.onCall = () => undefined;
    const before = rounds();
    engine.refresh(one.id, true);
    await settle();
    expect(rounds()).toBe(before + 1);
  });

  it('and that cannot be read says nothing of the sync, but a connection that fails does', async () => {
    const { engine, world, problems } = await settled();
    failing(world, 'server-error', {}, one.id);
    engine.refresh(one.id);
    await settle();
    expect([problems, engine.status.problem]).toEqual([['server-error'], null]);
    failing(world, 'no-connection', {}, one.id);
    engine.refresh(one.id);
    await settle();
    expect(engine.status).toMatchObject({ connection: 'offline', problem: { kind: 'no-connection' } });
  });
});

it('a round goes on while the connection fails for a ticket that the user opened', async () => {
  const { engine, world } = await settled();
  const goOn = holding(world, `${open} 0`);
  await runRound(engine);
  vi.spyOn(world.context.api, 'readTicket').mockRejectedValueOnce(new ProblemError('no-connection'));
  engine.refresh(one.id);
  await settle();
  expect(engine.status.connection).toBe('offline');
  await goOn();
  expect(engine.status).toMatchObject({ connection: 'online', problem: null });
});

describe('details that the user wants now', () => {
  const { signal } = new AbortController();

  it('are fetched, and each answer is told', async () => {
    const { engine, world, rounds } = own({ server: [one, aTicket(2)] });
    const told: TicketId[] = [];
    await engine.fetchDetails([one.id, ticketId(2)], signal, (id) => told.push(id));
    await engine.fetchDetails([one.id], signal);
    expect([told, world.calls, rounds()]).toEqual([[one.id, ticketId(2)], [one.id, ticketId(2), one.id], 0]);
  });

  it('fail with the network, of which the status tells too', async () => {
    const { engine, world, problems } = await settled();
    failing(world, 'no-connection');
    await expect(engine.fetchDetails([one.id], signal)).rejects.toMatchObject({ problem: { kind: 'no-connection' } });
    expect([problems, engine.status.connection]).toEqual([['no-connection'], 'offline']);
  });

  it('wait as long as the server asks, and only those are asked for again that are left', async () => {
    const { engine, world } = await settled({ server: [one, aTicket(2)] });
    world.calls.length = 0;
    failing(world, 'rate-limited', { retryAfterMs: minuteMs }, 'WO2');
    let isDone = false;
    const fetching = engine.fetchDetails([one.id, ticketId(2)], signal).then(() => {
      isDone = true;
    });
    await settle();
    expect([isDone, world.calls.filter((call) => call.startsWith('WO'))]).toEqual([false, ['WO1', 'WO2']]);
    world.onCall = () => undefined;
    vi.advanceTimersByTime(minuteMs);
    await fetching;
    expect(world.calls.filter((call) => call.startsWith('WO'))).toEqual(['WO1', 'WO2', 'WO2']);
  });

  it('are not asked for during a pause that the server asked for before, and can be interrupted then', async () => {
    const { engine, world } = await settled();
    failing(world, 'rate-limited', { retryAfterMs: minuteMs });
    await runRound(engine);
    world.onCall = () => undefined;
    world.calls.length = 0;
    const abort = new AbortController();
    let isDone = false;
    const fetching = engine.fetchDetails([one.id], abort.signal).then(() => {
      isDone = true;
    });
    await settle();
    expect([isDone, world.calls]).toEqual([false, []]);
    abort.abort();
    await settle();
    expect([isDone, world.calls]).toEqual([true, []]);
    await fetching;
  });

  it('are no longer wanted when they are interrupted, or the engine stops', async () => {
    const { engine, world, problems } = await settled();
    const abort = new AbortController();
    const goOn = holding(world, one.id);
    const fetching = engine.fetchDetails([one.id], abort.signal);
    await settle();
    abort.abort();
    await goOn(new ProblemError('no-connection'));
    expect(await fetching).toBeUndefined();
    expect(problems).toEqual([]);
    await engine.stop();
    world.calls.length = 0;
    await engine.fetchDetails([one.id], signal);
    expect(world.calls).toEqual([]);
  });
});

describe('details between the rounds', () => {
  it('that fail because of the connection are reported, and the next round comes soon', async () => {
    const { engine, world, rounds, problems } = own({ wanted: () => [one.id] });
    failing(world, 'no-connection', {}, one.id);
    await runRound(engine);
    expect([problems, engine.status.connection]).toEqual([['no-connection'], 'offline']);
    await pass(2_000);
    expect(rounds()).toBe(2);
    await pass(2_000);
    expect(rounds()).toBe(2); // twice as long
    await pass(2_000);
    expect(rounds()).toBe(3);
    world.onCall = () => undefined;
    await runRound(engine);
    failing(world, 'no-connection', {}, one.id);
    await runRound(engine);
    const before = rounds();
    await pass(2_000);
    expect(rounds()).toBe(before + 1); // they were all there in between
  });
});

describe('the server’s clock', () => {
  it('is compared with this one', async () => {
    const { engine } = own();
    engine.noteServerTime(Date.now() - 60 * minuteMs);
    expect(engine.status.clockSkewMs).toBe(60 * minuteMs);
  });

  it('tells which tickets are new', async () => {
    const now = Date.UTC(2026, 0, 10);
    const late = aTicket(1, { status: open, createdOn: formatServerTime(now - 60 * minuteMs) });
    const { engine, world } = own({ cached: new Map([[late.id, late]]), server: [] });
    world.walked = { atMs: 1, surplus: 0, missing: 0 };
    engine.noteServerTime(now - 60 * minuteMs);
    await runRound(engine);
    expect(world.cached.has(late.id)).toBe(true);
  });
});

describe('an engine that stops', () => {
  it('ends the round under way without a word, and begins no other', async () => {
    const { engine, world, problems, rounds, statuses } = await settled();
    const goOn = holding(world, `${open} 0`);
    await runRound(engine);
    const before = statuses.length;
    let isStopped = false;
    const stopped = engine.stop().then(() => {
      isStopped = true;
    });
    await settle();
    expect(isStopped).toBe(false);
    await goOn(new ProblemError('no-connection'));
    await stopped;
    engine.syncNow();
    engine.wake();
    await pass(60 * minuteMs);
    expect([problems, rounds(), statuses.length, vi.getTimerCount()]).toEqual([[], 2, before, 0]);
  });

  it('waits for details and for a ticket that is being read', async () => {
    const { engine, world, problems } = own({ wanted: () => [one.id] });
    const goOn = holding(world, one.id);
    await runRound(engine);
    let isStopped = false;
    const stopped = engine.stop().then(() => {
      isStopped = true;
    });
    await settle();
    expect(isStopped).toBe(false);
    await goOn(new ProblemError('no-connection'));
    await stopped;
    expect(problems).toEqual([]);

    const other = await settled();
    const goOnReading = holding(other.world, one.id);
    other.engine.refresh(one.id);
    await settle();
    let isOtherStopped = false;
    const otherStopped = other.engine.stop().then(() => {
      isOtherStopped = true;
    });
    await settle();
    expect(isOtherStopped).toBe(false);
    await goOnReading(new ProblemError('server-error'));
    await otherStopped;
    expect(other.problems).toEqual([]);

    const last = await settled();
    const goOnAtLast = holding(last.world, one.id);
    last.engine.refresh(one.id);
    await settle();
    const lastStopped = last.engine.stop();
    await goOnAtLast(new ProblemError('no-connection'));
    await lastStopped;
    expect([last.problems, last.engine.status.problem]).toEqual([[], null]);
  });

  it('waits for no timer', async () => {
    const { engine } = await settled();
    expect(vi.getTimerCount()).toBe(1);
    await engine.stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});
