/*
 * Property test of the sync engine against the demo service over HTTP, while tickets come, change and go between its
 * requests, whatever the server's dialect. After an undisturbed round the cache holds what the design promises; after a walk
 * it holds what the server holds.
 */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { ticketIdSchema } from '../../electron/contract/ids.ts';
import { noFilters } from '../../electron/contract/query.ts';
import { openStatuses } from '../../electron/contract/specification.ts';
import { type TicketSummary, ticketSummarySchema } from '../../electron/contract/ticket.ts';
import { type DemoService, startDemoService } from '../../electron/demo/service.ts';
import type { Cache } from '../../electron/store/cache.ts';
import { type OwnEngine, startEngine } from '../support/engine.ts';
import { inTime } from '../support/time-limit.ts';

const whats = ['create', 'create closed', 'change', 'close', 'reopen', 'delete', 'edit closed'] as const;
const change = fc.record({ what: fc.constantFrom(...whats), pick: fc.nat(10_000) });
type Change = { what: (typeof whats)[number]; pick: number };

const step = fc.record({
  between: fc.array(change, { maxLength: 6 }),
  /** Changes on the server just before the request with this number in the round. */
  during: fc.array(fc.record({ atRequest: fc.nat(12), change }), { maxLength: 3 }),
  fault: fc.option(fc.constantFrom('error-json', 'rate-limited', 'drop-after', 'cut-off', 'unauthorized'), { freq: 5 }),
  /** Only a walk makes the second call. */
  faultPath: fc.constantFrom('tickets?', 'tickets?page=1&'),
  isRestarted: fc.boolean(),
});
const script = fc.record({
  ticketCount: fc.integer({ min: 1, max: 90 }),
  pageCap: fc.integer({ min: 7, max: 60 }),
  order: fc.constantFrom('newest-first', 'oldest-first', 'last-changed-first'),
  walkIntervalMs: fc.constantFrom(undefined, 0),
  dialect: fc.record({
    emptyListForm: fc.constantFrom('array', 'null', 'zero-size', 'no-content', 'no-field', 'mixed'),
    errorForm: fc.constantFrom('json', 'wrapper-json', 'wrapper-xml', 'fault', 'mixed'),
    lastFlag: fc.constantFrom('right', 'missing', 'early'),
    doubledRows: fc.constantFrom(0, 0, 1, 7),
    hasFeed: fc.boolean(),
    hasOddRows: fc.boolean(),
    observedSpeed: fc.constantFrom(0, 0.0005),
  }),
  /** While something happens, the server shows new tickets only after this time. */
  ticketDelayMs: fc.constantFrom(0, 20),
  lagMs: fc.constantFrom(0, 300_000),
  steps: fc.array(step, { minLength: 1, maxLength: 5 }),
});

/** Closed tickets that changed: only a walk finds these. */
const editedClosed = new Set<string>();

/** Tickets reopened since the last undisturbed round; once closed again, they are closed tickets that changed. */
const reopened = new Set<string>();

function happen(service: DemoService, { what, pick }: Change): void {
  const isOpen = (ticket: { status: string }) => openStatuses.includes(ticket.status);
  const candidates = service.tickets().filter((ticket) => {
    if (what === 'change' || what === 'close') return isOpen(ticket);
    return what === 'delete' || !isOpen(ticket);
  });
  const id = candidates[pick % Math.max(candidates.length, 1)]?.id ?? '';
  if (what === 'create') service.addTicket({ title: `New ${pick}` });
  else if (what === 'create closed') service.addTicket({ title: `New ${pick}`, status: 'Completed' });
  else if (what === 'change') service.changeTicket(id, { title: `Changed ${pick}`, status: 'In Progress' });
  else if (what === 'close') {
    service.changeTicket(id, { status: 'Completed' });
    if (reopened.has(id)) editedClosed.add(id);
  } else if (what === 'reopen') {
    service.changeTicket(id, { status: 'In Progress' });
    reopened.add(id);
  } else if (what === 'delete') service.removeTicket(id);
  else {
    service.changeTicket(id, { title: `Edited ${pick}` });
    editedClosed.add(id);
  }
}

const trimmed = (ticket: object) =>
  ticketSummarySchema.parse(
    Object.fromEntries(
      Object.entries(ticket).map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value]),
    ),
  );
const held = (service: DemoService) => new Map(service.tickets().map((ticket) => [ticket.id, trimmed(ticket)]));

function cached(cache: Cache): Map<string, TicketSummary> {
  const { rows, matching } = cache.page({
    view: 'all',
    filters: noFilters,
    search: '',
    sort: { by: 'id', direction: 'ascending' },
    offset: 0,
    limit: 500,
  });
  expect(rows.length).toBe(matching);
  return new Map(rows.map((row) => [row.id, ticketSummarySchema.parse(row)]));
}

/** Runs a round until it succeeds or fails. Returns whether it confirmed the cache. */
async function runRound({ engine, statuses }: OwnEngine): Promise<boolean> {
  const { confirmedAtMs } = engine.status;
  const reported = statuses.length;
  engine.wake(); // the open lists are asked too
  if (!engine.status.round) engine.syncNow();
  await vi.waitFor(() => expect(statuses.slice(reported).some(({ round }) => round === null)).toBe(true), {
    interval: 2,
  });
  return engine.status.problem === null && engine.status.confirmedAtMs !== confirmedAtMs;
}

it('keeps its promises whatever happens on the server', { timeout: 90_000 }, async () => {
  await fc.assert(
    inTime(
      40_000,
      fc.asyncProperty(
        script,
        async ({ ticketCount, pageCap, order, walkIntervalMs, dialect, ticketDelayMs, lagMs, steps }) => {
          const options = {
            historyDays: 0,
            lagMs,
            pageMs: 20,
            ...(walkIntervalMs !== undefined && { walkIntervalMs }),
          };
          const folder = await mkdtemp(join(tmpdir(), 'colodesk-model-'));
          const service = await startDemoService({ ticketCount, pageCap, order, ...dialect });
          editedClosed.clear();
          reopened.clear();
          let own = await startEngine(service, folder, options);
          try {
            for (const { between, during, fault, faultPath, isRestarted } of steps) {
              for (const one of between) happen(service, one);
              let count = 0;
              service.set({
                ticketDelayMs,
                onRequest: () => {
                  for (const { atRequest, change: one } of during) if (atRequest === count) happen(service, one);
                  count += 1;
                },
                faults: fault ? [{ kind: fault, match: { path: faultPath }, times: 1, retryAfterS: 0 }] : [],
              });
              await runRound(own);
              service.set({ ticketDelayMs: 0, onRequest: () => undefined, faults: [] });
              if (isRestarted) {
                await own.stop();
                own = await startEngine(service, folder, options);
              }

              expect(await runRound(own)).toBe(true);
              reopened.clear();
              const [here, there] = [cached(own.cache), held(service)];
              for (const id of editedClosed)
                if (there.has(id) && here.has(id)) here.set(id, there.get(id) as TicketSummary);
              // What the server showed lately may only be late.
              if (lagMs > 0) for (const id of here.keys()) if (!there.has(id)) here.delete(id);
              expect(here).toEqual(there);
            }
            await own.stop();
            own = await startEngine(service, folder, { historyDays: 0, lagMs: 0, walkIntervalMs: 0 });
            expect(await runRound(own)).toBe(true);
            expect(cached(own.cache)).toEqual(held(service));
            for (const id of own.cache.openTickets()) expect(own.cache.ticket(ticketIdSchema.parse(id))).not.toBeNull();
          } finally {
            await own.stop();
            await service.stop();
            await rm(folder, { recursive: true, force: true, maxRetries: 3 });
          }
        },
      ),
    ),
    { numRuns: 60 },
  );
});
