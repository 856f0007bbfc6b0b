/* Moments and durations. */

export const time = {
  /** When something was last known, such as `confirmed 12:04`: `time` is the time of day, or that with its date. */
  moment: '{day, select, yesterday {yesterday {time}} other {{time}}}',
  dateAndClock: '{date}, {clock}',
  /** In narrow columns and in estimates. */
  brief: {
    seconds: '{count, number} s',
    minutes: '{count, number} min',
    hours: '{count, number} h',
    days: '{count, number} d',
  },
  /** As a screen reader says it. */
  spoken: {
    seconds: '{count, plural, one {# second} other {# seconds}}',
    minutes: '{count, plural, one {# minute} other {# minutes}}',
    hours: '{count, plural, one {# hour} other {# hours}}',
  },
} as const;
