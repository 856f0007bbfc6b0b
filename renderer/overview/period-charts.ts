/* The charts of a period: what was created and closed in each week, how long it took, and what was sent from here. */

import type { DaySpan } from '../../electron/contract/dates.ts';
import type { Completions, GroupField, SentKind, Week } from '../../electron/contract/overview.ts';
import type { Sort } from '../../electron/contract/query.ts';
import { openTickets } from '../state/overview.ts';
import { showScreen } from '../state/screen.ts';
import { wordsLocale } from '../words/numbers.ts';
import { formatDay } from '../words/time.ts';
import { formatCount, words } from '../words/words.ts';
import { type BarsChart, type Cell, type Link, type Table, textCell } from './chart.ts';
import { answerText, hoursOf, minutesText } from './durations.ts';
import { ticketsLink } from './open-charts.ts';

const text = words.overview;

const newestClosed: Sort = { by: 'closedOn', direction: 'descending' };
const newestCreated: Sort = { by: 'createdOn', direction: 'descending' };

/** How long tickets took to completion, by site or category: the whole bar is the slowest tenth, its first part the median. */
export function completionChart({ groups }: Completions, by: GroupField, span: DaySpan): BarsChart {
  const rows = groups.map((group) => {
    const label = group.value || text.none;
    const median = minutesText(group.medianMinutes);
    const slowest = minutesText(group.slowestTenthMinutes);
    const narrowing = { status: ['Completed'], closedOn: span, [by]: [group.value] };
    const both = text.medianAndSlowest({ median, slowest });
    return { ...group, label, median, slowest, both, link: ticketsLink(label, both, narrowing, newestClosed) };
  });
  const isSite = by === 'site';
  return {
    bars: rows.map(({ value, note, label, both, link, medianMinutes, slowestTenthMinutes }) => ({
      ...{ key: value, label, note, value: slowestTenthMinutes, part: medianMinutes, text: both, link },
    })),
    table: {
      columns: [
        { title: text[by] },
        ...(isSite ? [{ title: text.city }] : []),
        { title: text.completed, isNumber: true },
        { title: text.median, fileTitle: text.medianHours, isNumber: true },
        { title: text.slowestTenth, fileTitle: text.slowestTenthHours, isNumber: true },
      ],
      rows: rows.map(({ value, note, count, label, median, slowest, link, medianMinutes, slowestTenthMinutes }) => ({
        key: value,
        cells: [
          textCell(label, link),
          ...(isSite ? [textCell(note)] : []),
          { text: formatCount(count), value: count },
          { text: median, value: hoursOf(medianMinutes) },
          { text: slowest, value: hoursOf(slowestTenthMinutes) },
        ],
      })),
    },
  };
}

/** Returns the sentence about all completed tickets; `null` where there are none. */
export function completionLead({ all }: Completions): string | null {
  if (!all) return null;
  const { count, medianMinutes, slowestTenthMinutes } = all;
  return text.completionAll({ count, median: minutesText(medianMinutes), slowest: minutesText(slowestTenthMinutes) });
}

/** What a week’s two bars count. */
export const flows = ['created', 'closed'] as const;
export type Flow = (typeof flows)[number];

/** A week as the chart draws it. */
export type WeekBars = Record<Flow, number> & { readonly week: string; readonly span: DaySpan };

/** A day, not a moment: so it is in UTC, as for `formatDay`, which holds wherever the computer goes. */
const dayOfYear = new Intl.DateTimeFormat(wordsLocale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const formatDayOfYear = (day: string): string => dayOfYear.format(new Date(`${day}T00:00:00Z`));

/** Returns the weeks under their names: the day on which each begins, with the year where there is more than one such day. */
export function weekBars(weeks: readonly Week[]): WeekBars[] {
  const format = weeks.length <= 52 ? formatDayOfYear : formatDay;
  return weeks.map(({ span, created, closed }) => ({ week: format(startOf(span)), span, created, closed }));
}

const startOf = (span: DaySpan): string => (span.kind === 'between' ? (span.from ?? '') : '');

/** Shows the tickets that were created or closed in a week. */
export function openWeek({ span }: Pick<WeekBars, 'span'>, flow: Flow): void {
  if (flow === 'created') openTickets({ createdOn: span }, newestCreated);
  else openTickets({ closedOn: span }, newestClosed);
}

/** The latest week comes first, as in a log. */
export function weeksTable(weeks: readonly WeekBars[]): Table {
  const cell = (bars: WeekBars, flow: Flow): Cell => {
    const count = bars[flow];
    return { text: formatCount(count), value: count, link: count === 0 ? undefined : weekLink(bars, flow) };
  };
  return {
    columns: [{ title: text.week }, { title: text.created, isNumber: true }, { title: text.closed, isNumber: true }],
    rows: weeks.toReversed().map((bars) => ({
      key: bars.week,
      cells: [{ text: bars.week, value: startOf(bars.span) }, cell(bars, 'created'), cell(bars, 'closed')],
    })),
  };
}

/** Returns the way to the tickets of a week. */
export function weekLink(bars: WeekBars, flow: Flow): Link {
  const name = flow === 'created' ? text.showCreated : text.showClosed;
  return { name: name({ count: bars[flow], week: bars.week }), follow: () => openWeek(bars, flow) };
}

/** What was sent from here, by kind. */
export function sentChart(kinds: readonly SentKind[]): BarsChart {
  const answer = (ms: number | null) => (ms === null ? text.unknown : answerText(ms));
  const seconds = (ms: number | null) => (ms === null ? '' : Math.round(ms / 100) / 10);
  const rows = kinds.map((sent) => {
    const label = text.kinds[sent.kind];
    const value = text.sentValue({ count: sent.count, median: answer(sent.medianMs) });
    const link: Link = { name: text.showOutbox({ label, value }), follow: () => showScreen('outbox') };
    return { ...sent, label, value, link };
  });
  return {
    bars: rows.map(({ kind, count, label, value, link }) => ({
      ...{ key: kind, label, note: '', value: count, text: value, link },
    })),
    table: {
      columns: [
        { title: text.kind },
        { title: text.sentCount, isNumber: true },
        { title: text.median, fileTitle: text.medianSeconds, isNumber: true },
        { title: text.slowestTenth, fileTitle: text.slowestTenthSeconds, isNumber: true },
      ],
      rows: rows.map(({ kind, count, label, link, medianMs, slowestTenthMs }) => ({
        key: kind,
        cells: [
          textCell(label, link),
          { text: formatCount(count), value: count },
          { text: answer(medianMs), value: seconds(medianMs) },
          { text: answer(slowestTenthMs), value: seconds(slowestTenthMs) },
        ],
      })),
    },
  };
}
