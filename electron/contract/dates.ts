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
  day.setHours(0, 0, 0, 0);
  day.setDate(day.getDate() + daysLater);
  return day.getTime();
}
