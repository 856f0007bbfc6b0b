/* The words of notifications about prepared requests, and those of maintenance dates and their calendars. */

export const repeats = {
  prepared: '{count, plural, one {A request is prepared} other {# requests are prepared}}',
  preparedMore: '{names} and {count, plural, one {# more} other {# more}}',
  calendarFile: 'Colodesk maintenance',
  noDates: 'No sent ticket has maintenance dates.',
  noDatesTodo: 'Open a ticket and give it maintenance dates first.',
  noSuchDay: 'There is no such day.',
  endNotAfterStart: 'The end must be after the start.',
  datesKept: 'The dates are as they were before.',
} as const;
