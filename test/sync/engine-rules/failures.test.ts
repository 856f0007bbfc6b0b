/* What is reported of a round or of details that fail, and when they are tried again. */

import { describe, expect, it, vi } from 'vitest';
import { ProblemError } from '../../../electron/contract/problem.ts';
import { aTicket, ticketId } from '../../support/tickets.ts';
import { failing, holding, minuteMs, one, open, ownEngine, pass, runRound, settledEngine } from './own-engine.ts';

describe('a round that fails', () => {
  it.each([
    ['no-connection', 'offline'],
    ['unauthorized', 'refused'],
    ['rate-limited', 'trouble'],
  ] as const)('by %s is reported as %s, and repeated after a while', async (kind, connection) => {
    const { engine, world, problems, rounds } = await settledEngine();
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
    const { engine, world, problems } = await settledEngine();
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
    const { engine, world, problems } = await settledEngine();
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
    const { engine, world, problems } = await settledEngine();
    vi.spyOn(world.context.cache, 'openTickets').mockImplementation(() => {
      throw new ProblemError('cache-set-aside');
    });
    await runRound(engine);
    expect([problems, engine.status.problem]).toEqual([['cache-set-aside'], null]);
  });

  it('at its first walk alone is reported, and the rest of the round is done', async () => {
    const { engine, world, problems } = ownEngine({
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
    const update = await settledEngine();
    failing(update.world, 'rate-limited');
    await runRound(update.engine);
    await pass(2_000);
    const before = update.rounds();
    await pass(3_999);
    expect(update.rounds()).toBe(before);
    await pass(1);
    expect(update.rounds()).toBe(before + 1);

    const first = { cached: new Map(), walked: null, confirmedAtMs: null, pageCap: 1, server: [one, aTicket(2)] };
    const walk = ownEngine(first);
    failing(walk.world, 'rate-limited', {}, 'list 1');
    await runRound(walk.engine);
    for (let time = 2; time < 5; time++) {
      await pass(2_000);
      expect(walk.world.calls.filter((call) => call === 'list 0')).toHaveLength(time);
    }
  });
});

describe('details between the rounds', () => {
  it('that fail because of the connection are reported, and the next round comes soon', async () => {
    const { engine, world, rounds, problems } = ownEngine({ wanted: () => [one.id] });
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
