import { words } from '../words.ts';

const wirePattern = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)$/;

/** A time of the server's, `yyyy-MM-dd HH:mm:ss` in UTC; `null` for anything else, which is then shown as it is. */
export function parseServerTime(text: string): Date | null {
  if (!wirePattern.test(text)) return null;
  const date = new Date(`${text.replace(' ', 'T')}Z`);
  // `2023-02-31` would silently become a day in March.
  return !Number.isNaN(date.getTime()) && formatUtc(date).startsWith(text) ? date : null;
}

/** `2023-08-08 17:24:37 UTC`. */
export function formatUtc(date: Date): string {
  return `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** `17:24`, in the computer's own zone. */
export function formatClock(date: Date): string {
  return `${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;
}

/** `8 Aug 2023`, in the computer's own zone. */
export function formatDay(date: Date): string {
  return `${date.getDate()} ${words.months[date.getMonth()]} ${date.getFullYear()}`;
}

/** `8 Aug 2023, 17:24`. */
export function formatDayAndClock(date: Date): string {
  return `${formatDay(date)}, ${formatClock(date)}`;
}

/** For the narrow columns of a list: the clock for today, `8 Aug` within this year, else with the year. */
export function formatBrief(date: Date, now: Date): string {
  if (isSameDay(date, now)) return formatClock(date);
  if (date.getFullYear() === now.getFullYear()) return `${date.getDate()} ${words.months[date.getMonth()]}`;
  return formatDay(date);
}

/** When something was confirmed: `12:04` today, `yesterday 12:04`, else with the day. */
export function formatSince(date: Date, now: Date): string {
  if (isSameDay(date, now)) return formatClock(date);
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (isSameDay(date, yesterday)) return `${words.yesterday.toLowerCase()} ${formatClock(date)}`;
  return formatDayAndClock(date);
}

function isSameDay(a: Date, b: Date): boolean {
  return a.getFullYear() === b.getFullYear() && a.getMonth() === b.getMonth() && a.getDate() === b.getDate();
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
