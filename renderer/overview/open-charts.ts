/* The charts of what is open now: by site, category and age, and the tickets that are oldest or have been quiet for longest. */

import type { AgeBand, GroupField, OpenGroup } from '../../electron/contract/overview.ts';
import type { Sort, TicketRow } from '../../electron/contract/query.ts';
import { parseServerTime } from '../../electron/contract/server-time.ts';
import { openStatuses } from '../../electron/contract/specification.ts';
import { type Narrowing, openTickets } from '../state/overview.ts';
import { showTicket } from '../state/ticket.ts';
import { formatCount, words } from '../words/words.ts';
import { type BarsChart, type Column, type Link, textCell } from './chart.ts';
import { hoursOf, minutesText } from './durations.ts';

const text = words.overview;

const number = (title: string, fileTitle = title): Column => ({ title, fileTitle, isNumber: true });

/** Returns the way to some tickets. @param value what the bar says of them */
export function ticketsLink(label: string, value: string, narrowing: Narrowing, sort: Sort): Link {
  return { name: text.showTickets({ label, value }), follow: () => openTickets(narrowing, sort) };
}

const oldestFirst: Sort = { by: 'createdOn', direction: 'ascending' };

/** The open tickets by site or category. */
export function openByChart(groups: readonly OpenGroup[], by: GroupField): BarsChart {
  const rows = groups.map(({ value, note, count }) => {
    const label = value || text.none;
    const narrowing = { status: openStatuses, [by]: [value] };
    return { value, note, count, label, link: ticketsLink(label, text.tickets({ count }), narrowing, oldestFirst) };
  });
  const isSite = by === 'site';
  return {
    bars: rows.map(({ value, note, count, label, link }) => ({
      ...{ key: value, label, note, value: count, text: formatCount(count), link },
    })),
    table: {
      columns: [{ title: text[by] }, ...(isSite ? [{ title: text.city }] : []), number(text.open)],
      rows: rows.map(({ value, note, count, label, link }) => ({
        key: value,
        cells: [textCell(label, link), ...(isSite ? [textCell(note)] : []), { text: formatCount(count), value: count }],
      })),
    },
  };
}

/** The open tickets by their age. */
export function openByAgeChart(bands: readonly AgeBand[]): BarsChart {
  const rows = bands.map(({ fromDays, toDays, span, count }) => {
    const label = ageLabel(fromDays, toDays);
    const narrowing = { status: openStatuses, createdOn: span };
    const link = ticketsLink(label, text.tickets({ count }), narrowing, oldestFirst);
    return { key: String(fromDays), label, count, link: count === 0 ? undefined : link };
  });
  return {
    bars: rows.map(({ key, label, count, link }) => ({
      ...{ key, label, note: '', value: count, text: formatCount(count), link },
    })),
    table: {
      columns: [{ title: text.age }, number(text.open)],
      rows: rows.map(({ key, label, count, link }) => ({
        key,
        cells: [textCell(label, link), { text: formatCount(count), value: count }],
      })),
    },
  };
}

function ageLabel(from: number, to: number | null): string {
  if (to === null) return text.ageOver({ days: from - 1 });
  return from === 0 ? text.ageUpTo({ days: to }) : text.ageFromTo({ from, to });
}

/** The tickets that are open for longest, or that have gone without news for longest. */
export function ticketsChart(tickets: readonly TicketRow[], since: 'createdOn' | 'updatedOn', now: Date): BarsChart {
  const rows = tickets.map((ticket) => {
    const date = parseServerTime(ticket[since]);
    const minutes = date ? Math.max(0, (now.getTime() - date.getTime()) / 60_000) : 0;
    const label = ticket.title || text.untitled;
    const lasted = minutesText(minutes);
    const link = { name: text.showTicket({ label, value: lasted }), follow: () => showTicket(ticket.id) };
    return { ticket, minutes, label, lasted, link };
  });
  const lastedTitle = since === 'createdOn' ? text.age : text.quietFor;
  const sinceTitle = since === 'createdOn' ? text.createdOn : text.updatedOn;
  const hoursTitle = since === 'createdOn' ? text.ageHours : text.quietHours;
  return {
    hasLongLabels: true,
    bars: rows.map(({ ticket, minutes, label, lasted, link }) => ({
      ...{ key: ticket.id, label, note: `${ticket.id} · ${ticket.site}`, value: minutes, text: lasted, link },
    })),
    table: {
      columns: [
        { title: text.ticket },
        { title: text.titleColumn, isLong: true },
        { title: text.site },
        { title: sinceTitle },
        number(lastedTitle, hoursTitle),
      ],
      rows: rows.map(({ ticket, minutes, label, lasted, link }) => ({
        key: ticket.id,
        cells: [
          textCell(ticket.id, link),
          textCell(label),
          textCell(ticket.site),
          textCell(ticket[since]),
          { text: lasted, value: hoursOf(minutes) },
        ],
      })),
    },
  };
}
