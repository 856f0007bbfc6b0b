/* Moments and durations, in Spanish. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/time.ts';

export const time: Translated<typeof english.time> = {
  moment: '{day, select, yesterday {ayer, {time}} other {{time}}}',
  dateAndClock: '{date}, {clock}',
  brief: {
    seconds: '{count, number} s',
    minutes: '{count, number} min',
    hours: '{count, number} h',
    days: '{count, number} d',
  },
  spoken: {
    seconds: '{count, plural, one {# segundo} many {# segundos} other {# segundos}}',
    minutes: '{count, plural, one {# minuto} many {# minutos} other {# minutos}}',
    hours: '{count, plural, one {# hora} many {# horas} other {# horas}}',
  },
};
