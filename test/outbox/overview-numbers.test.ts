/* The numbers of the overview against a look at each ticket. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { momentsOf, overlapOf } from '../../electron/contract/dates.ts';
import { ageBands, weeksOf } from '../../electron/contract/overview.ts';
import { noFilters, type TicketSelection } from '../../electron/contract/query.ts';
import { formatServerTime } from '../../electron/contract/server-time.ts';
import type { TicketSummary } from '../../electron/contract/ticket.ts';
import {
  completedDurations,
  countOpen,
  countTimes,
  percentileOf,
  SpanCounter,
} from '../../electron/store/overview-numbers.ts';
import { countMarks } from '../../electron/store/selection-masks.ts';
import { ownCache } from '../support/cache.ts';
import { aTicket } from '../support/tickets.ts';

const nowMs = Date.parse('2026-11-26T12:00:00Z');
const minuteMs = 60_000;
const all: TicketSelection = { view: 'all', filters: noFilters, search: '' };

const time = fc.integer({ min: 0, max: 200 * 24 * 60 }).map((ago) => formatServerTime(nowMs - ago * minuteMs));
const fields = fc.record({
  status: fc.constantFrom('New', 'In Progress', 'Completed', 'Cancelled', 'Waiting'),
  site: fc.constantFrom('AMS017', 'FRA024', ''),
  createdOn: time,
  updatedOn: time,
  closedOn: fc.oneof(time, fc.constant('')),
});

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

const msOf = (text: string) => Date.parse(`${text.replace(' ', 'T')}Z`);
/** The operator does not state of every closed ticket when that was. */
const closingOf = ({ status, closedOn, updatedOn }: TicketSummary) =>
  closedOn === '' && (status === 'Completed' || status === 'Cancelled') ? updatedOn : closedOn;
const isWithin = (text: string, { fromMs, untilMs }: { fromMs: number; untilMs: number }) =>
  text !== '' && msOf(text) >= fromMs && msOf(text) < untilMs;

it('counts as a look at each ticket does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fields, { minLength: 1, maxLength: 30 }), async (made) => {
      const tickets: TicketSummary[] = made.map((some, at) => aTicket(at + 1, some));
      const cache = await ownCache();
      cache.saveListed(tickets);
      const found = cache.columns(all);

      const open = tickets.filter(({ status }) => status === 'New' || status === 'In Progress');
      const bySite = groupBy(open, ({ site }) => site);
      expect(countOpen(found, 'site')).toEqual(new Map([...bySite].map(([site, some]) => [site, some.length])));

      const weeks = weeksOf({ kind: 'last', days: 90 }, nowMs).map((week) => momentsOf(week, nowMs));
      const closed = new SpanCounter(
        weeks.map(({ fromMs }) => fromMs),
        weeks.at(-1)?.untilMs ?? 0,
      );
      countTimes(found, 'closedOn', closed);
      expect(closed.counts).toEqual(
        weeks.map((week) => tickets.filter((ticket) => isWithin(closingOf(ticket), week)).length),
      );
      const listed = weeksOf({ kind: 'last', days: 90 }, nowMs).map((week) =>
        countMarks(cache.columns({ ...all, filters: { ...noFilters, closedOn: week } }).mask),
      );
      expect(listed).toEqual(closed.counts);

      const span = momentsOf({ kind: 'last', days: 60 }, nowMs);
      const minutes = completedDurations(found, 'site', span).map(({ value, minutes }) => [
        value,
        [...minutes].sort((a, b) => a - b),
      ]);
      const completed = tickets.filter((each) => each.status === 'Completed' && isWithin(closingOf(each), span));
      const expected = [...groupBy(completed, ({ site }) => site)].map(([site, some]) => [
        site,
        some.map((one) => Math.max(0, (msOf(closingOf(one)) - msOf(one.createdOn)) / minuteMs)).sort((a, b) => a - b),
      ]);
      expect(new Map(minutes as never)).toEqual(new Map(expected as never));
    }),
    { numRuns: 8 },
  );
});

it('takes the value that a share of all do not exceed', () => {
  expect(percentileOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9)).toBe(9);
  expect(percentileOf([1, 2, 3], 0.5)).toBe(2);
  expect(percentileOf([7], 0.9)).toBe(7);
});

it.each([
  ['2026-11-10', '2206-11-26', ['2026-11-09', '2026-11-16', '2026-11-23']],
  ['2026-11-10', null, ['2026-11-09', '2026-11-16', '2026-11-23']],
  ['2026-11-10', '2026-11-16', ['2026-11-09', '2026-11-16']],
  ['2206-11-26', '2206-11-27', ['2206-11-24']],
  ['2206-11-26', null, ['2206-11-24']],
])('counts no weeks that are still to come: %s to %s', (from, to, mondays) => {
  const weeks = weeksOf({ kind: 'between', from, to }, nowMs);
  expect(weeks.map((week) => week.kind === 'between' && week.from)).toEqual(mondays);
});

it('puts each age into one band', () => {
  const bands = ageBands(nowMs).map(({ span }) => momentsOf(span, nowMs));
  for (let days = 0; days < 800; days++) {
    const ms = nowMs - days * 24 * 60 * minuteMs;
    expect(bands.filter(({ fromMs, untilMs }) => ms >= fromMs && ms < untilMs)).toHaveLength(1);
  }
});

it('keeps the days that are in both spans', () => {
  const week = { kind: 'between', from: '2026-11-16', to: '2026-11-22' } as const;
  expect(overlapOf(week, null, nowMs)).toEqual(week);
  expect(overlapOf(week, { kind: 'between', from: '2026-11-18', to: null }, nowMs)).toEqual({
    ...week,
    from: '2026-11-18',
  });
});

it('takes a few milliseconds at a hundred thousand tickets', async () => {
  const cache = await ownCache();
  const tickets = Array.from({ length: 100_000 }, (_, at) =>
    aTicket(at + 1, {
      site: `S${at % 300}`,
      status: at % 10 === 0 ? 'New' : 'Completed',
      closedOn: formatServerTime(nowMs - (at % 90_000) * minuteMs),
    }),
  );
  for (let at = 0; at < tickets.length; at += 10_000) cache.saveListed(tickets.slice(at, at + 10_000));
  const work = () => {
    const openMs = cpuMs(() => countOpen(cache.columns(all), 'site'));
    const completionMs = cpuMs(() => {
      const durations = completedDurations(cache.columns(all), 'site', { fromMs: 0, untilMs: nowMs });
      for (const { minutes } of durations) minutes.sort();
    });
    return { openMs, completionMs };
  };
  work(); // the list has the columns in memory already
  const { openMs, completionMs } = work();
  expect(Math.max(openMs, completionMs)).toBeLessThan(50);
}, 180_000);

/** The processor’s time, so that a busy machine does not count. */
function cpuMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
