/*
 * How the screen shows times: the server's, which are UTC, and the computer's own.
 */

import { formatServerTime } from '../../electron/contract/server-time.ts';
import { locale } from './numbers.ts';
import { words } from './words.ts';

/** `2023-08-08 17:24:37 UTC`. */
export function formatUtc(date: Date): string {
  return `${formatServerTime(date.getTime())} UTC`;
}

/** `2023-08-08 17.24.37` in local time: sorts chronologically and is valid in file names on every system. */
export function formatForFile(date: Date): string {
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '.');
}

/** The formats for times in a locale. Times are shown in the computer's time zone. */
export function timesIn(locale: string) {
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  const dayOfYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
  const inFull = (date: Date) => `${day.format(date)}, ${clock.format(date)}`;
  return {
    /** `8 Aug 2023, 17:24`. */
    formatDayAndClock: inFull,

    /** For narrow columns: `17:24` today, `8 Aug` this year, otherwise `8 Aug 2023`. */
    formatBrief(date: Date, now: Date): string {
      if (isSameDay(date, now)) return clock.format(date);
      return date.getFullYear() === now.getFullYear() ? dayOfYear.format(date) : day.format(date);
    },

    /** For moments in a sentence: `12:04` today, `yesterday 12:04`, otherwise `8 Aug 2023, 17:24`. */
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
