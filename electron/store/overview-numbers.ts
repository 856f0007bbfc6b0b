/*
 * Counts and durations for the overview: each is one pass over a few columns of all tickets, some milliseconds for a hundred
 * thousand.
 */

import { openStatuses } from '../contract/specification.ts';
import type { FoundColumns } from './facet-columns.ts';
import { minuteMs } from './ticket-state.ts';

/** Returns how many of the found tickets that are open have each value of a field; values without any are left out. */
export function countOpen({ facets, mask }: FoundColumns, field: 'site' | 'category'): Map<string, number> {
  const isOpen = opennessByCode(facets.valuesOf('status'));
  const statuses = facets.codesOf('status');
  const codes = facets.codesOf(field);
  const values = facets.valuesOf(field);
  const counts = new Int32Array(values.length);
  for (let row = 0; row < mask.length; row++) {
    if (mask[row] !== 1 || isOpen[statuses[row] as number] !== 1) continue;
    const code = codes[row] as number;
    counts[code] = (counts[code] as number) + 1;
  }
  return new Map(values.flatMap((value, code) => (counts[code] ? [[value, counts[code]]] : [])));
}

/** Counts into `spans` when the found tickets that are open were created. */
export function countOpenByCreation({ facets, mask }: FoundColumns, spans: SpanCounter): void {
  const isOpen = opennessByCode(facets.valuesOf('status'));
  const statuses = facets.codesOf('status');
  const created = facets.minutesOf('createdOn');
  for (let row = 0; row < mask.length; row++) {
    if (mask[row] === 1 && isOpen[statuses[row] as number] === 1) spans.add(created[row] as number);
  }
}

/** Counts into `spans` when the found tickets were created or closed. */
export function countTimes({ facets, mask }: FoundColumns, field: 'createdOn' | 'closedOn', spans: SpanCounter): void {
  const minutes = facets.datesOf(field);
  for (let row = 0; row < mask.length; row++) if (mask[row] === 1) spans.add(minutes[row] as number);
}

const opennessByCode = (statuses: readonly string[]): Uint8Array =>
  Uint8Array.from(statuses, (status) => Number(openStatuses.includes(status)));

/** Counts minutes since 1970 in spans that follow one another without gaps. Minute 0 stands for none, and is in no span. */
export class SpanCounter {
  readonly counts: number[];
  readonly #startMinutes: number[];
  readonly #untilMinute: number;

  /** @param startsMs when each span begins, oldest first @param untilMs when the last one ends */
  constructor(startsMs: readonly number[], untilMs: number) {
    this.#startMinutes = startsMs.map((ms) => ms / minuteMs);
    this.#untilMinute = untilMs / minuteMs;
    this.counts = startsMs.map(() => 0);
  }

  add(minute: number): void {
    if (minute === 0 || minute >= this.#untilMinute) return;
    let low = 0;
    let high = this.#startMinutes.length; // the span is before this one
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#startMinutes[middle] as number) <= minute) low = middle + 1;
      else high = middle;
    }
    if (low > 0) this.counts[low - 1] = (this.counts[low - 1] as number) + 1;
  }
}

/** The durations of tickets, in minutes, by a value of theirs and unsorted. */
export type Durations = { value: string; minutes: Int32Array };

/** Returns how long the found tickets took that were completed within a span, by a field. Tickets without both times are left out. */
export function completedDurations(
  { facets, mask }: FoundColumns,
  field: 'site' | 'category',
  { fromMs, untilMs }: { fromMs: number; untilMs: number },
): Durations[] {
  const completed = facets.valuesOf('status').indexOf('Completed');
  const statuses = facets.codesOf('status');
  const created = facets.minutesOf('createdOn');
  const closed = facets.datesOf('closedOn');
  const codes = facets.codesOf(field);
  const values = facets.valuesOf(field);
  const [from, until] = [fromMs / minuteMs, untilMs / minuteMs];
  const rows = new Int32Array(mask.length);
  const counts = new Int32Array(values.length);
  let rowCount = 0;
  for (let row = 0; row < mask.length; row++) {
    if (mask[row] !== 1 || statuses[row] !== completed || created[row] === 0) continue;
    const minute = closed[row] as number;
    if (minute === 0 || minute < from || minute >= until) continue;
    rows[rowCount++] = row;
    counts[codes[row] as number] = (counts[codes[row] as number] as number) + 1;
  }
  const groups = values.map((value, code) => ({ value, minutes: new Int32Array(counts[code] as number) }));
  const filled = new Int32Array(values.length);
  for (let at = 0; at < rowCount; at++) {
    const row = rows[at] as number;
    const code = codes[row] as number;
    const minutes = Math.max(0, (closed[row] as number) - (created[row] as number)); // the two may be out of order
    (groups[code] as Durations).minutes[filled[code] as number] = minutes;
    filled[code] = (filled[code] as number) + 1;
  }
  return groups.filter(({ minutes }) => minutes.length > 0);
}

/** Returns the smallest value that at least a share of all values do not exceed. @param sorted ascending and not empty */
export function percentileOf(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] as number;
}
