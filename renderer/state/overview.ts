/*
 * The overview: its numbers, the period that they are about, and the way to the tickets behind them. It shows the list's own
 * filters and search, so that a saved view keeps them.
 */

import { type DaySpan, overlapOf } from '../../electron/contract/dates.ts';
import { isLocalTicketId } from '../../electron/contract/ids.ts';
import type { AgeBand, Completions, OpenGroup, SentKind, Week } from '../../electron/contract/overview.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import type { Filters, Sort, TicketRow, TicketSelection } from '../../electron/contract/query.ts';
import { openStatuses } from '../../electron/contract/specification.ts';
import { accountStore } from './account-store.ts';
import { throttle } from './desk-events.ts';
import { useOutbox } from './outbox.ts';
import { isSameList, type Query, searchAllTickets, useQuery } from './query.ts';
import { focusGrid } from './screen.ts';
import { showList } from './search.ts';

/** What each chart shows. */
type Numbers = {
  readonly openBySite: readonly OpenGroup[];
  readonly openByCategory: readonly OpenGroup[];
  readonly openByAge: readonly AgeBand[];
  readonly weeks: readonly Week[];
  readonly completionBySite: Completions;
  readonly completionByCategory: Completions;
  readonly oldest: readonly TicketRow[];
  readonly quietest: readonly TicketRow[];
  readonly sent: readonly SentKind[];
};
export type ChartId = keyof Numbers;

type OverviewState = {
  readonly span: DaySpan;
  /** The older numbers stay until the newer ones are there, so that nothing flickers. A chart that was never counted has none. */
  readonly numbers: Partial<Numbers>;
  /** Why a chart could not be counted last. */
  readonly problems: { readonly [Id in ChartId]?: Problem };
  /** What the list showed before and after the tickets behind a bar were opened. */
  readonly opened: { readonly before: Query; readonly after: Query } | null;
};

export const useOverview = accountStore<OverviewState>({
  span: { kind: 'last', days: 90 },
  numbers: {},
  problems: {},
  opened: null,
});

/** Sets the period of the numbers that are about one. */
export function setSpan(span: DaySpan): void {
  useOverview.setState({ span });
  void loadOverview();
}

/**
 * Sets what the overview is about when it is shown: all tickets that the list's filters find, in place of the built-in view
 * that was shown, and what it was about before where the list still shows the tickets behind one of its bars. A saved view stays.
 */
export function enterOverview(): void {
  const query = useQuery.getState();
  const { opened } = useOverview.getState();
  if (opened && isSameList(opened.after, query)) useQuery.setState(opened.before);
  else if (query.savedId === null && query.view !== 'all') searchAllTickets();
}

const reloadIntervalMs = 2_000;
const queryIntervalMs = 300;

/** Keeps the numbers up to date. Returns the function that ends it. */
export function watchOverview(): () => void {
  let isWatched = true;
  const load = () => {
    if (isWatched) void loadOverview();
  };
  const loadSoon = throttle(load, reloadIntervalMs);
  const loadForQuery = throttle(load, queryIntervalMs);
  const stops = [
    window.desk.on('ticketsChanged', loadSoon),
    window.desk.on('outbox', loadSoon),
    useQuery.subscribe((query, before) => {
      if (!isSameList(query, before)) loadForQuery();
    }),
  ];
  load();
  return () => {
    isWatched = false;
    for (const stop of stops) stop();
  };
}

/** How many tickets the lists of tickets show. */
export const shownTickets = 10;

/** Counts everything anew. */
export async function loadOverview(): Promise<void> {
  const { overview } = window.desk;
  const { span } = useOverview.getState();
  const { view, filters, search } = useQuery.getState();
  const selection: TicketSelection = { view, filters, search };
  await Promise.all([
    load('openBySite', overview.open({ selection, by: 'site' })),
    load('openByCategory', overview.open({ selection, by: 'category' })),
    load('openByAge', overview.openByAge({ selection })),
    load('weeks', overview.weeks({ selection, span })),
    load('completionBySite', overview.completion({ selection, span, by: 'site' })),
    load('completionByCategory', overview.completion({ selection, span, by: 'category' })),
    load('oldest', firstOpen(selection, 'createdOn')),
    load('quietest', firstOpen(selection, 'updatedOn')),
    load('sent', overview.sent({ span })),
  ]);
}

type Outcome<T> = { ok: true; value: T } | { ok: false; problem: Problem };

async function load<Id extends ChartId>(id: Id, response: Promise<Outcome<Numbers[Id]>>): Promise<void> {
  const outcome = await useOverview.newest(response, id);
  if (!outcome) return;
  useOverview.setState(({ numbers, problems: { [id]: _before, ...problems } }) =>
    outcome.ok
      ? { numbers: { ...numbers, [id]: outcome.value }, problems }
      : { problems: { ...problems, [id]: outcome.problem } },
  );
}

/** The days of every time that is one: a filter by it leaves out what has none, and what the server wrote in no form of a time. */
const anyTime: DaySpan = { kind: 'between', from: null, to: null };

/** Returns the open tickets whose time is the longest ago. Those that exist only here come first in a list and are left out. */
async function firstOpen(selection: TicketSelection, by: 'createdOn' | 'updatedOn'): Promise<Outcome<TicketRow[]>> {
  const filters = narrowed(selection.filters, { status: openStatuses }, Date.now());
  if (!filters) return { ok: true, value: [] };
  const unsent = useOutbox.getState().items.filter(({ change }) => change.kind === 'create').length;
  const outcome = await window.desk.tickets.page({
    ...selection,
    filters: { ...filters, [by]: filters[by] ?? anyTime },
    sort: { by, direction: 'ascending' },
    offset: 0,
    limit: Math.min(500, shownTickets + unsent),
  });
  if (!outcome.ok) return outcome;
  const known = outcome.value.rows.filter(({ id }) => !isLocalTicketId(id));
  return { ok: true, value: known.slice(0, shownTickets) };
}

/** What the tickets behind a bar have in common. */
export type Narrowing = {
  readonly status?: readonly string[];
  readonly site?: readonly string[];
  readonly category?: readonly string[];
  readonly createdOn?: DaySpan;
  readonly closedOn?: DaySpan;
};

/** Returns filters that accept what both of them do; `null` where that is nothing. */
export function narrowed(filters: Filters, narrowing: Narrowing, nowMs: number): Filters | null {
  const result = { ...filters };
  for (const field of ['status', 'site', 'category'] as const) {
    const values = narrowing[field];
    if (!values) continue;
    result[field] = values.filter((value) => filters[field].length === 0 || filters[field].includes(value));
    if (result[field].length === 0) return null;
  }
  for (const field of ['createdOn', 'closedOn'] as const) {
    const span = narrowing[field];
    if (span) result[field] = overlapOf(span, filters[field], nowMs);
  }
  return result;
}

/** Shows the tickets behind a bar in the list. */
export function openTickets(narrowing: Narrowing, sort: Sort): void {
  const before = useQuery.getState();
  const filters = narrowed(before.filters, narrowing, Date.now());
  if (!filters) return;
  useQuery.setState({ filters, sort });
  useOverview.setState({ opened: { before, after: useQuery.getState() } });
  showList();
  focusGrid();
}
