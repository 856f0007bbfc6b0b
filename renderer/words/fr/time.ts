/* Moments and durations, in French. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/time.ts';

export const time: Translated<typeof english.time> = {
  moment: '{day, select, yesterday {hier à {time}} other {{time}}}',
  dateAndClock: '{date} à {clock}',
  brief: {
    seconds: '{count, number} s',
    minutes: '{count, number} min',
    hours: '{count, number} h',
    days: '{count, number} j',
  },
  spoken: {
    seconds: '{count, plural, one {# seconde} many {# secondes} other {# secondes}}',
    minutes: '{count, plural, one {# minute} many {# minutes} other {# minutes}}',
    hours: '{count, plural, one {# heure} many {# heures} other {# heures}}',
  },
};
