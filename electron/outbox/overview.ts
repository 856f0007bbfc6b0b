/*
 * The numbers of the overview, over the tickets as the list shows them: the cached ones and those that exist only here. Work that
 * takes longer than a few milliseconds is done in turns.
 */

import { setImmediate as breathe } from 'node:timers/promises';
import { type DaySpan, momentsOf } from '../contract/dates.ts';
import {
  type AgeBand,
  ageBands,
  type Completion,
  type Completions,
  changeKinds,
  type GroupField,
  type OpenGroup,
  type SentKind,
  type Week,
  weeksOf,
} from '../contract/overview.ts';
import type { TicketSelection } from '../contract/query.ts';
import { openStatuses } from '../contract/specification.ts';
import type { Cache } from '../store/cache.ts';
import {
  completedDurations,
  countOpen,
  countOpenByCreation,
  countTimes,
  percentileOf,
  SpanCounter,
} from '../store/overview-numbers.ts';
import { minuteOf } from '../store/ticket-state.ts';
import { Turn } from '../store/turn.ts';
import type { ChangeTable } from './change-table.ts';
import type { SentTime } from './confirmed-changes.ts';
import type { OptimisticTickets } from './optimistic-tickets.ts';

/** After so long it is others' turn. */
const turnMs = 5;

/** Reading the times of so many sent changes takes a few milliseconds. */
const sentPerTurn = 500;

export class Overview {
  readonly #tickets: OptimisticTickets;
  readonly #table: ChangeTable;
  readonly #cache: Cache;
  readonly #nowMs: () => number;

  constructor(tickets: OptimisticTickets, table: ChangeTable, cache: Cache, nowMs: () => number) {
    this.#tickets = tickets;
    this.#table = table;
    this.#cache = cache;
    this.#nowMs = nowMs;
  }

  /** Returns how many open tickets there are by a field, the most first. */
  async open(selection: TicketSelection, by: GroupField): Promise<OpenGroup[]> {
    const { found, local } = await this.#tickets.columns(selection);
    const counts = countOpen(found, by);
    for (const ticket of local.filter(isOpen)) counts.set(ticket[by], (counts.get(ticket[by]) ?? 0) + 1);
    const noteOf = this.#noter(by);
    return [...counts]
      .map(([value, count]) => ({ value, note: noteOf(value), count }))
      .sort((one, other) => other.count - one.count || compare(one.value, other.value));
  }

  /** Returns how many open tickets there are by their age, the youngest first. */
  async openByAge(selection: TicketSelection): Promise<AgeBand[]> {
    const nowMs = this.#nowMs();
    const bands = ageBands(nowMs);
    const { found, local } = await this.#tickets.columns(selection);
    const startsMs = bands.map(({ span }) => momentsOf(span, nowMs).fromMs).reverse(); // the oldest band begins first
    const spans = new SpanCounter(startsMs, Number.POSITIVE_INFINITY);
    countOpenByCreation(found, spans);
    for (const ticket of local.filter(isOpen)) spans.add(minuteOf(ticket.createdOn));
    const counts = spans.counts.reverse();
    return bands.map((band, at) => ({ ...band, count: counts[at] ?? 0 }));
  }

  /** Returns how many tickets were created and closed in each week of a span, the oldest first. */
  async weeks(selection: TicketSelection, span: DaySpan): Promise<Week[]> {
    const nowMs = this.#nowMs();
    const weeks = weeksOf(span, nowMs);
    const moments = weeks.map((week) => momentsOf(week, nowMs));
    const startsMs = moments.map(({ fromMs }) => fromMs);
    const untilMs = moments.at(-1)?.untilMs ?? 0;
    const { found, local } = await this.#tickets.columns(selection);
    const created = new SpanCounter(startsMs, untilMs);
    const closed = new SpanCounter(startsMs, untilMs);
    countTimes(found, 'createdOn', created);
    countTimes(found, 'closedOn', closed);
    for (const ticket of local) {
      created.add(minuteOf(ticket.createdOn));
      closed.add(minuteOf(ticket.closedOn));
    }
    return weeks.map((week, at) => ({ span: week, created: created.counts[at] ?? 0, closed: closed.counts[at] ?? 0 }));
  }

  /** Returns how long the tickets took that were completed in a span, by a field, the slowest first. */
  async completion(selection: TicketSelection, span: DaySpan, by: GroupField): Promise<Completions> {
    const { found } = await this.#tickets.columns(selection);
    const durations = completedDurations(found, by, momentsOf(span, this.#nowMs())); // copies, which no write changes
    const all = new Int32Array(durations.reduce((sum, { minutes }) => sum + minutes.length, 0));
    const noteOf = this.#noter(by);
    const groups: Completions['groups'] = [];
    const turn = new Turn(turnMs);
    let filled = 0;
    for (const { value, minutes } of durations) {
      all.set(minutes, filled);
      filled += minutes.length;
      groups.push({ value, note: noteOf(value), ...completionOf(minutes) });
      await turn.end();
    }
    groups.sort((one, other) => other.medianMinutes - one.medianMinutes || compare(one.value, other.value));
    return { all: all.length === 0 ? null : completionOf(all), groups };
  }

  /** Returns what was sent in a span, and how soon the operator confirmed it. */
  async sent(span: DaySpan): Promise<SentKind[]> {
    const { fromMs, untilMs } = momentsOf(span, this.#nowMs());
    const counts = new Map<string, number>();
    const answerMs = new Map<string, number[]>();
    for await (const { kind, answeredAtMs, sentAtMs } of this.#sentFrom(fromMs)) {
      if (answeredAtMs >= untilMs) break;
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      if (sentAtMs === null || answeredAtMs < sentAtMs) continue; // the clock was set back meanwhile
      const known = answerMs.get(kind);
      if (known) known.push(answeredAtMs - sentAtMs);
      else answerMs.set(kind, [answeredAtMs - sentAtMs]);
    }
    return changeKinds
      .map((kind) => ({ kind, count: counts.get(kind) ?? 0, ...answersOf(answerMs.get(kind) ?? []) }))
      .filter(({ count }) => count > 0);
  }

  async *#sentFrom(fromMs: number): AsyncGenerator<SentTime> {
    let place = { answeredAtMs: Math.max(0, fromMs), seq: 0 };
    for (;;) {
      const times = this.#table.confirmed.times(place, sentPerTurn);
      yield* times;
      const last = times.at(-1);
      if (!last || times.length < sentPerTurn) return;
      place = last;
      await breathe();
    }
  }

  /** Returns what explains a value of a field: of a site its city. */
  #noter(by: GroupField): (value: string) => string {
    if (by !== 'site') return () => '';
    const cities = new Map(this.#cache.lists.sites().map(({ site, city }) => [site, city]));
    return (site) => cities.get(site) ?? '';
  }
}

const isOpen = ({ status }: { status: string }): boolean => openStatuses.includes(status);

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** Sorts the durations, of which there is at least one. */
function completionOf(minutes: Int32Array): Completion {
  minutes.sort();
  return {
    count: minutes.length,
    medianMinutes: percentileOf(minutes, 0.5),
    slowestTenthMinutes: percentileOf(minutes, 0.9),
  };
}

function answersOf(answerMs: readonly number[]): Pick<SentKind, 'medianMs' | 'slowestTenthMs'> {
  if (answerMs.length === 0) return { medianMs: null, slowestTenthMs: null };
  const sorted = Float64Array.from(answerMs).sort();
  return { medianMs: percentileOf(sorted, 0.5), slowestTenthMs: percentileOf(sorted, 0.9) };
}
