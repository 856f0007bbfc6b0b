/* Durations as the overview shows them: in the two largest units that say something. */

import { words } from '../words/words.ts';

const text = words.overview;
const hourMinutes = 60;
const dayMinutes = 24 * hourMinutes;

/** `25 min`, `5 h 10 min`, `3 d 4 h`, `132 d`. */
export function minutesText(minutes: number): string {
  const whole = Math.round(minutes);
  if (whole < hourMinutes) return text.minutes({ count: whole });
  if (whole < dayMinutes) {
    const [hours, minutes] = [Math.floor(whole / hourMinutes), whole % hourMinutes];
    return minutes === 0 ? text.hours({ count: hours }) : text.hoursAndMinutes({ hours, minutes });
  }
  const [days, hours] = [Math.floor(whole / dayMinutes), Math.floor((whole % dayMinutes) / hourMinutes)];
  return days >= 10 || hours === 0 ? text.days({ count: days }) : text.daysAndHours({ days, hours });
}

/** `340 ms`, `4 s`, `25 min`. */
export function answerText(durationMs: number): string {
  if (durationMs < 1_000) return text.milliseconds({ count: Math.round(durationMs) });
  if (durationMs < 120_000) return text.seconds({ count: Math.round(durationMs / 100) / 10 });
  return minutesText(durationMs / 60_000);
}

/** Hours with one decimal, for a file. */
export const hoursOf = (minutes: number): number => Math.round(minutes / 6) / 10;
