/*
 * An engine between a server and a cache in memory: the rules by which it runs and what it reports. `sync-engine.test.ts` has it
 * sync with a server.
 */

import { setImmediate } from 'node:timers/promises';
import { expect, onTestFinished, vi } from 'vitest';
import type { TicketId } from '../../../electron/contract/ids.ts';
import type { TicketNews } from '../../../electron/contract/news.ts';
import { ProblemError, type ProblemKind } from '../../../electron/contract/problem.ts';
import { openStatuses } from '../../../electron/contract/specification.ts';
import type { SyncStatus } from '../../../electron/contract/sync-status.ts';
import type { SyncOptions } from '../../../electron/sync/sync-account.ts';
import { SyncEngine } from '../../../electron/sync/sync-engine.ts';
import { nothingOwn } from '../../support/engine.ts';
import { type SyncWorld, syncWorld } from '../../support/sync-world.ts';
import { aTicket } from '../../support/tickets.ts';

/** The status of an open ticket. */
export const [open = ''] = openStatuses;

/** The ticket that the server and the cache hold. */
export const one = aTicket(1, { status: open });

/** An engine whose server and cache hold one open ticket, and whose last walk is not long ago. */
export function ownEngine(held: Partial<SyncWorld> = {}, options: Partial<SyncOptions> = {}) {
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
  return { engine, world, statuses, changed, news, problems, answered, rounds };
}

/** An engine that has had a round. */
export async function settledEngine(held: Partial<SyncWorld> = {}, options: Partial<SyncOptions> = {}) {
  const test = ownEngine(held, options);
  await runRound(test.engine);
  expect(test.engine.status).toMatchObject({ connection: 'online', problem: null });
  return test;
}

/** The next calls wait until they are let go on; `name`: only those. */
export function holding(world: SyncWorld, name?: string) {
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

/** The next calls fail; `name`: only those. */
export const failing = (world: SyncWorld, kind: ProblemKind, details: object = {}, name?: string) => {
  world.onCall = (call) => {
    if (name === undefined || call === name) throw new ProblemError(kind, details);
  };
};

/** Begins a round, and lets everything happen that needs no time. */
export async function runRound(engine: SyncEngine): Promise<void> {
  engine.syncNow();
  await settle();
}

/** Lets what is under way go on, without any time passing. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 30; turn++) await setImmediate();
}

/** Lets time pass, and what begins then go on. */
export async function pass(ms: number): Promise<void> {
  vi.advanceTimersByTime(ms);
  await settle();
}

/** A minute in milliseconds. */
export const minuteMs = 60_000;
