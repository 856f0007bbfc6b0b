/* Moments and durations, in Japanese. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/time.ts';

export const time: Translated<typeof english.time> = {
  moment: '{day, select, yesterday {昨日 {time}} other {{time}}}',
  dateAndClock: '{date} {clock}',
  brief: {
    seconds: '{count, number} 秒',
    minutes: '{count, number} 分',
    hours: '{count, number} 時間',
    days: '{count, number} 日',
  },
  spoken: {
    seconds: '{count, plural, other {# 秒}}',
    minutes: '{count, plural, other {# 分}}',
    hours: '{count, plural, other {# 時間}}',
  },
};
