/* A ticket’s files: looking at them, saving several, and keeping them for offline, in German. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/files.ts';

export const files: Translated<typeof english.files> = {
  open: '{name} öffnen',
  kept: 'Auf diesem Computer gespeichert',
  select: '{name} auswählen',
  saveAll: 'Alle speichern',
  saveSelected: '{count, plural, one {# Datei speichern} other {# Dateien speichern}}',
  saving: 'Datei {done, number} von {count, number} wird gespeichert…',
  savingLabel: 'Fortschritt beim Speichern der Dateien',
  saved: '{count, plural, one {# Datei in {folder} gespeichert.} other {# Dateien in {folder} gespeichert.}}',
  notSaved: '{count, plural, one {# Datei wurde nicht gespeichert:} other {# Dateien wurden nicht gespeichert:}}',
  stopSaving: 'Stoppen',
  stopped: 'Gestoppt. In {folder} gespeichert: {done, number} von {count, number}.',
  dismiss: 'Ausblenden',
  loading: 'Datei wird geöffnet…',
  drawing: 'Seite wird dargestellt…',
  notShown:
    'Colodesk zeigt Dateien dieser Art nicht an. Speichern Sie die Datei, und öffnen Sie sie mit einem anderen Programm, wenn Sie ihrem Verfasser vertrauen.',
  cut: 'Dies ist der Anfang des Textes. Speichern Sie die Datei, um alles zu lesen.',
  position: 'Datei {number, number} von {count, number}',
  previousFile: 'Vorige Datei',
  nextFile: 'Nächste Datei',
  page: 'Seite {page, number} von {count, number}',
  previousPage: 'Vorige Seite',
  nextPage: 'Nächste Seite',
  zoomIn: 'Vergrößern',
  zoomOut: 'Verkleinern',
  save: 'Speichern',
  close: 'Schließen',
  savedAs: 'Gespeichert als {name}',
  budget: 'Dateien offline behalten',
  budgetHint: 'Dateien offener Tickets bis je 5 MB und alle, die Sie öffnen. In diesem Konto sind jetzt {used} belegt.',
  budgetHintUnknown: 'Dateien offener Tickets bis je 5 MB und alle, die Sie öffnen.',
  noBudget: 'Keine Dateien',
  upTo: 'Bis zu {size}',
};
