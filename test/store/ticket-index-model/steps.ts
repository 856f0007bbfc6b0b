/* Whatever may be written to the index, and asked of it. */

import fc from 'fast-check';
import { defaultQuietDays } from '../../../electron/contract/attention.ts';
import type { DaySpan } from '../../../electron/contract/dates.ts';
import { baseViews, type Sort, sortColumns, type TicketSelection } from '../../../electron/contract/query.ts';
import { formatServerTime } from '../../../electron/contract/server-time.ts';
import type { Overlay } from '../../../electron/store/overlay.ts';
import { ticketId } from '../../support/tickets.ts';
import { dayMs, minuteMs, startMs, statuses } from './index-model.ts';

const sites = ['FRA2', 'FRA10', 'fra2', ''];
const words = ['Kühlung', 'kuhlung', 'Straße 7', 'Zaun', 'Äpfel', 'Apfel 10', 'apfel 9', '', '„Tor“', 'PO-2', 'PO-10'];
const searches = ['', 'k', 'kuhl', 'STRASSE', '7', '"tor"', 'po-1 k', 'wo3', 'nothing'];
const ids = Array.from({ length: 9 }, (_, number) => number + 1);

const time = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.integer({ min: -40 * 24 * 60, max: 60 }).map((ago) => formatServerTime(startMs + ago * minuteMs)),
  },
  { weight: 1, arbitrary: fc.constantFrom('', '2026-11-26 11:59:59', 'soon') },
);
const text = fc.constantFrom(...words);

/** Tickets as the list shows them, by number. */
export const summaries = fc.record({
  number: fc.constantFrom(...ids),
  fields: fc.record({
    title: text,
    status: fc.constantFrom(...statuses),
    site: fc.constantFrom(...sites),
    location: text,
    requestType: fc.constantFrom('Cross Connect', 'Facilities Request', 'Other', ''),
    category: fc.constantFrom('Electrical', 'Parking', ''),
    createdOn: time,
    updatedOn: time.map((updatedOn) => (updatedOn === 'soon' ? '' : updatedOn)),
    closedOn: time,
    createdBy: fc.constantFrom('Ana', 'bob', ''),
  }),
});
const details = fc.record({
  description: text,
  customerReference: text,
  comments: fc.array(fc.record({ comment: text, commentedBy: text, commentedOn: time }), { maxLength: 2 }),
});
const someMarks = fc.record({
  isStarred: fc.boolean(),
  snoozedUntilMs: fc.option(fc.integer({ min: -60, max: 60 }).map((minutes) => startMs + minutes * minuteMs)),
  note: text,
});
const overlays: fc.Arbitrary<Overlay> = fc.record({
  marks: fc.array(fc.tuple(fc.constantFrom(...ids, 99).map(ticketId), someMarks)).map((marks) => new Map(marks)),
  siteNotes: fc.array(fc.tuple(fc.constantFrom('FRA2', 'FRA10'), text)).map((notes) => new Map(notes)),
  troubled: fc
    .array(fc.tuple(fc.constantFrom(...ids).map(ticketId), fc.constantFrom('refused' as const, 'unconfirmed' as const)))
    .map((troubled) => new Map(troubled)),
  unsentTexts: fc.array(fc.tuple(fc.constantFrom(...ids, 99).map(ticketId), text)).map((texts) => new Map(texts)),
  quietDays: fc.constantFrom(defaultQuietDays, { '': 1 }, { 'Cross Connect': 20, '': 2 }),
});

const day = fc.constantFrom('2026-11-20', '2026-11-26', '2026-10-25');
const spans: fc.Arbitrary<DaySpan | null> = fc.oneof(
  { weight: 10, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('last' as const), days: fc.integer({ min: 1, max: 40 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('between' as const), from: fc.option(day), to: fc.option(day) }),
  },
);
const chosen = (...values: string[]) =>
  fc.oneof(
    { weight: 7, arbitrary: fc.constant<string[]>([]) },
    { weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom(...values, 'Unknown'), { minLength: 1, maxLength: 3 }) },
  );
/** What may be asked for. */
export const selections: fc.Arbitrary<TicketSelection> = fc.record({
  view: fc.oneof(fc.constant('all' as const), fc.constantFrom(...baseViews)),
  filters: fc.record({
    status: chosen(...statuses),
    site: chosen(...sites),
    requestType: chosen('Cross Connect', 'Other', ''),
    category: chosen('Electrical', ''),
    createdBy: chosen('Ana', 'bob'),
    createdOn: spans,
    updatedOn: spans,
    closedOn: spans,
  }),
  search: fc.oneof({ weight: 2, arbitrary: fc.constant('') }, { weight: 1, arbitrary: fc.constantFrom(...searches) }),
});
/** In which order. */
export const sorts: fc.Arbitrary<Sort> = fc.record({
  by: fc.constantFrom(...sortColumns),
  direction: fc.constantFrom('ascending' as const, 'descending' as const),
});

const preparations = fc.record({
  kind: fc.constant('prepare' as const),
  selection: selections,
  sort: sorts,
  chunks: fc.integer({ min: 1, max: 6 }),
});

/** What may happen to the index between two questions. */
export const steps = fc.oneof(
  preparations,
  fc.record({ kind: fc.constant('write' as const), tickets: fc.array(summaries, { minLength: 1, maxLength: 8 }) }),
  fc.record({ kind: fc.constant('detail' as const), number: fc.constantFrom(...ids), detail: details }),
  fc.record({ kind: fc.constant('remove' as const), number: fc.constantFrom(...ids) }),
  fc.record({
    kind: fc.constant('unread' as const),
    numbers: fc.array(fc.constantFrom(...ids)),
    unread: fc.constantFrom(0 as const, 1 as const, 2 as const),
  }),
  fc.record({ kind: fc.constant('overlay' as const), overlay: overlays }),
  fc.record({ kind: fc.constant('clock' as const), byMs: fc.integer({ min: -10 * minuteMs, max: 2 * dayMs }) }),
  fc.constant({ kind: 'restart' as const }),
);

/** One of these. */
export type Step = typeof steps extends fc.Arbitrary<infer S> ? S : never;
