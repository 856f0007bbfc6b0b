/*
 * The hand-over: what the next shift should know. Its sentences are written by the main process, so that the screen, what is
 * copied and what is saved say the same.
 */

import { z } from 'zod';
import { ticketIdSchema } from './ids.ts';
import { recordKeptDays } from './news.ts';

/** The longest sentence at the top, in UTF-16 units: Colodesk's own limit. */
export const longestHandoverSentence = 4_000;

/** The hours that are offered as the length of a shift. */
export const shiftHours = [8, 12, 24] as const;

/** A hand-over reaches back as far as the record of changes does. */
export const longestShiftMs = recordKeptDays * 86_400_000;

/** When the shift began: so many hours ago, or at a moment, in milliseconds since 1970. */
export const shiftStartSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('hours'), hours: z.literal(shiftHours) }),
  z.strictObject({ kind: z.literal('moment'), atMs: z.number().min(0) }),
]);

/** What a hand-over covers. No sites: all of them. */
export const handoverScopeSchema = z.strictObject({
  since: shiftStartSchema,
  /** As the server writes them, at any length. */
  sites: z.array(z.string()).max(1_000),
});
export type HandoverScope = z.infer<typeof handoverScopeSchema>;

export const defaultHandoverScope: HandoverScope = { since: { kind: 'hours', hours: 8 }, sites: [] };

/** In the order in which they are shown. */
const handoverSectionNames = ['new', 'changed', 'closed', 'waiting', 'starred', 'attention'] as const;

const lineSchema = z.object({
  /** When it happened, local and in words; `''`: at no certain time. */
  time: z.string(),
  text: z.string(),
});

const entrySchema = z.object({
  ticketId: ticketIdSchema,
  title: z.string(),
  /** Status, site and category, as far as they are known. */
  facts: z.array(z.string()),
  lines: z.array(lineSchema),
  /** The user's private note, with the first entry of its ticket; `''`: none. */
  note: z.string(),
});
export type HandoverEntry = z.infer<typeof entrySchema>;

const sectionSchema = z.object({
  name: z.enum(handoverSectionNames),
  /** With the number of tickets. */
  heading: z.string(),
  /** Says that there are none; `''` where there are. */
  none: z.string(),
  entries: z.array(entrySchema),
  /** Says how many more there are than are listed; `''`: none. */
  more: z.string(),
});
export type HandoverSection = z.infer<typeof sectionSchema>;

export const handoverSchema = z.object({
  id: z.uuid(),
  title: z.string(),
  /** What the user writes at the top; `''` in one that is not handed over yet. */
  sentence: z.string(),
  /** Since when, as of when, for which sites, and how the sync stands. */
  facts: z.array(z.object({ name: z.string(), value: z.string() })),
  /** Why it may not be complete; `''` when nothing speaks against it. */
  warning: z.string(),
  sections: z.array(sectionSchema),
  /** What stands before a private note. */
  noteLabel: z.string(),
});
export type Handover = z.infer<typeof handoverSchema>;

/** What the screen begins with. */
export const handoverBeginningSchema = z.object({
  /** What was typed and not handed over yet. */
  sentence: z.string(),
  /** What the last one covered. */
  scope: handoverScopeSchema,
  /** The sites of all tickets; `''` for those without one. */
  sites: z.array(z.string()),
});
export type HandoverBeginning = z.infer<typeof handoverBeginningSchema>;

export const handoverSentenceSchema = z.string().max(longestHandoverSentence);

/** Hands over what was read last, with a sentence and the private notes of some of its tickets. */
export const handingOverSchema = z.strictObject({
  id: z.uuid(),
  sentence: handoverSentenceSchema,
  notesOf: z.array(ticketIdSchema).max(2_000),
});
export type HandingOver = z.infer<typeof handingOverSchema>;

/** One that was handed over, in a list. */
export const keptHandoverSchema = z.object({
  id: z.uuid(),
  keptAtMs: z.number(),
  sentence: z.string(),
  scope: handoverScopeSchema,
});
export type KeptHandover = z.infer<typeof keptHandoverSchema>;

/** How long a hand-over is kept; the README says so. */
export const handoverKeptDays = 365;
