const serverTimePattern = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/;

/**
 * Returns the moment that the server means by a text, or `null` for anything but a UTC time of the form
 * `yyyy-MM-dd HH:mm:ss` (section 4). A day that does not exist is no time either: `Date` would take `2023-02-31` for a day
 * in March.
 */
export function parseServerTime(text: string): Date | null {
  const ms = serverTimeMs(text);
  return ms === null ? null : new Date(ms);
}

/** As `parseServerTime`, in milliseconds since 1970. Without a date of its own, since a first sync reads a million times. */
export function serverTimeMs(text: string): number | null {
  if (!serverTimePattern.test(text)) return null;
  const [year, month, day] = [numberAt(text, 0, 4), numberAt(text, 5, 7), numberAt(text, 8, 10)];
  const [hour, minute, second] = [numberAt(text, 11, 13), numberAt(text, 14, 16), numberAt(text, 17, 19)];
  const likeYear = 2000 + (year % 400); // `Date.UTC` takes the years before 100 for others, and the calendar repeats itself
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return null;
  if (day > 28 && day > new Date(Date.UTC(likeYear, month, 0)).getUTCDate()) return null;
  const cycles = (year - likeYear) / 400;
  return Date.UTC(likeYear, month - 1, day, hour, minute, second) + cycles * 146_097 * 86_400_000;
}

/** Returns the number that the digits from `from` to before `end` make. */
function numberAt(text: string, from: number, end: number): number {
  let number = 0;
  for (let at = from; at < end; at++) number = number * 10 + text.charCodeAt(at) - 48;
  return number;
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
