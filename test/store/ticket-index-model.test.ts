/* The index against a plain model of it: any views, filters, spans, sorts and searches, after any writes. */

import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { attentionReasons, defaultQuietDays, quietDaysOf } from '../../electron/contract/attention.ts';
import { type DaySpan, momentsOf } from '../../electron/contract/dates.ts';
import type { TicketId } from '../../electron/contract/ids.ts';
import { type Marks, noMarks } from '../../electron/contract/marks.ts';
import { ProblemError } from '../../electron/contract/problem.ts';
import {
  type BaseView,
  baseViews,
  dateFields,
  type FilterField,
  filterFields,
  noFilters,
  recentlyClosedDays,
  type Sort,
  type SortColumn,
  sortColumns,
  type TicketRow,
  type TicketSelection,
} from '../../electron/contract/query.ts';
import { foldText, wordsOf } from '../../electron/contract/search-text.ts';
import { formatServerTime, parseServerTime } from '../../electron/contract/server-time.ts';
import { sortKeyOf } from '../../electron/contract/sort-key.ts';
import type { TicketDetail, TicketSummary } from '../../electron/contract/ticket.ts';
import { SqliteFile } from '../../electron/store/database.ts';
import { migrate } from '../../electron/store/migrate.ts';
import { emptyOverlay, type Overlay } from '../../electron/store/overlay.ts';
import { cacheMigrations, firstCacheVersion } from '../../electron/store/schema.ts';
import { TicketIndex } from '../../electron/store/ticket-index.ts';
import { removeTicket, saveDetail, saveSummaries } from '../../electron/store/ticket-writer.ts';
import { memoryDatabase } from '../support/cache.ts';
import { aDetail, aTicket, ticketId } from '../support/tickets.ts';

const startMs = Date.parse('2026-11-26T12:00:00Z');
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

type Known = { summary: TicketSummary; detail: TicketDetail | null; statusSeenOn: string; unread: 0 | 1 | 2 };

/** What the index should answer, worked out ticket by ticket. */
class Model {
  readonly known = new Map<TicketId, Known>();
  overlay: Overlay = emptyOverlay;
  nowMs = startMs;

  write(summary: TicketSummary): void {
    const before = this.known.get(summary.id);
    const isSeen = before && before.summary.status !== summary.status;
    const statusSeenOn = isSeen ? summary.updatedOn : (before?.statusSeenOn ?? '');
    this.known.set(summary.id, { detail: null, unread: 0, ...before, summary, statusSeenOn });
  }

  rowOf({ summary, detail, statusSeenOn, unread }: Known): TicketRow {
    const { status, createdOn, updatedOn, closedOn } = summary;
    const isClosed = ['Completed', 'Cancelled'].includes(status);
    const guessed = status === 'New' ? createdOn : isClosed && closedOn ? closedOn : updatedOn;
    return {
      ...summary,
      ...this.#marksOf(summary),
      isUnread: unread > 0,
      attention: this.#reasonsFor({ summary, unread }),
      customerReference: detail?.customerReference ?? '',
      lastCommentOn: detail?.comments.at(-1)?.commentedOn ?? '',
      statusSince: statusSeenOn || guessed,
      isStatusSinceLatest: statusSeenOn === '' && status !== 'New' && !isClosed,
    };
  }

  find(selection: TicketSelection): Known[] {
    return [...this.known.values()].filter(
      (one) =>
        this.#isInView(one, selection.view) &&
        filterFields.every((field) => passes(selection.filters[field], one.summary[field])) &&
        dateFields.every((field) => this.#isWithin(one.summary[field], selection.filters[field])) &&
        wordsOf(selection.search).every((word) => this.#contains(one, word)),
    );
  }

  page(selection: TicketSelection, sort: Sort): TicketRow[] {
    const rows = this.find(selection).map((one) => this.rowOf(one));
    const valued = rows.filter((row) => keyOf(row, sort.by) !== null);
    const empty = rows.filter((row) => keyOf(row, sort.by) === null);
    const ordered = [valued, empty].map((part) => this.#sorted(part, sort.by));
    return ordered.flatMap((part) => (sort.direction === 'ascending' ? part : part.reverse()));
  }

  #sorted(rows: TicketRow[], by: SortColumn): TicketRow[] {
    const byId = rows.toSorted((one, other) => compare(one.id, other.id));
    const start = by === 'attention' ? this.#latestFirst(byId) : byId;
    return start.sort((one, other) => compare(keyOf(one, by) ?? '', keyOf(other, by) ?? ''));
  }

  #latestFirst(byId: TicketRow[]): TicketRow[] {
    return byId.toReversed().sort((one, other) => compare(other.updatedOn, one.updatedOn));
  }

  #marksOf = ({ id }: TicketSummary): Marks => this.overlay.marks.get(id) ?? noMarks;

  #isSnoozed(summary: TicketSummary): boolean {
    return (this.#marksOf(summary).snoozedUntilMs ?? 0) > this.nowMs;
  }

  #reasonsFor({ summary, unread }: Pick<Known, 'summary' | 'unread'>): TicketRow['attention'] {
    const { snoozedUntilMs } = this.#marksOf(summary);
    const quietMs = quietDaysOf(this.overlay.quietDays, summary.requestType) * dayMs;
    const updatedMs = parseServerTime(summary.updatedOn)?.getTime();
    const isOpen = ['New', 'In Progress'].includes(summary.status);
    const silentMs = updatedMs === undefined ? 0 : wholeMinutes(this.nowMs) - wholeMinutes(updatedMs);
    const holds = {
      reminder: snoozedUntilMs !== null && snoozedUntilMs <= this.nowMs,
      refused: this.overlay.troubled.get(summary.id) === 'refused',
      unconfirmed: this.overlay.troubled.get(summary.id) === 'unconfirmed',
      answered: unread === 2,
      quiet: isOpen && unread !== 2 && silentMs > quietMs,
    };
    return attentionReasons.filter((reason) => holds[reason]);
  }

  #isInView(one: Known, view: BaseView): boolean {
    const { status, closedOn, updatedOn } = one.summary;
    const isSnoozed = this.#isSnoozed(one.summary);
    if (view === 'all') return true;
    if (view === 'attention') return !isSnoozed && this.#reasonsFor(one).length > 0;
    if (view === 'open') return !isSnoozed && ['New', 'In Progress'].includes(status);
    if (view === 'unread') return !isSnoozed && one.unread > 0;
    if (view === 'starred') return this.#marksOf(one.summary).isStarred;
    if (view === 'snoozed') return isSnoozed;
    const ended = parseServerTime(closedOn) ?? parseServerTime(updatedOn);
    const isRecent = ended !== null && wholeMinutes(this.nowMs) - wholeMinutes(ended.getTime()) <= 14 * dayMs;
    return ['Completed', 'Cancelled'].includes(status) && isRecent;
  }

  #isWithin(time: string, span: DaySpan | null): boolean {
    if (!span) return true;
    const ms = parseServerTime(time)?.getTime();
    const { fromMs, untilMs } = momentsOf(span, this.nowMs);
    return ms !== undefined && ms >= fromMs && ms < untilMs;
  }

  #contains({ summary, detail }: Known, word: string): boolean {
    const { id, title, site, location, category, createdBy } = summary;
    const texts = [id, title, site, location, category, createdBy];
    if (detail) texts.push(detail.description, detail.customerReference, ...detail.comments.map((one) => one.comment));
    texts.push(this.#marksOf(summary).note, this.overlay.siteNotes.get(site) ?? '');
    return texts.some((text) => foldText(text).includes(word));
  }
}

const passes = (values: readonly string[], value: string) => values.length === 0 || values.includes(value);
const wholeMinutes = (ms: number) => Math.floor(ms / minuteMs) * minuteMs;

/** What a row is sorted by; `null` where it has no value. */
function keyOf(row: TicketRow, by: SortColumn): string | number | null {
  if (by === 'attention') return row.attention[0] ? attentionReasons.indexOf(row.attention[0]) : null;
  if (by === 'status') return statuses.indexOf(row.status);
  if (by === 'closedOn' || by === 'statusSince') {
    const time = parseServerTime(row[by]);
    return time && wholeMinutes(time.getTime());
  }
  if (by === 'id' || by === 'createdOn' || by === 'updatedOn' || by === 'lastCommentOn') return row[by] || null;
  const key = sortKeyOf(row[by]);
  if (by === 'title' || by === 'customerReference' || by === 'note') return key || null;
  return row[by] === '' ? null : `${key}\0${row[by]}`; // equal values stay together
}

function compare<T extends string | number>(one: T, other: T): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** In the order of a ticket's life. */
const statuses = ['New', 'In Progress', 'Waiting', 'Completed', 'Cancelled'];
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

const summaries = fc.record({
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
  quietDays: fc.constantFrom(defaultQuietDays, { '': 1 }, { 'Cross Connect': 20, '': 2 }),
});

const aQuietTicket: typeof summaries extends fc.Arbitrary<{ fields: infer F }> ? F : never = {
  ...{ title: 'Zaun', status: 'New', site: 'FRA2', location: '', requestType: 'Other', category: '', createdBy: 'Ana' },
  ...{ createdOn: formatServerTime(startMs), updatedOn: formatServerTime(startMs), closedOn: '' },
};
const inAttention: TicketSelection = { view: 'attention', filters: noFilters, search: '' };

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
const selections: fc.Arbitrary<TicketSelection> = fc.record({
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
const sorts: fc.Arbitrary<Sort> = fc.record({
  by: fc.constantFrom(...sortColumns),
  direction: fc.constantFrom('ascending' as const, 'descending' as const),
});

const preparations = fc.record({
  kind: fc.constant('prepare' as const),
  selection: selections,
  sort: sorts,
  chunks: fc.integer({ min: 1, max: 6 }),
});

const steps = fc.oneof(
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

it('answers as a look at each ticket does, whatever was written before', async () => {
  const asked = fc.array(fc.tuple(selections, sorts), { maxLength: 4 });
  const runs = fc.array(fc.tuple(steps, asked), { minLength: 4, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(fc.array(summaries, { maxLength: 12 }), runs, async (first, run) => {
      const world = new World();
      world.do({ kind: 'write', tickets: first });
      for (const [step, queries] of run) {
        world.do(step);
        for (const [selection, sort] of queries) await world.compare(selection, sort);
      }
      await world.close();
    }),
    { numRuns: 40, interruptAfterTimeLimit: 30_000 }, // shrinking could go on for long
  );
}, 60_000);

type Step = typeof steps extends fc.Arbitrary<infer S> ? S : never;

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

/** So few that what is prepared is seldom read as a whole before the next write. */
const rowsPerChunk = 3;

/** An index and the model of it. */
class World {
  readonly #database = memoryDatabase();
  readonly #model = new Model();
  #index: TicketIndex;

  constructor() {
    migrate(this.#database, cacheMigrations, firstCacheVersion);
    this.#index = this.#open();
  }

  #open(): TicketIndex {
    return new TicketIndex(this.#database, () => this.#model.nowMs, rowsPerChunk);
  }

  do(step: Step): void {
    const model = this.#model;
    if (step.kind === 'write') {
      const tickets = step.tickets.map(({ number, fields }) => aTicket(number, fields));
      const distinct = [...new Map(tickets.map((ticket) => [ticket.id, ticket])).values()];
      this.#index.apply(saveSummaries(this.#database, this.#index, distinct).updates);
      for (const ticket of distinct) model.write(ticket);
    } else if (step.kind === 'detail') {
      const known = model.known.get(ticketId(step.number));
      if (!known) return;
      const detail = aDetail(step.detail);
      const row = this.#rowOf(known.summary.id);
      const update = saveDetail(this.#database, this.#index, row, known.summary, detail, 1);
      if (update) this.#index.apply([update]);
      known.detail = detail;
    } else if (step.kind === 'remove') {
      const update = removeTicket(this.#database, ticketId(step.number));
      if (update) {
        this.#database.run('DELETE FROM unread WHERE row = ?', update.row);
        this.#index.apply([update]);
      }
      model.known.delete(ticketId(step.number));
    } else if (step.kind === 'unread') {
      const known = step.numbers.flatMap((number) => model.known.get(ticketId(number)) ?? []);
      for (const one of known) this.#setUnread(one, step.unread);
      this.#index.applyUnread(
        known.map(({ summary }) => this.#rowOf(summary.id)),
        step.unread,
      );
    } else if (step.kind === 'overlay') {
      model.overlay = step.overlay;
      this.#index.setOverlay(step.overlay);
    } else if (step.kind === 'prepare') {
      const query = { ...step.selection, sort: step.sort };
      for (let chunk = 0; chunk < step.chunks && this.#index.prepareChunk(query); chunk++);
    } else if (step.kind === 'clock') {
      model.nowMs += step.byMs;
    } else {
      this.#index = this.#open();
      this.#index.setOverlay(model.overlay);
    }
  }

  async compare(selection: TicketSelection, sort: Sort): Promise<void> {
    const expected = this.#model.page(selection, sort);
    const query = { ...selection, sort };
    const whole = this.#index.page({ ...query, offset: 0, limit: 500 });
    expect(whole).toEqual({ rows: expected, matching: expected.length });
    expect(this.#index.page({ ...query, offset: 2, limit: 3 }).rows).toEqual(expected.slice(2, 5));
    expect(await this.#index.ids({ ...query, first: 1, last: 4 })).toEqual(expected.slice(1, 5).map(({ id }) => id));
    const counted = [selection, ...baseViews.map((view) => ({ ...selection, view })), { ...selection, search: '' }];
    expect(this.#index.counts(counted)).toEqual(counted.map((one) => this.#model.find(one).length));
    const found = [...this.#model.known.keys()].filter((id) => this.#index.finds(selection, id));
    expect(new Set(found)).toEqual(new Set(this.#model.find(selection).map(({ summary }) => summary.id)));
    const facets = this.#index.facets(selection);
    for (const field of filterFields) {
      const found = facets[field].map(({ value, count }) => [value, count] as const);
      expect(new Map(found)).toEqual(this.#facet(selection, field));
    }
    const [first] = expected;
    if (first) expect(this.#index.ticketRow(first.id)).toEqual(first);
  }

  isPrepared(selection: TicketSelection, sort: Sort): boolean {
    return this.#index.isPrepared({ ...selection, sort });
  }

  /** The disk refuses every read after so many, until the trouble ends. */
  refuseAfter(reads: number): { end(): void } {
    let left = reads;
    const spy = vi.spyOn(this.#database, 'first').mockImplementation((sql, ...values) => {
      left -= 1;
      if (left >= 0) return SqliteFile.prototype.first.call(this.#database, sql, ...values);
      throw new ProblemError('disk-busy');
    });
    return { end: () => spy.mockRestore() };
  }

  close(): Promise<void> {
    return this.#database.close();
  }

  #facet(selection: TicketSelection, field: FilterField): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { summary } of this.#model.find({ ...selection, filters: { ...selection.filters, [field]: [] } })) {
      counts.set(summary[field], (counts.get(summary[field]) ?? 0) + 1);
    }
    return counts;
  }

  #setUnread(known: Known, unread: 0 | 1 | 2): void {
    const row = this.#rowOf(known.summary.id);
    this.#database.run('DELETE FROM unread WHERE row = ?', row);
    if (unread > 0) this.#database.run('INSERT INTO unread VALUES (?, NULL, ?)', row, unread - 1);
    known.unread = unread;
  }

  #rowOf(id: TicketId): number {
    return Number(this.#database.first('SELECT row FROM ticket WHERE id = ?', id)?.row);
  }
}
