/*
 * The dates of planned maintenance: a field of the user's own on any ticket, which is never sent.
 */

import { z } from 'zod';
import { ticketIdSchema } from './ids.ts';

/** A moment as the clocks of a place show it, `yyyy-MM-ddTHH:mm`. */
const localTimeSchema = z.string().regex(/^(?:19|20|21)\d{2}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d$/);

/** From when until when, in the time zone of the site. */
export const maintenanceSchema = z.strictObject({
  start: localTimeSchema,
  end: localTimeSchema,
  /** The IANA zone of both: the site's, or the user's own where that is not known. */
  zone: z.string().min(1).max(64),
});
export type Maintenance = z.infer<typeof maintenanceSchema>;

export const saveMaintenanceSchema = z.strictObject({
  ticketId: ticketIdSchema,
  /** `null` removes the dates. */
  dates: maintenanceSchema.nullable(),
});

/** Whose dates to write: one ticket's, or, with `null`, those of all tickets that have any. */
export const calendarRequestSchema = z.strictObject({ ticketId: ticketIdSchema.nullable() });

/** The file, and how many tickets are in it; `null` if the user cancelled. */
export const savedCalendarSchema = z.object({ fileName: z.string(), count: z.int().min(1) }).nullable();
export type SavedCalendar = z.infer<typeof savedCalendarSchema>;

/**
 * Returns the moment, in milliseconds since 1970, at which the clocks of a zone show a time; `null` for a day that does not
 * exist. A time that is skipped in spring is taken an hour later, one that comes twice in autumn at its first coming.
 */
export function momentInZone(localTime: string, zone: string): number | null {
  const wallMs = Date.parse(`${localTime}:00Z`);
  if (Number.isNaN(wallMs) || !new Date(wallMs).toISOString().startsWith(localTime)) return null;
  const offsets = [wallMs - dayMs, wallMs + dayMs].map((ms) => offsetMs(ms, zone));
  const [before = 0, after = 0] = offsets;
  const fitting = [wallMs - before, wallMs - after].filter((ms) => ms + offsetMs(ms, zone) === wallMs);
  return fitting.length > 0 ? Math.min(...fitting) : wallMs - before;
}

const dayMs = 86_400_000;

/** How far the clocks of a zone are ahead of UTC at a moment. */
function offsetMs(ms: number, zone: string): number {
  const parts = partsIn(zone).formatToParts(ms);
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  const wallMs = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return wallMs - Math.floor(ms / 1_000) * 1_000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function partsIn(zone: string): Intl.DateTimeFormat {
  const kept = formats.get(zone);
  if (kept) return kept;
  const format = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  });
  formats.set(zone, format);
  return format;
}

const maintenanceWords = /maint(?:enance|\.)|wartung|mantenimiento|メンテナンス|保守/iu;

/** Whether a ticket speaks of maintenance, so that dates for it suggest themselves. */
export const speaksOfMaintenance = (texts: readonly string[]): boolean =>
  texts.some((text) => maintenanceWords.test(text));
