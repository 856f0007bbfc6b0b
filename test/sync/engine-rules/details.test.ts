/* Tickets that the user opens, and details that the user wants now. */

import { describe, expect, it, vi } from 'vitest';
import type { TicketId } from '../../../electron/contract/ids.ts';
import { ProblemError } from '../../../electron/contract/problem.ts';
import { aTicket, ticketId } from '../../support/tickets.ts';
import { failing, holding, minuteMs, one, open, ownEngine, runRound, settle, settledEngine } from './own-engine.ts';

describe('a ticket that the user opens', () => {
  it('is read, and shows what changed', async () => {
    const { engine, world, changed } = await settledEngine();
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
    const { engine, world } = await settledEngine();
    engine.refresh(one.id);
    await settle();
    world.server = [aTicket(1, { status: open, title: 'Other' })];
    await runRound(engine);
    engine.refresh(one.id);
    await settle();
    expect(world.calls.filter((call) => call === one.id)).toHaveLength(2);
  });

  it('and has changed is read again with the next round, if it could not be read at once', async () => {
    const { engine, world } = await settledEngine();
    failing(world, 'timeout', {}, one.id);
    engine.refresh(one.id, true);
    await settle();
    world.onCall = () => undefined;
    const before = world.calls.length;
    await runRound(engine);
    expect(world.calls.slice(before).filter((call) => call === one.id)).toHaveLength(1);
    await runRound(engine);
    expect(world.calls.slice(before).filter((call) => call === one.id)).toHaveLength(1);
  });

  it('begins a round when it is answered while the server was thought to be out of reach', async () => {
    const { engine, world, rounds } = await settledEngine();
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
    const { engine, world, problems } = await settledEngine();
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
  const { engine, world } = await settledEngine();
  const goOn = holding(world, `${open} 0`);
  await runRound(engine);
  vi.spyOn(world.context.api, 'readTicket').mockRejectedValueOnce(new ProblemError('no-connection'));
  engine.refresh(one.id);
  await settle();
  expect(engine.status).toMatchObject({ connection: 'offline', round: expect.anything() });
  await goOn();
  expect(engine.status).toMatchObject({ connection: 'online', problem: null });
});

describe('details that the user wants now', () => {
  const { signal } = new AbortController();

  it('are fetched, and each answer is told', async () => {
    const { engine, world, rounds } = ownEngine({ server: [one, aTicket(2)] });
    const told: TicketId[] = [];
    await engine.fetchDetails([one.id, ticketId(2)], signal, (id) => told.push(id));
    await engine.fetchDetails([one.id], signal);
    expect([told, world.calls, rounds()]).toEqual([[one.id, ticketId(2)], [one.id, ticketId(2), one.id], 0]);
  });

  it('fail with the network, of which the status tells too', async () => {
    const { engine, world, problems } = await settledEngine();
    failing(world, 'no-connection');
    await expect(engine.fetchDetails([one.id], signal)).rejects.toMatchObject({ problem: { kind: 'no-connection' } });
    expect([problems, engine.status.connection]).toEqual([['no-connection'], 'offline']);
  });

  it('wait as long as the server asks, and only those are asked for again that are left', async () => {
    const { engine, world } = await settledEngine({ server: [one, aTicket(2)] });
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
    const { engine, world } = await settledEngine();
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
    const { engine, world, problems } = await settledEngine();
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
