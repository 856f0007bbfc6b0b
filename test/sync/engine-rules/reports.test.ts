/* What the engine tells of what it found, and of the server’s clock. */

import { describe, expect, it, onTestFinished } from 'vitest';
import { formatServerTime } from '../../../electron/contract/server-time.ts';
import { SyncEngine } from '../../../electron/sync/sync-engine.ts';
import { nothingOwn } from '../../support/engine.ts';
import { aTicket } from '../../support/tickets.ts';
import { failing, holding, minuteMs, one, open, ownEngine, runRound, settle, settledEngine } from './own-engine.ts';

describe('what is found', () => {
  it('is reported with the tickets that changed, and nothing where none did', async () => {
    const { engine, world, changed } = await settledEngine();
    expect(changed).toEqual([]);
    world.server = [aTicket(1, { status: open, title: 'Other' })];
    await runRound(engine);
    expect(changed).toEqual([[[one.id], false]]);
  });

  it('by a walk is reported as such, with the progress of that', async () => {
    const { statuses, changed, world, engine } = ownEngine({ cached: new Map(), walked: null, confirmedAtMs: null });
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
    const { engine, statuses } = ownEngine({ roundMs: [700, 900], totalError: 1 });
    await runRound(engine);
    const [announced, walking] = statuses;
    expect([announced?.round?.expectedMs, walking?.progress?.done, walking?.round?.expectedMs]).toEqual([700, 1, 900]);
  });

  it('by a later page of a walk leaves its time as it was announced', async () => {
    const { engine, world, statuses } = ownEngine({
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
    const { engine, world, statuses } = ownEngine({
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
    const { engine, world, changed } = await settledEngine({}, { lagMs: 0 });
    world.server = [];
    await runRound(engine);
    expect(changed).toEqual([[[one.id], false]]);
    expect(world.judge?.isOld(aTicket(1, { createdOn: '' }))).toBe(true);
  });

  it('to be kept back by the server is reported, and would be news', async () => {
    const { engine, world, changed } = await settledEngine();
    failing(world, 'not-permitted', {}, one.id);
    world.server = [];
    await runRound(engine);
    expect(changed).toEqual([[[one.id], false]]);
    expect(world.judge?.isOld(aTicket(1, { createdOn: '' }))).toBe(false);
  });

  it('of others’ doing is told once, after the round or the details that found it', async () => {
    const { engine, world, news, answered } = await settledEngine();
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
  const { engine, world, news } = await settledEngine({ isUnreadNew: true });
  world.onCall = () => world.judge?.onRecorded(one, [{ what: 'touched' }]);
  engine.refresh(one.id);
  await settle();
  expect(news).toMatchObject([[{ id: one.id, what: 'changed' }]]);
});

it('an engine whose owner does not ask for news tells none', async () => {
  const { world } = ownEngine();
  const problems: unknown[] = [];
  const quiet = new SyncEngine(world.context.api, world.context.cache, nothingOwn, {
    ...{ onSyncStatus: () => undefined, onTicketsChanged: () => undefined, onReferenceData: () => undefined },
    onProblem: (problem) => problems.push(problem),
  });
  onTestFinished(() => quiet.stop());
  world.onCall = () => world.judge?.onRecorded(one, [{ what: 'status', from: 'a', to: 'b' }]);
  quiet.syncNow();
  await settle();
  expect([quiet.status.connection, problems]).toEqual(['online', []]);
});

describe('the server’s clock', () => {
  it('is compared with this one', async () => {
    const { engine } = ownEngine();
    engine.noteServerTime(Date.now() - 60 * minuteMs);
    expect(engine.status.clockSkewMs).toBe(60 * minuteMs);
  });

  it('tells which tickets are new', async () => {
    const now = Date.UTC(2026, 0, 10);
    const late = aTicket(1, { status: open, createdOn: formatServerTime(now - 60 * minuteMs) });
    const { engine, world } = ownEngine({ cached: new Map([[late.id, late]]), server: [] });
    world.walked = { atMs: 1, surplus: 0, missing: 0 };
    engine.noteServerTime(now - 60 * minuteMs);
    await runRound(engine);
    expect(world.cached.has(late.id)).toBe(true);
  });
});
