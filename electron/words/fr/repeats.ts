/* The words of notifications about prepared requests, and those in calendars. */

export const repeats = {
  prepared:
    '{count, plural, one {Une demande est préparée} many {# demandes sont préparées} other {# demandes sont préparées}}',
  preparedMore: '{names} et {count, plural, one {# autre} many {# autres} other {# autres}}',
  calendarFile: 'Maintenance Colodesk',
  noDates: 'Aucun ticket envoyé n’a de dates de maintenance.',
  noDatesTodo: 'Ouvrez un ticket et donnez-lui d’abord des dates de maintenance.',
} as const;
