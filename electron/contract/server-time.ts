const serverTimePattern = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/;

/**
 * Returns the moment that the server means by a text, or `null` for anything but a UTC time of the form
 * `yyyy-MM-dd HH:mm:ss` (section 4). A day that does not exist is no time either: `Date` would take `2023-02-31` for a day
 * in March.
 */
export function parseServerTime(text: string): Date | null {
  if (!serverTimePattern.test(text)) return null;
  const date = new Date(`${text.replace(' ', 'T')}Z`);
  return !Number.isNaN(date.getTime()) && formatServerTime(date.getTime()) === text ? date : null;
}

/** Writes a moment, in milliseconds since 1970, as the server does (section 4): `yyyy-MM-dd HH:mm:ss` in UTC. */
export function formatServerTime(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
}

/**
 * How far apart two times of one event may lie, in milliseconds: the server's clock is only known to within a few seconds,
 * and a request takes time.
 */
export const toleranceMs = 2 * 60_000;
