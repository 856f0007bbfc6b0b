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

/** A time in another form than the server's own: in ISO's, without seconds or with fractions of them, with a zone. */
const otherForm = /^(\d{4}-\d\d-\d\d)(?:T|\s+)(\d\d:\d\d)(:\d\d)?(?:[.,]\d+)?\s*(?:Z|UTC|GMT|([+-]\d\d):?(\d\d)?)?$/i;

/** Brings a time into the server's form, taken for UTC unless it says otherwise. Any other text stays as it is. */
export function toServerTime(text: string): string {
  if (serverTimePattern.test(text)) return text;
  const [, day, minute, second = ':00', zoneHours = '+00', zoneMinutes = '00'] = otherForm.exec(text.trim()) ?? [];
  if (!day || !parseServerTime(`${day} ${minute}${second}`)) return text;
  const ms = Date.parse(`${day}T${minute}${second}${zoneHours}:${zoneMinutes}`);
  return Number.isNaN(ms) ? text : formatServerTime(ms);
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

/** For so long after the server confirmed something, an answer without it may come from a server that lags behind: seconds were seen. */
export const longestLagMs = 5 * 60_000;
