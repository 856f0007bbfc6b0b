/* The words of snoozing: putting a ticket out of the way until a moment. */

import { locale } from './numbers.ts';

/** What a snooze offers, the soonest first; `Choose a date…` comes after them. */
export const snoozeNames = ['Later today', 'Tomorrow', 'Next week'] as const;

export const snoozeWords = {
  button: 'Snooze',
  menu: 'Snooze until',
  chooseDate: 'Choose a date…',
  dialog: 'Snooze until',
  lead: 'Only on this computer. It comes back sooner if the operator answers.',
  day: 'Date',
  time: 'Time',
  apply: 'Snooze',
  keep: 'Cancel',
  noMoment: 'Enter a date and a time.',
  isPast: 'Choose a moment that is still to come.',
  isTooLate: 'Choose a moment within ten years.',
} as const;

const dayMs = 24 * 3_600_000;
const weekMs = 7 * dayMs;

/**
 * A moment that is still to come: `16:20` today, `Mon, 08:00` within a week, otherwise `30 Nov 2026, 08:00`. The format is
 * made anew each time, since the computer's time zone may change while Colodesk runs.
 */
export function formatUntil(untilMs: number, now: Date): string {
  const until = new Date(untilMs);
  const clock = { hour: '2-digit', minute: '2-digit' } as const;
  const day =
    until.toDateString() === now.toDateString()
      ? {}
      : untilMs - now.getTime() < weekMs - dayMs
        ? ({ weekday: 'short' } as const)
        : ({ day: 'numeric', month: 'short', year: 'numeric' } as const);
  return new Intl.DateTimeFormat(locale, { ...day, ...clock }).format(until);
}
