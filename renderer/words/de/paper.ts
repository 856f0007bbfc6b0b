/* Printing, and saving as PDF, in German. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/paper.ts';

export const paper: Translated<typeof english.paper> = {
  menu: 'Drucken oder als PDF speichern',
  print: 'Drucken',
  savePdf: 'Als PDF speichern',
  withNotes: 'Mit privaten Notizen',
  printing:
    '{count, plural, one {Das Ticket wird für den Druck vorbereitet…} other {# Tickets werden für den Druck vorbereitet…}}',
  saving: '{count, plural, one {Ein PDF des Tickets wird erstellt…} other {Ein PDF von # Tickets wird erstellt…}}',
  saved: 'Gespeichert als {fileName}.',
  isBusy:
    'Der letzte Ausdruck oder die letzte PDF-Datei ist noch nicht fertig. Der Dialog dazu liegt vielleicht hinter diesem Fenster.',
  tooMany: 'Dies sind {count, number} Tickets; höchstens {limit, number} können auf einmal gedruckt werden.',
  selectFewer: 'Wählen Sie weniger Tickets aus, oder exportieren Sie stattdessen die Liste.',
};
