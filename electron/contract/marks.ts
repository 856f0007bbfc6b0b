/*
 * The user's own marks on tickets and sites. They are never sent to the operator.
 */

import { z } from 'zod';
import { ticketIdSchema } from './ids.ts';

/** The longest private note on a ticket or a site, in UTF-16 units: Colodesk's own limit. */
export const longestNote = 4_000;

const noteSchema = z.string().max(longestNote);

/** A private note on a ticket. Where a new ticket turned out to be one that was listed, the notes on both became one, in two lines. */
export const ticketNoteSchema = z.string().max(2 * longestNote + 1);

/** Returns one note of two: that of a new ticket comes first. */
export const joinNotes = (first: string, second: string): string =>
  [first, second].filter((note) => note !== '').join('\n');

/**
 * Returns what a note that was typed over `before` makes of the saved one. That may be two by now, joined when a new ticket turned out
 * to be one that was listed: then only its own part becomes another.
 */
export function noteTypedOver(saved: string, before: string, typed: string): string {
  if (saved === before) return typed;
  if (before === '' || saved.startsWith(`${before}\n`)) {
    return joinNotes(typed, saved.slice(before === '' ? 0 : before.length + 1));
  }
  return saved.endsWith(`\n${before}`) ? joinNotes(saved.slice(0, -before.length - 1), typed) : typed;
}

/** The user's own marks on one ticket. */
export const marksSchema = z.object({
  isStarred: z.boolean(),
  /** Until when the ticket is out of the way, in milliseconds since 1970; in the past once it has come back. */
  snoozedUntilMs: z.number().nullable(),
  /** `''`: none. */
  note: z.string(),
});
export type Marks = z.infer<typeof marksSchema>;

export const noMarks: Marks = { isStarred: false, snoozedUntilMs: null, note: '' };

/** Whether a ticket is out of the way now. */
export const isSnoozed = ({ snoozedUntilMs }: Marks, nowMs: number): boolean =>
  snoozedUntilMs !== null && snoozedUntilMs > nowMs;

/** Whether a ticket has come back from a snooze and was not looked at since. */
export const isReminderDue = ({ snoozedUntilMs }: Marks, nowMs: number): boolean =>
  snoozedUntilMs !== null && snoozedUntilMs <= nowMs;

/** The tickets that one action marks: as many as a view can hold. */
export const manyTicketsSchema = z.array(ticketIdSchema).min(1).max(1_000_000);

/** What the user keeps about a site. */
export const siteNoteSchema = z.object({
  site: z.string().min(1).max(64),
  /** `''`: none. */
  note: noteSchema,
  /** An IANA time zone that replaces the one Colodesk takes for the site; `''`: none. */
  zone: z.string().max(64),
});
export type SiteNote = z.infer<typeof siteNoteSchema>;
