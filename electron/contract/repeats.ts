/*
 * Repeating requests: the rhythm of a template, and the requests that were prepared from it. A prepared request is a draft: it
 * is put before the user and never sent by itself.
 */

import { z } from 'zod';
import { longestTemplateName } from './specification.ts';

/** The days of the week as RFC 5545 writes them, from Monday. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export const weekdaySchema = z.enum(weekdays);
export type Weekday = z.infer<typeof weekdaySchema>;

/** A day of the calendar where the user is, `yyyy-MM-dd`, and a time of day there, `HH:mm`. */
const daySchema = z.iso.date().refine((day) => day >= '1970-01-01' && day <= '2200-12-31');
const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Which of its weekday in a month; -1 is the last. */
export const weeksOfMonth = [1, 2, 3, 4, -1] as const;
export type WeekOfMonth = (typeof weeksOfMonth)[number];

/** The day of a month: by its number (the last day where a month is shorter), the last one, or such as the first Monday. */
export const dayOfMonthSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('number'), number: z.int().min(1).max(31) }),
  z.strictObject({ by: z.literal('last') }),
  z.strictObject({ by: z.literal('weekday'), week: z.literal(weeksOfMonth), weekday: weekdaySchema }),
]);
export type DayOfMonth = z.infer<typeof dayOfMonthSchema>;

const span = {
  /** Every so many days, weeks or months. */
  every: z.int().min(1).max(99),
  /** The first day on which it may come. */
  from: daySchema,
  /** The time of day, wherever the user is by then. */
  at: timeSchema,
  /** The last day on which it may come; `null`: for ever. */
  until: daySchema.nullable(),
};

/** When the requests of a template come. */
export const rhythmSchema = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.literal('day'), ...span }),
  z.strictObject({ unit: z.literal('week'), ...span, weekdays: z.array(weekdaySchema).min(1).max(7) }),
  z.strictObject({ unit: z.literal('month'), ...span, on: dayOfMonthSchema }),
]);
export type Rhythm = z.infer<typeof rhythmSchema>;

const templateIdSchema = z.uuid();

/** What became of a prepared request: it waits for the user, was sent (handed to the outbox), or was skipped. */
export const preparedStateSchema = z.enum(['waiting', 'sent', 'skipped']);

/** A request that was prepared, with its draft for as long as it waits. */
export const preparedRequestSchema = z.object({
  id: z.uuid(),
  templateId: templateIdSchema,
  /** The template's name when it was prepared: the template may be gone. */
  templateName: z.string().min(1).max(longestTemplateName),
  /** The day for which it was prepared; the last of `days`. */
  day: z.string(),
  /** For how many days it stands: more than one where earlier ones were missed or still waited. */
  days: z.int().min(1),
  preparedAtMs: z.number(),
  state: preparedStateSchema,
  /** When it was sent or skipped; `null` while it waits. */
  endedAtMs: z.number().nullable(),
});
export type PreparedRequest = z.infer<typeof preparedRequestSchema>;

const draftPrefix = 'repeat:';

/** The key of the draft that a prepared request is. */
export const draftKeyOf = (id: string): string => draftPrefix + id;

/** The prepared request that the draft of a key is; `null` for any other draft. */
export const preparedIdOf = (key: string): string | null =>
  key.startsWith(draftPrefix) ? key.slice(draftPrefix.length) : null;

/** The rhythms of all templates that have one, and the prepared requests that wait, the oldest first. */
export const repeatsSchema = z.object({
  rhythms: z.array(z.object({ templateId: templateIdSchema, rhythm: rhythmSchema })),
  waiting: z.array(preparedRequestSchema),
});
export type Repeats = z.infer<typeof repeatsSchema>;

export const saveRhythmSchema = z.strictObject({ templateId: templateIdSchema, rhythm: rhythmSchema.nullable() });
export const oneTemplateSchema = z.strictObject({ templateId: templateIdSchema });
export const onePreparedSchema = z.strictObject({ id: z.uuid() });
/** Moments in milliseconds since 1970. */
export const momentsSchema = z.array(z.number());
