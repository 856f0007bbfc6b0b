/*
 * How the screen shows times: the server's, which are UTC, and the computer's own.
 */

import { formatServerTime } from '../../electron/contract/server-time.ts';
import { wordsLocale } from './numbers.ts';
import { words } from './words.ts';

const dayMs = 86_400_000;

/** `2023-08-08 17:24:37 UTC`. */
export function formatUtc(date: Date): string {
  return `${formatServerTime(date.getTime())} UTC`;
}

/** `2023-08-08 17.24.37` in local time: sorts chronologically and is valid in file names on every system. */
export function formatForFile(date: Date): string {
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '.');
}

/** The day of a moment as seen from now, and its time of day, with its date if it was before yesterday. */
export type DayAndTime = { day: 'today' | 'yesterday' | 'earlier'; time: string };

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
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: zone });
  const dayOfYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: zone });
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: zone });
  const wall = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeStyle: 'short', timeZone: zone });
  const inFull = (date: Date) => words.time.dateAndClock({ date: day.format(date), clock: clock.format(date) });
  const wasYesterday = (date: Date, now: Date) =>
    isSameDay(date, new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1));
  /** What a message needs to say when something happened: `appeared at 12:04`, `yesterday at 12:04`, `on 8 Aug 2023, 17:24`. */
  function dayAndTime(date: Date, now: Date): DayAndTime {
    if (isSameDay(date, now)) return { day: 'today', time: clock.format(date) };
    if (wasYesterday(date, now)) return { day: 'yesterday', time: clock.format(date) };
    return { day: 'earlier', time: inFull(date) };
  }

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
    formatDayClockAndZone: (date: Date): string =>
      words.time.dateAndClock({ date: day.format(date), clock: clockAndZone.format(date) }),

    /** For narrow columns: `17:24` today, `8 Aug` this year, otherwise `8 Aug 2023`. */
    formatBrief(date: Date, now: Date): string {
      if (isSameDay(date, now)) return clock.format(date);
      return date.getFullYear() === now.getFullYear() ? dayOfYear.format(date) : day.format(date);
    },

    /** For moments in a sentence: `12:04` today, `yesterday 12:04`, otherwise `8 Aug 2023, 17:24`. */
    formatSince: (date: Date, now: Date): string => words.time.moment(dayAndTime(date, now)),

    dayAndTime,
  };
}

/** Formats keep the zone that the computer was in when they were made. */
let here = timesIn(wordsLocale);

/** Writes times from now on as they are where the computer is now. */
export function followZone(): void {
  here = timesIn(wordsLocale);
}

/** A moment here and in UTC, `8 Aug 2023, 19:24 · 2023-08-08 17:24:37 UTC`; in UTC alone where the time here is the same. */
export function formatHereAndUtc(date: Date): string {
  const isSame = here.wallTime(date) === timesAt('UTC').wallTime(date);
  return isSame ? formatUtc(date) : `${here.formatDayAndClock(date)} · ${formatUtc(date)}`;
}

export const formatDayAndClock = (date: Date): string => here.formatDayAndClock(date);
export const formatBrief = (date: Date, now: Date): string => here.formatBrief(date, now);
export const formatSince = (date: Date, now: Date): string => here.formatSince(date, now);
export const dayAndTime = (date: Date, now: Date): DayAndTime => here.dayAndTime(date, now);

const elsewhere = new Map<string, ReturnType<typeof timesIn>>();

function timesAt(zone: string): ReturnType<typeof timesIn> {
  const times = elsewhere.get(zone) ?? timesIn(wordsLocale, zone);
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

/**
 * A moment that is still to come: `16:20` today, `Mon, 08:00` within a week, otherwise `30 Nov 2026, 08:00`. The format is
 * made anew each time, since the computer's time zone may change while Colodesk runs.
 */
export function formatUntil(untilMs: number, now: Date): string {
  const until = new Date(untilMs);
  const clock = { hour: '2-digit', minute: '2-digit' } as const;
  const day = isSameDay(until, now)
    ? {}
    : untilMs - now.getTime() < 6 * dayMs
      ? ({ weekday: 'short' } as const)
      : ({ day: 'numeric', month: 'short', year: 'numeric' } as const);
  return new Intl.DateTimeFormat(wordsLocale, { ...day, ...clock }).format(until);
}

const calendarDay = new Intl.DateTimeFormat(wordsLocale, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `8 Aug 2026`, of the day `2026-08-08`. */
export const formatDay = (day: string): string => calendarDay.format(new Date(`${day}T00:00:00Z`));

function isSameDay(a: Date, b: Date): boolean {
  return a.getFullYear() === b.getFullYear() && a.getMonth() === b.getMonth() && a.getDate() === b.getDate();
}
