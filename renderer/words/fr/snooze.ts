/* Snoozing: putting a ticket out of the way until a moment, in French. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/snooze.ts';

export const snooze: Translated<typeof english.snooze> = {
  button: 'Mettre en veille',
  choice: { laterToday: 'Plus tard aujourd’hui', tomorrow: 'Demain', nextWeek: 'Semaine prochaine' },
  chooseDate: 'Choisir une date…',
  dialog: 'Mettre en veille jusqu’au',
  lead: 'Seulement sur cet ordinateur. Il revient plus tôt si l’opérateur répond.',
  leadForMany:
    '{count, plural, one {# ticket} many {# tickets} other {# tickets}}. Seulement sur cet ordinateur. Chacun revient plus tôt si l’opérateur répond.',
  day: 'Date',
  time: 'Heure',
  apply: 'Mettre en veille',
  keep: 'Annuler',
  noMoment: 'Saisissez une date et une heure.',
  isPast: 'Choisissez un moment à venir.',
  isTooLate: 'Choisissez un moment dans les dix ans à venir.',
};
