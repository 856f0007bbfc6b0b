/* What keeps the engine from a round: the user, quiet times, and a server that asks for a pause; and when the engine is idle. */

import { describe, expect, it, vi } from 'vitest';
import { ProblemError } from '../../../electron/contract/problem.ts';
import {
  failing,
  holding,
  minuteMs,
  one,
  open,
  ownEngine,
  pass,
  runRound,
  settle,
  settledEngine,
} from './own-engine.ts';

describe('a pause', () => {
  it('interrupts the round, which is no problem, and begins no other', async () => {
    const { engine, world, statuses, problems, rounds } = ownEngine();
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
    const { engine, rounds } = await settledEngine();
    engine.pause(true);
    engine.setQuiet(true);
    expect(vi.getTimerCount()).toBe(0);
    await pass(60 * minuteMs);
    expect(rounds()).toBe(1);
  });

  it.each(['pause', 'syncNow'] as const)('is ended by %s, which begins a round', async (how) => {
    const { engine, rounds } = await settledEngine();
    engine.pause(true);
    if (how === 'pause') engine.pause(false);
    else engine.syncNow();
    await settle();
    expect([rounds(), engine.status.isPaused]).toEqual([2, false]);
  });

  it('ends the details that are being fetched', async () => {
    const { engine, world, problems } = ownEngine({ wanted: () => [one.id] });
    const goOn = holding(world, one.id);
    await runRound(engine);
    engine.pause(true);
    await goOn(new ProblemError('no-connection'));
    expect([problems, engine.status.problem]).toEqual([[], null]);
  });
});

describe('quiet times', () => {
  it('change nothing before the first round, during one, or while one is to be repeated', async () => {
    const first = ownEngine();
    first.engine.setQuiet(true);
    expect(vi.getTimerCount()).toBe(0);

    const under = await settledEngine();
    const goOn = holding(under.world);
    await runRound(under.engine);
    const timers = vi.getTimerCount();
    under.engine.setQuiet(true);
    expect(vi.getTimerCount()).toBe(timers);
    await goOn();

    const failed = await settledEngine();
    failing(failed.world, 'no-connection');
    await runRound(failed.engine);
    failed.engine.setQuiet(true);
    await pass(2_000);
    expect(failed.problems.length).toBe(2);
  });
});

describe('a pause that the server asks for', () => {
  it('is kept whatever wakes up, and not if the user syncs', async () => {
    const { engine, world, rounds } = await settledEngine();
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
    const { engine, world, problems } = await settledEngine();
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

describe('an engine is idle', () => {
  it('between rounds, and not before the first one', async () => {
    const { engine, world } = ownEngine({ wanted: () => [one.id] });
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
    const { engine, world } = await settledEngine();
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
