/* Snoozing: putting a ticket out of the way until a moment, in Spanish. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/snooze.ts';

export const snooze: Translated<typeof english.snooze> = {
  button: 'Posponer',
  choice: { laterToday: 'Más tarde hoy', tomorrow: 'Mañana', nextWeek: 'Próxima semana' },
  chooseDate: 'Elegir una fecha…',
  dialog: 'Posponer hasta',
  lead: 'Solo en este equipo. Vuelve antes si el operador responde.',
  leadForMany:
    '{count, plural, one {# ticket} many {# tickets} other {# tickets}}. Solo en este equipo. Cada uno vuelve antes si el operador responde.',
  day: 'Fecha',
  time: 'Hora',
  apply: 'Posponer',
  keep: 'Cancelar',
  noMoment: 'Introduzca una fecha y una hora.',
  isPast: 'Elija un momento futuro.',
  isTooLate: 'Elija un momento dentro de los próximos diez años.',
};
