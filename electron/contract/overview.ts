/*
 * The numbers of the overview: counts and durations over the tickets that a selection finds, and over what this application sent.
 * Each chart has one call.
 */

import { z } from 'zod';
import type { changeSchema } from './change.ts';
import { type DaySpan, dayOf, daySpanSchema, momentsOf, startOfDay } from './dates.ts';
import { ticketSelectionSchema } from './query.ts';

/** What tickets are grouped by. */
export const groupFields = ['site', 'category'] as const;
const groupFieldSchema = z.enum(groupFields);
export type GroupField = z.infer<typeof groupFieldSchema>;

const count = z.int().min(0);

export const selectionRequestSchema = z.strictObject({ selection: ticketSelectionSchema });
export const groupsRequestSchema = selectionRequestSchema.extend({ by: groupFieldSchema });
export const spanRequestSchema = selectionRequestSchema.extend({ span: daySpanSchema });
export const spanGroupsRequestSchema = spanRequestSchema.extend({ by: groupFieldSchema });
export const sentRequestSchema = z.strictObject({ span: daySpanSchema });

/** The open tickets with one value of a field. `note` explains the value (a site's city), or is `''`. */
const openGroupSchema = z.object({ value: z.string(), note: z.string(), count });
export type OpenGroup = z.infer<typeof openGroupSchema>;

/** Largest first. */
export const openGroupsSchema = z.array(openGroupSchema);

/** The open tickets that were created in a span of days, which `fromDays` and `toDays` count back from today. */
const ageBandSchema = z.object({
  fromDays: z.int().min(0),
  /** `null`: any longer. */
  toDays: z.int().min(0).nullable(),
  span: daySpanSchema,
  count,
});
export type AgeBand = z.infer<typeof ageBandSchema>;

/** Youngest first. */
export const ageBandsSchema = z.array(ageBandSchema);

/** A week that begins on `span.from`, a Monday. */
const weekSchema = z.object({ span: daySpanSchema, created: count, closed: count });
export type Week = z.infer<typeof weekSchema>;

/** The weeks that a span touches, whole, oldest first. */
export const weeksSchema = z.array(weekSchema);

/** The most weeks of a chart, some five years; of a longer span the last ones are counted. */
export const maxWeeks = 260;

/**
 * How long completed tickets took, from their creation, in minutes. `slowestTenthMinutes` is the 90th percentile: each ticket of the
 * slowest tenth took so long or longer.
 */
const completionSchema = z.object({ count, medianMinutes: count, slowestTenthMinutes: count });
export type Completion = z.infer<typeof completionSchema>;

const completionGroupSchema = completionSchema.extend({ value: z.string(), note: z.string() });

/** The group whose tickets took longest (by their median) comes first; `all` is `null` where no ticket was completed. */
export const completionsSchema = z.object({ all: completionSchema.nullable(), groups: z.array(completionGroupSchema) });
export type Completions = z.infer<typeof completionsSchema>;

export const changeKinds = ['create', 'comment', 'update', 'cancel', 'attachment'] as const satisfies readonly z.infer<
  typeof changeSchema
>['kind'][];

/**
 * The confirmed changes of one kind, and how long the operator's confirmation took from the first sending, in milliseconds.
 * `null` where no change tells.
 */
const sentKindSchema = z.object({
  kind: z.enum(changeKinds),
  count,
  medianMs: z.number().min(0).nullable(),
  slowestTenthMs: z.number().min(0).nullable(),
});
export type SentKind = z.infer<typeof sentKindSchema>;

/** In the order of `changeKinds`; kinds that were not sent are left out. */
export const sentKindsSchema = z.array(sentKindSchema);

/** The ages by which open tickets are counted, in days, each up to the next. */
const ageStarts = [0, 8, 31, 91, 181, 366] as const;

/** Returns the bands of age without their counts, youngest first. */
export function ageBands(nowMs: number): Omit<AgeBand, 'count'>[] {
  const dayBefore = (days: number) => dayOf(startOfDay(nowMs, -days));
  return ageStarts.map((fromDays, at) => {
    const next = ageStarts[at + 1];
    const toDays = next === undefined ? null : next - 1;
    const from = toDays === null ? null : dayBefore(toDays);
    const to = fromDays === 0 ? null : dayBefore(fromDays); // a clock that is ahead makes no ticket older
    return { fromDays, toDays, span: { kind: 'between', from, to } };
  });
}

/**
 * Returns the weeks that a span touches, oldest first, up to the present; of a span that is still to come its first. An open start
 * is `maxWeeks` before the end.
 */
export function weeksOf(span: DaySpan, nowMs: number): DaySpan[] {
  const { fromMs, untilMs } = momentsOf(span, nowMs);
  const endMs = Math.max(fromMs, nowMs);
  const lastMs = Number.isFinite(untilMs) ? Math.min(startOfDay(untilMs, -1), endMs) : endMs;
  const weeks: DaySpan[] = [];
  for (let mondayMs = mondayOf(lastMs); weeks.length < maxWeeks; mondayMs = startOfDay(mondayMs, -7)) {
    const sundayMs = startOfDay(mondayMs, 6);
    if (weeks.length > 0 && startOfDay(sundayMs, 1) <= fromMs) break;
    weeks.push({ kind: 'between', from: dayOf(mondayMs), to: dayOf(sundayMs) });
  }
  return weeks.reverse();
}

const mondayOf = (ms: number): number => startOfDay(ms, -((new Date(ms).getDay() + 6) % 7));
