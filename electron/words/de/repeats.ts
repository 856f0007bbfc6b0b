/* The words of notifications about prepared requests, and those in calendars. */

export const repeats = {
  prepared: '{count, plural, one {Eine Anfrage ist vorbereitet} other {# Anfragen sind vorbereitet}}',
  preparedMore: '{names} und {count, plural, one {# weitere} other {# weitere}}',
  calendarFile: 'Colodesk-Wartungstermine',
  noDates: 'Kein gesendetes Ticket hat Wartungstermine.',
  noDatesTodo: 'Öffnen Sie zuerst ein Ticket, und tragen Sie Wartungstermine ein.',
} as const;
