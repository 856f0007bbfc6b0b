import { locale } from './locale.ts';
import { words } from './words.ts';

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

/** `2023-08-08 17.24.37` by the computer's clock: sorts by itself, and every system takes it in a file's name. */
export function formatForFile(date: Date): string {
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '.');
}

/** How times look in a locale; the clock and the days are the computer's own. */
export function timesIn(locale: string) {
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  const dayOfYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
  const inFull = (date: Date) => `${day.format(date)}, ${clock.format(date)}`;
  return {
    /** `8 Aug 2023, 17:24`. */
    formatDayAndClock: inFull,

    /** For the narrow columns of a list: the clock for today, `8 Aug` within this year, else with the year. */
    formatBrief(date: Date, now: Date): string {
      if (isSameDay(date, now)) return clock.format(date);
      return date.getFullYear() === now.getFullYear() ? dayOfYear.format(date) : day.format(date);
    },

    /** When something was confirmed: `12:04` today, `yesterday 12:04`, else with the day. */
    formatSince(date: Date, now: Date): string {
      if (isSameDay(date, now)) return clock.format(date);
      const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
      if (isSameDay(date, yesterday)) return `${words.yesterday.toLowerCase()} ${clock.format(date)}`;
      return inFull(date);
    },
  };
}

export const { formatDayAndClock, formatBrief, formatSince } = timesIn(locale);

function isSameDay(a: Date, b: Date): boolean {
  return a.getFullYear() === b.getFullYear() && a.getMonth() === b.getMonth() && a.getDate() === b.getDate();
}
