/*
 * On which days a rhythm falls. Days are reckoned as days of the calendar, without a time zone, and become moments only where
 * the user is now: so neither daylight saving nor a journey moves, loses or doubles one.
 */

import type { Options, RRule } from 'rrule';
import type { DayOfMonth, Rhythm, Weekday } from '../contract/repeats.ts';
import { weekdays } from '../contract/repeats.ts';

/** A day of the calendar, `yyyy-MM-dd`. */
export type Day = string;

/** Finds the days of rhythms. */
export type RhythmDays = {
  /** Returns the days of a rhythm from one day to another, both included, in order. */
  between(rhythm: Rhythm, first: Day, last: Day): Day[];
  /** Returns the first day of a rhythm on or after a day; `null` when there is none. */
  onOrAfter(rhythm: Rhythm, day: Day): Day | null;
};

let loading: Promise<RhythmDays> | undefined;

/** Loads the library of recurrence rules, when it is first needed. */
export function loadRhythmDays(): Promise<RhythmDays> {
  loading ??= load();
  return loading;
}

async function load(): Promise<RhythmDays> {
  const module: typeof import('rrule') & { default?: typeof import('rrule') } = await import('rrule');
  const { RRule, Weekday: RuleWeekday } = module.default ?? module; // unbundled, it is a CommonJS module
  const weekdayOf = (weekday: Weekday, week?: number) => new RuleWeekday(weekdays.indexOf(weekday), week);

  function ruleOf(rhythm: Rhythm): RRule {
    const { from, until, every } = rhythm;
    const shared: Partial<Options> = {
      ...{ dtstart: dateOf(from), until: until === null ? null : dateOf(until), interval: every, wkst: 0 },
    };
    if (rhythm.unit === 'day') return new RRule({ ...shared, freq: RRule.DAILY });
    if (rhythm.unit === 'week') {
      return new RRule({ ...shared, freq: RRule.WEEKLY, byweekday: rhythm.weekdays.map((each) => weekdayOf(each)) });
    }
    return new RRule({ ...shared, freq: RRule.MONTHLY, ...dayOfMonth(rhythm.on) });
  }

  function dayOfMonth(on: DayOfMonth): Partial<Options> {
    if (on.by === 'last') return { bymonthday: -1 };
    if (on.by === 'weekday') return { byweekday: [weekdayOf(on.weekday, on.week)] };
    if (on.number <= 28) return { bymonthday: on.number };
    // The last of these that a month has: the rule alone would leave shorter months out.
    return { bymonthday: [28, 29, 30, 31].filter((number) => number <= on.number), bysetpos: -1 };
  }

  return {
    between: (rhythm, first, last) => ruleOf(rhythm).between(dateOf(first), dateOf(last), true).map(dayOfDate),
    onOrAfter(rhythm, day) {
      const date = ruleOf(rhythm).after(dateOf(day), true);
      return date && dayOfDate(date);
    },
  };
}

/** The library reckons in UTC, which has all days of the calendar and no changes of the clock. */
const dateOf = (day: Day): Date => new Date(`${day}T00:00:00Z`);
const dayOfDate = (date: Date): Day => date.toISOString().slice(0, 10);

/** Returns a day some days later. */
export function addDays(day: Day, days: number): Day {
  const date = dateOf(day);
  date.setUTCDate(date.getUTCDate() + days);
  return dayOfDate(date);
}

/** Returns the moment of a time of day, `HH:mm`, where this computer is; a time that is skipped in spring is an hour later. */
export const momentOn = (day: Day, time: string): number => new Date(`${day}T${time}:00`).getTime();
