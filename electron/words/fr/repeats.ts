/* The words of notifications about prepared requests, and those in calendars. */

export const repeats = {
  prepared:
    '{count, plural, one {Une demande est préparée} many {# demandes sont préparées} other {# demandes sont préparées}}',
  preparedMore: '{names} et {count, plural, one {# autre} many {# autres} other {# autres}}',
  calendarFile: 'Maintenance Colodesk',
  noDates: 'Aucun ticket envoyé n’a de dates de maintenance.',
  noDatesTodo: 'Ouvrez un ticket et donnez-lui d’abord des dates de maintenance.',
  noSuchDay: 'Ce jour n’existe pas.',
  endNotAfterStart: 'La fin doit être postérieure au début.',
  datesKept: 'Les dates sont restées inchangées.',
} as const;
