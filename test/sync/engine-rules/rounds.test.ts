/* When a round begins, what it announces and what follows it. */

import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { formatServerTime } from '../../../electron/contract/server-time.ts';
import { holding, minuteMs, one, open, ownEngine, pass, runRound, settle, settledEngine } from './own-engine.ts';

describe('a round', () => {
  it('is announced at once with the time that the last one took, and confirms the tickets', async () => {
    const { engine, world, statuses } = ownEngine({ roundMs: [700, 900] });
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
    const { engine, world, statuses } = ownEngine({ roundMs: [700, 900] });
    world.walked = null;
    holding(world);
    engine.syncNow();
    expect(statuses).toMatchObject([{ round: { expectedMs: 900 } }]);
  });

  it('says when one of its calls is slow', async () => {
    const { engine, world, statuses } = ownEngine({}, { slowMs: 500 });
    const goOn = holding(world);
    await runRound(engine);
    await pass(500);
    expect(statuses.at(-1)?.round?.isSlow).toBe(true);
    await goOn();
    expect(statuses.at(-1)?.round).toBeNull();
  });

  it('begins although the disk cannot be read to announce it', async () => {
    const { engine, world, rounds } = ownEngine();
    vi.spyOn(world.context.cache.progress, 'roundMs').mockImplementation(() => {
      throw new Error('disk');
    });
    await runRound(engine);
    expect(rounds()).toBe(1);
  });

  it('begins when the cache is in memory', async () => {
    const { engine, world, rounds } = ownEngine();
    let isLeft = true;
    const preload = vi.spyOn(world.context.cache, 'preloadChunk').mockImplementation(() => isLeft);
    await runRound(engine);
    while (preload.mock.calls.length < 3) await setImmediate(); // it is read in real time, with pauses
    expect(rounds()).toBe(0);
    isLeft = false;
    while (rounds() === 0) await setImmediate();
  });

  it('never overlaps with another one, which follows it once, however often it was asked for', async () => {
    const { engine, world, rounds, statuses } = ownEngine();
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
    const { engine, rounds } = await settledEngine();
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
    const { engine, world, rounds } = await settledEngine(
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
    const { engine, rounds } = ownEngine();
    engine.setHistoryDays(5);
    await settle();
    expect([rounds(), engine.expectedDetailsMs(1)]).toEqual([0, null]);
  });

  it('ends the details under way', async () => {
    const { engine, world, rounds, problems } = ownEngine({ wanted: () => [one.id] });
    const goOn = holding(world, one.id);
    await runRound(engine);
    await runRound(engine);
    expect(rounds()).toBe(1);
    await goOn();
    expect([rounds(), problems]).toEqual([2, []]);
  });

  it('finds out whether the feed is allowed', async () => {
    const { world } = await settledEngine({
      feed: { seenUpTo: '', refusedAtMs: null },
      confirmedAtMs: null,
      walked: null,
    });
    expect(world.calls.filter((call) => call.startsWith('feed')).length).toBeGreaterThan(0);
  });
});
