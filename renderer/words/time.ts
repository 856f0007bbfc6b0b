/*
 * How the screen shows times: the server's, which are UTC, and the computer's own.
 */

import { formatServerTime } from '../../electron/contract/server-time.ts';
import { countOf, formatCount, locale } from './numbers.ts';
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
  const wasYesterday = (date: Date, now: Date) =>
    isSameDay(date, new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1));
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
      if (wasYesterday(date, now)) return `${words.yesterday.toLowerCase()} ${clock.format(date)}`;
      return inFull(date);
    },

    /** For what happened at a moment, after its verb: `at 12:04` today, `yesterday at 12:04`, otherwise `on 8 Aug 2023, 17:24`. */
    formatAppeared(date: Date, now: Date): string {
      if (isSameDay(date, now)) return `at ${clock.format(date)}`;
      if (wasYesterday(date, now)) return `${words.yesterday.toLowerCase()} at ${clock.format(date)}`;
      return `on ${inFull(date)}`;
    },
  };
}

export const { formatDayAndClock, formatBrief, formatSince, formatAppeared } = timesIn(locale);

/** A duration as people estimate it: coarser the longer it is, so that an estimate that changes does not flicker. */
function estimateOf(durationMs: number): { count: number; unit: 's' | 'min' | 'h' } {
  const seconds = durationMs / 1_000;
  if (seconds < 20) return { count: Math.max(1, Math.round(seconds)), unit: 's' };
  if (seconds < 90) return { count: 5 * Math.round(seconds / 5), unit: 's' };
  if (seconds < 5_400) return { count: Math.round(seconds / 60), unit: 'min' };
  return { count: Math.round(seconds / 3_600), unit: 'h' };
}

/** `12 s`, `45 s`, `3 min`, `2 h`. */
export function formatDuration(durationMs: number): string {
  const { count, unit } = estimateOf(durationMs);
  return `${formatCount(count)} ${unit}`;
}

/** The same for a screen reader: `12 seconds`, `3 minutes`. */
export function spokenDuration(durationMs: number): string {
  const { count, unit } = estimateOf(durationMs);
  return countOf(count, { s: 'second', min: 'minute', h: 'hour' }[unit]);
}

function isSameDay(a: Date, b: Date): boolean {
  return a.getFullYear() === b.getFullYear() && a.getMonth() === b.getMonth() && a.getDate() === b.getDate();
}
