/* Snoozing, in German. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/snooze.ts';

export const snooze: Translated<typeof english.snooze> = {
  button: 'Zurückstellen',
  choice: { laterToday: 'Später heute', tomorrow: 'Morgen', nextWeek: 'Nächste Woche' },
  chooseDate: 'Datum wählen…',
  dialog: 'Zurückstellen bis',
  lead: 'Nur auf diesem Computer. Antwortet der Betreiber, erscheint das Ticket früher wieder.',
  leadForMany:
    '{count, plural, one {# Ticket} other {# Tickets}}. Nur auf diesem Computer. Antwortet der Betreiber, erscheint das jeweilige Ticket früher wieder.',
  day: 'Datum',
  time: 'Uhrzeit',
  apply: 'Zurückstellen',
  keep: 'Abbrechen',
  noMoment: 'Geben Sie Datum und Uhrzeit ein.',
  isPast: 'Wählen Sie einen Zeitpunkt in der Zukunft.',
  isTooLate: 'Wählen Sie einen Zeitpunkt innerhalb der nächsten zehn Jahre.',
};
