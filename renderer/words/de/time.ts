/* Moments and durations, in German. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/time.ts';

export const time: Translated<typeof english.time> = {
  moment: '{day, select, yesterday {gestern, {time}} other {{time}}}',
  dateAndClock: '{date}, {clock}',
  brief: {
    seconds: '{count, number} Sek.',
    minutes: '{count, number} Min.',
    hours: '{count, number} Std.',
    days: '{count, plural, one {# Tag} other {# Tg.}}',
  },
  spoken: {
    seconds: '{count, plural, one {# Sekunde} other {# Sekunden}}',
    minutes: '{count, plural, one {# Minute} other {# Minuten}}',
    hours: '{count, plural, one {# Stunde} other {# Stunden}}',
  },
};
