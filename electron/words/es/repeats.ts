/* The words of notifications about prepared requests, and those in calendars. */

export const repeats = {
  prepared:
    '{count, plural, one {Hay # solicitud preparada} many {Hay # solicitudes preparadas} other {Hay # solicitudes preparadas}}',
  preparedMore: '{names} y {count, plural, one {# más} many {# más} other {# más}}',
  calendarFile: 'Fechas de mantenimiento (Colodesk)',
  noDates: 'Ningún ticket enviado tiene fechas de mantenimiento.',
  noDatesTodo: 'Abra un ticket e indique antes sus fechas de mantenimiento.',
} as const;
