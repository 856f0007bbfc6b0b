/*
 * Spans of days, as filters hold them. A span is kept as the user chose it, so that "the last 7 days" in a saved view goes on
 * moving, and becomes moments only when a query runs.
 */

import { z } from 'zod';

/** A day of the calendar where the user is, `yyyy-MM-dd`. */
const daySchema = z.iso.date();

/** The days from `from` to `to`, both included, either of them open; or today and the days before it, `days` in all. */
export const daySpanSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('between'), from: daySchema.nullable(), to: daySchema.nullable() }),
  z.strictObject({ kind: z.literal('last'), days: z.int().min(1).max(36_500) }),
]);
export type DaySpan = z.infer<typeof daySpanSchema>;

/** Moments in milliseconds since 1970: from `fromMs`, up to but without `untilMs`. */
export type Span = { fromMs: number; untilMs: number };

/** Returns the moments that a span of days covers where this computer is. The end of an open span is infinite. */
export function momentsOf(span: DaySpan, nowMs: number): Span {
  if (span.kind === 'last') return { fromMs: startOfDay(nowMs, 1 - span.days), untilMs: startOfDay(nowMs, 1) };
  return {
    fromMs: span.from === null ? Number.NEGATIVE_INFINITY : startOfDay(dayMs(span.from), 0),
    untilMs: span.to === null ? Number.POSITIVE_INFINITY : startOfDay(dayMs(span.to), 1),
  };
}

const dayMs = (day: string): number => new Date(`${day}T00:00:00`).getTime();

/** Returns when a day begins, some days after that of a moment. Days are not all 24 hours long. */
export function startOfDay(ms: number, daysLater: number): number {
  const day = new Date(ms);
  // By way of noon: where summer time begins at midnight, a day has no such hour, and the other one would begin an hour late.
  day.setHours(12, 0, 0, 0);
  day.setDate(day.getDate() + daysLater);
  day.setHours(0, 0, 0, 0);
  return day.getTime();
}

/** Returns the day of a moment where this computer is, `yyyy-MM-dd`. */
export function dayOf(ms: number): string {
  const day = new Date(ms);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${String(day.getFullYear()).padStart(4, '0')}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** Returns the days that are in both spans; none may be. `null` is all days. */
export function overlapOf(one: DaySpan, other: DaySpan | null, nowMs: number): DaySpan {
  if (other === null) return one;
  const [first, second] = [one, other].map((span) => boundsOf(span, nowMs)) as [Bounds, Bounds];
  const from =
    [first.from, second.from]
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? null;
  const to =
    [first.to, second.to]
      .filter((day) => day !== null)
      .sort()
      .at(0) ?? null;
  return { kind: 'between', from, to };
}

type Bounds = { from: string | null; to: string | null };

function boundsOf(span: DaySpan, nowMs: number): Bounds {
  if (span.kind === 'between') return span;
  return { from: dayOf(startOfDay(nowMs, 1 - span.days)), to: dayOf(nowMs) };
}
