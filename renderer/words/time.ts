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

/**
 * The formats for times in a locale. @param zone where the times are shown, an IANA name; without it, where this computer is when
 * the formats are made
 */
export function timesIn(locale: string, zone?: string) {
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: zone });
  const clockAndZone = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
    timeZoneName: 'short',
  });
  const weekday = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: zone }); // like the words around it
  const dayOfYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: zone });
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: zone });
  const wall = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeStyle: 'short', timeZone: zone });
  const inFull = (date: Date) => `${day.format(date)}, ${clock.format(date)}`;
  const wasYesterday = (date: Date, now: Date) =>
    isSameDay(date, new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1));
  return {
    /** `17:24`. */
    formatClock: (date: Date): string => clock.format(date),

    /** `17:24 CEST`. */
    formatClockAndZone: (date: Date): string => clockAndZone.format(date),

    /** `Tuesday`. */
    formatWeekday: (date: Date): string => weekday.format(date),

    /** What calendar and clock on the wall say, `2023-08-08 17:24`: to compare two places, not to be shown. */
    wallTime: (date: Date): string => wall.format(date),

    /** `8 Aug 2023, 17:24`. */
    formatDayAndClock: inFull,

    /** `8 Aug 2023, 17:24 CEST`. */
    formatDayClockAndZone: (date: Date): string => `${day.format(date)}, ${clockAndZone.format(date)}`,

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

/** Formats keep the zone that the computer was in when they were made. */
let here = timesIn(locale);

/** Writes times from now on as they are where the computer is now. */
export function followZone(): void {
  here = timesIn(locale);
}

export const formatDayAndClock = (date: Date): string => here.formatDayAndClock(date);
export const formatBrief = (date: Date, now: Date): string => here.formatBrief(date, now);
export const formatSince = (date: Date, now: Date): string => here.formatSince(date, now);
export const formatAppeared = (date: Date, now: Date): string => here.formatAppeared(date, now);

const elsewhere = new Map<string, ReturnType<typeof timesIn>>();

function timesAt(zone: string): ReturnType<typeof timesIn> {
  const times = elsewhere.get(zone) ?? timesIn(locale, zone);
  elsewhere.set(zone, times);
  return times;
}

/** Returns a moment as it is on site, `8 Aug 2023, 17:24 CEST`; `null` where the time is the same as here. */
export function formatOnSite(date: Date, zone: string): string | null {
  const there = timesAt(zone);
  return there.wallTime(date) === here.wallTime(date) ? null : there.formatDayClockAndZone(date);
}

/** The same for a place beside the local time: without the day, `17:24 CEST`, where it is the same. */
export function formatOnSiteBrief(date: Date, zone: string): string | null {
  const there = timesAt(zone);
  const [day] = there.wallTime(date).split(' ');
  const isSame = day === here.wallTime(date).split(' ')[0];
  return isSame && formatOnSite(date, zone) !== null ? there.formatClockAndZone(date) : formatOnSite(date, zone);
}

/** Returns what time it is on site, `03:12`, and its day, `Tuesday`, where that is another; `null` where the time is the same. */
export function clockOnSite(now: Date, zone: string): { clock: string; weekday: string | null } | null {
  const there = timesAt(zone);
  if (there.wallTime(now) === here.wallTime(now)) return null;
  const weekday = there.formatWeekday(now);
  return { clock: there.formatClock(now), weekday: weekday === here.formatWeekday(now) ? null : weekday };
}

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
