/* The moments that a snooze offers, where this computer is. */

import type { words } from '../words/words.ts';

export type SnoozeName = keyof typeof words.snooze.choice;
export type SnoozeChoice = { readonly name: SnoozeName; readonly untilMs: number };

const laterMs = 3 * 3_600_000;
/** A snooze shorter than this brings a ticket back before anything can have happened. */
const shortestMs = 30 * 60_000;
const dayBeginsHour = 8;
const dayEndsHour = 18;
const daysInWeek = 7;

/**
 * Returns until when a ticket can be snoozed: in three hours but by 18:00 of the same day, and from half an hour before that
 * on, the next morning; tomorrow at 8:00; on the next Monday at 8:00. @param nowMs in milliseconds since 1970
 */
export function snoozeChoices(nowMs: number): SnoozeChoice[] {
  const tomorrowMs = hourOfDay(nowMs, 1, dayBeginsHour);
  const laterTodayMs = Math.min(nowMs + laterMs, hourOfDay(nowMs, 0, dayEndsHour));
  return [
    { name: 'laterToday', untilMs: laterTodayMs - nowMs < shortestMs ? tomorrowMs : laterTodayMs },
    { name: 'tomorrow', untilMs: tomorrowMs },
    { name: 'nextWeek', untilMs: hourOfDay(nowMs, daysToMonday(nowMs), dayBeginsHour) },
  ];
}

/** Returns the moment that a day (`yyyy-MM-dd`) and a time (`HH:mm`) name, in milliseconds; `null` if they name none. */
export function momentOf(day: string, time: string): number | null {
  const ms = new Date(`${day}T${time}`).getTime();
  return Number.isNaN(ms) ? null : ms;
}

/** Returns the day and the time of a moment as the fields of a form hold them. */
export function fieldsOf(ms: number): { day: string; time: string } {
  const date = new Date(ms);
  const two = (number: number) => String(number).padStart(2, '0');
  return {
    day: `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
    time: `${two(date.getHours())}:${two(date.getMinutes())}`,
  };
}

/** By the calendar, since a day on which the clocks change is not 24 hours long. */
function hourOfDay(nowMs: number, daysLater: number, hour: number): number {
  const date = new Date(nowMs);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + daysLater, hour).getTime();
}

/** From one day to the next Monday: from a Monday a whole week. */
function daysToMonday(nowMs: number): number {
  return daysInWeek - ((new Date(nowMs).getDay() + daysInWeek - 1) % daysInWeek);
}
