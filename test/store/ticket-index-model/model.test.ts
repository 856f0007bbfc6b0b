/* The index against a plain model of it: any views, filters, spans, sorts and searches, after any writes. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { defaultQuietDays, quietDaysOf } from '../../../electron/contract/attention.ts';
import { noFilters, recentlyClosedDays, type TicketSelection } from '../../../electron/contract/query.ts';
import { formatServerTime } from '../../../electron/contract/server-time.ts';
import { inTime } from '../../support/time-limit.ts';
import { dayMs, minuteMs, startMs } from './index-model.ts';
import { type Step, selections, sorts, steps, summaries } from './steps.ts';
import { World } from './world.ts';

it('answers as a look at each ticket does, whatever was written before', async () => {
  const asked = fc.array(fc.tuple(selections, sorts), { maxLength: 4 });
  const runs = fc.array(fc.tuple(steps, asked), { minLength: 4, maxLength: 12 });
  await fc.assert(
    inTime(
      30_000, // shrinking could go on for long
      fc.asyncProperty(fc.array(summaries, { maxLength: 12 }), runs, async (first, run) => {
        const world = new World();
        world.do({ kind: 'write', tickets: first });
        for (const [step, queries] of run) {
          world.do(step);
          for (const [selection, sort] of queries) await world.compare(selection, sort);
        }
        await world.close();
      }),
    ),
    { numRuns: 40 },
  );
}, 60_000);

const aQuietTicket: typeof summaries extends fc.Arbitrary<{ fields: infer F }> ? F : never = {
  ...{ title: 'Zaun', status: 'New', site: 'FRA2', location: '', requestType: 'Other', category: '', createdBy: 'Ana' },
  ...{ createdOn: formatServerTime(startMs), updatedOn: formatServerTime(startMs), closedOn: '' },
};

/** Ten tickets, whose titles and times are in the order of their numbers. */
const ten = Array.from({ length: 10 }, (_, at) => ({
  number: at + 1,
  fields: { ...aQuietTicket, title: `Title ${at}`, createdOn: `2026-01-01 00:0${at}:00` },
}));
const everything: TicketSelection = { view: 'all', filters: noFilters, search: '' };

it.each([
  ['the columns', 1, { kind: 'remove', number: 1 }],
  ['an order', 5, { kind: 'write', tickets: [{ number: 11, fields: { ...aQuietTicket, title: 'A new one' } }] }],
  ['an order', 5, { kind: 'write', tickets: [{ number: 10, fields: { ...aQuietTicket, title: 'Another title' } }] }],
] satisfies [string, number, Step][])(
  'reads %s anew when something is written over it',
  async (_what, chunks, write) => {
    const world = new World();
    world.do({ kind: 'write', tickets: ten });
    world.do({ kind: 'restart' });
    const sort = { by: 'title', direction: 'ascending' } as const;
    world.do({ kind: 'prepare', selection: everything, sort, chunks });
    world.do(write);
    await world.compare(everything, sort);
    await world.close();
  },
);

it('prepares two orders in parts that take turns', async () => {
  const world = new World();
  world.do({ kind: 'write', tickets: ten });
  world.do({ kind: 'restart' });
  const sorts = (['title', 'createdOn'] as const).map((by) => ({ by, direction: 'ascending' as const }));
  for (let turn = 0; turn < 10; turn++) {
    for (const sort of sorts) world.do({ kind: 'prepare', selection: everything, sort, chunks: 1 });
  }
  for (const sort of sorts) {
    expect(world.isPrepared(everything, sort)).toBe(true);
    await world.compare(everything, sort);
  }
  await world.close();
});

it('reads again what a disk refused, whichever read that was', async () => {
  const sort = { by: 'title', direction: 'ascending' } as const;
  let refusals = 0;
  for (let isRefused = true; isRefused; ) {
    const world = new World();
    world.do({ kind: 'write', tickets: ten });
    world.do({ kind: 'restart' });
    const trouble = world.refuseAfter(refusals);
    try {
      world.do({ kind: 'prepare', selection: { ...everything, search: 'title' }, sort, chunks: 20 });
      isRefused = false;
    } catch {
      refusals += 1;
    }
    trouble.end();
    await world.compare(everything, sort);
    await world.close();
  }
  expect(refusals).toBeGreaterThan(10);
});

const inAttention: TicketSelection = { view: 'attention', filters: noFilters, search: '' };

it('counts a ticket as quiet from the minute on in which its row says so', async () => {
  const world = new World();
  const quietFromMs = quietDaysOf(defaultQuietDays, 'Other') * dayMs + minuteMs;
  world.do({ kind: 'write', tickets: [{ number: 1, fields: aQuietTicket }] });
  for (const byMs of [quietFromMs - 8, 7, 1, minuteMs, -2 * minuteMs]) {
    world.do({ kind: 'clock', byMs });
    await world.compare(inAttention, { by: 'id', direction: 'ascending' });
  }
  await world.close();
});

it('shows a ticket as recently closed until its days are over, and again when the clock is put back', async () => {
  const world = new World();
  const fields = { ...aQuietTicket, status: 'Completed', closedOn: formatServerTime(startMs) };
  world.do({ kind: 'write', tickets: [{ number: 1, fields }] });
  for (const byMs of [0, recentlyClosedDays * dayMs, minuteMs, dayMs, -2 * dayMs]) {
    world.do({ kind: 'clock', byMs });
    await world.compare({ ...everything, view: 'closed' }, { by: 'id', direction: 'ascending' });
  }
  await world.close();
});

it('shows a ticket as recently closed by when its status changed, however late something else did', async () => {
  const world = new World();
  const at = (days: number) => formatServerTime(startMs + days * dayMs);
  const write = (status: string, days: number) => {
    world.do({ kind: 'write', tickets: [{ number: 1, fields: { ...aQuietTicket, status, updatedOn: at(days) } }] });
  };
  write('New', 0);
  write('Completed', 1);
  world.do({ kind: 'clock', byMs: (recentlyClosedDays + 2) * dayMs });
  write('Completed', recentlyClosedDays + 1);
  await world.compare({ ...everything, view: 'closed' }, { by: 'closedOn', direction: 'descending' });
  await world.close();
});

it('does not know since when a status is there that came with the time of an earlier change', async () => {
  const world = new World();
  for (const status of ['New', 'Waiting', 'Waiting', 'New', 'Cancelled']) {
    world.do({ kind: 'write', tickets: [{ number: 1, fields: { ...aQuietTicket, status } }] });
    await world.compare(everything, { by: 'statusSince', direction: 'ascending' });
  }
  await world.close();
});

it('sorts by closing as it filters: where that is not stated, by when the status changed', async () => {
  const world = new World();
  const sort = { by: 'closedOn', direction: 'descending' } as const;
  const closed = { ...aQuietTicket, status: 'Completed' };
  const at = (hours: number) => formatServerTime(startMs - hours * 3_600_000);
  world.do({ kind: 'write', tickets: [{ number: 1, fields: { ...closed, updatedOn: at(3), closedOn: at(3) } }] });
  world.do({ kind: 'write', tickets: [{ number: 2, fields: { ...closed, updatedOn: at(2) } }] });
  world.do({ kind: 'write', tickets: [{ number: 3, fields: { ...closed, updatedOn: at(1), closedOn: at(1) } }] });
  world.do({ kind: 'write', tickets: [{ number: 4, fields: { ...aQuietTicket, updatedOn: at(4) } }] });
  await world.compare(everything, sort);
  for (const status of ['Cancelled', 'New', 'Completed']) {
    world.do({ kind: 'write', tickets: [{ number: 4, fields: { ...closed, status, updatedOn: at(0) } }] });
    await world.compare(everything, sort);
  }
  await world.close();
});

it('looks at the tickets that are left as of the time that it is by then', async () => {
  const sort = { by: 'id', direction: 'ascending' } as const;
  for (const chunks of [5, 6, 7]) {
    const world = new World();
    world.do({ kind: 'write', tickets: ten });
    world.do({ kind: 'restart' });
    world.do({ kind: 'prepare', selection: inAttention, sort, chunks });
    world.do({ kind: 'clock', byMs: 100 * dayMs });
    await world.compare(inAttention, sort);
    await world.close();
  }
});
