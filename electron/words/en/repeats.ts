/* The words of notifications about prepared requests, and those in calendars. */

export const repeats = {
  prepared: '{count, plural, one {A request is prepared} other {# requests are prepared}}',
  preparedMore: '{names} and {count, plural, one {# more} other {# more}}',
  calendarFile: 'Colodesk maintenance',
  noDates: 'No sent ticket has maintenance dates.',
  noDatesTodo: 'Open a ticket and give it maintenance dates first.',
} as const;
