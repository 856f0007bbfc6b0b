/* What an engine that stops waits for. */

import { describe, expect, it, vi } from 'vitest';
import { ProblemError } from '../../../electron/contract/problem.ts';
import type { SyncEngine } from '../../../electron/sync/sync-engine.ts';
import { holding, minuteMs, one, open, ownEngine, pass, runRound, settle, settledEngine } from './own-engine.ts';

/** Begins to stop an engine that has to wait for something. Returns the promise of its end. */
async function beginToStop(engine: SyncEngine): Promise<{ stopped: Promise<void> }> {
  let isStopped = false;
  const stopped = engine.stop().then(() => {
    isStopped = true;
  });
  await settle();
  expect(isStopped).toBe(false);
  return { stopped };
}

describe('an engine that stops', () => {
  it('ends the round under way without a word, and begins no other', async () => {
    const { engine, world, problems, rounds, statuses } = await settledEngine();
    const goOn = holding(world, `${open} 0`);
    await runRound(engine);
    const before = statuses.length;
    const { stopped } = await beginToStop(engine);
    await goOn(new ProblemError('no-connection'));
    await stopped;
    engine.syncNow();
    engine.wake();
    await pass(60 * minuteMs);
    expect([problems, rounds(), statuses.length, vi.getTimerCount()]).toEqual([[], 2, before, 0]);
  });

  it('waits for details and for a ticket that is being read', async () => {
    const { engine, world, problems } = ownEngine({ wanted: () => [one.id] });
    const goOn = holding(world, one.id);
    await runRound(engine);
    const { stopped } = await beginToStop(engine);
    await goOn(new ProblemError('no-connection'));
    await stopped;
    expect(problems).toEqual([]);

    const other = await settledEngine();
    const goOnReading = holding(other.world, one.id);
    other.engine.refresh(one.id);
    await settle();
    const { stopped: otherStopped } = await beginToStop(other.engine);
    await goOnReading(new ProblemError('server-error'));
    await otherStopped;
    expect(other.problems).toEqual([]);

    const last = await settledEngine();
    const goOnAtLast = holding(last.world, one.id);
    last.engine.refresh(one.id);
    await settle();
    const lastStopped = last.engine.stop();
    await goOnAtLast(new ProblemError('no-connection'));
    await lastStopped;
    expect([last.problems, last.engine.status.problem]).toEqual([[], null]);
  });

  it('waits for no timer', async () => {
    const { engine } = await settledEngine();
    expect(vi.getTimerCount()).toBe(1);
    await engine.stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});
