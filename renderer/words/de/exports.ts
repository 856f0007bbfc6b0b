/* Exporting tickets and tables to files, in German. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/exports.ts';

export const exports: Translated<typeof english.exports> = {
  title: 'Exportieren',
  button: 'Exportieren',
  buttonOf: 'Exportieren: {name}',
  selected: '{count, plural, one {# ausgewähltes Ticket} other {# ausgewählte Tickets}}',
  narrowed: '{name} (gefiltert)',
  counting: 'Tickets werden gezählt…',
  lead: '{count, plural, one {# Ticket} other {# Tickets}} aus „{name}“, Stand: {time}.',
  leadSelected: '{count, plural, one {# ausgewähltes Ticket} other {# ausgewählte Tickets}}, Stand: {time}.',
  leadUnconfirmed:
    '{count, plural, one {# Ticket aus „{name}“, das der Server noch nicht bestätigt hat.} other {# Tickets aus „{name}“, die der Server noch nicht bestätigt hat.}}',
  leadTable: 'Die Tabelle „{name}“ mit {count, plural, one {# Zeile} other {# Zeilen}}.',
  format: 'Dateiformat',
  formats: { csv: 'CSV', xlsx: 'Excel' },
  formatHints: {
    csv: 'Reiner Text für andere Programme und zum Importieren.',
    xlsx: 'Mit echten Datumswerten, Filtern und fixierter Kopfzeile.',
  },
  separator: 'Trennzeichen',
  separators: { comma: 'Komma', semicolon: 'Semikolon', tab: 'Tabulator' },
  columns: 'Spalten',
  columnSets: { list: 'Wie in der Liste', all: 'Alle' },
  columnHints: {
    list: 'Die Spalten, die Sie gerade sehen.',
    all: 'Auch Beschreibung, Empfänger, Anzahl der Kommentare, Ihre Notizen und mehr.',
  },
  missing:
    '{count, plural, one {Die Details von # Ticket wurden} other {Die Details von # Tickets wurden}} nie abgerufen. Die Beschreibung und andere Spalten bleiben dort leer.',
  fetch: 'Zuerst abrufen',
  fetchTakes: 'Das dauert etwa {duration} und lässt sich jederzeit stoppen.',
  fetchTakesUnknown: 'Wie lange das dauert, zeigt sich nach dem Start. Sie können es jederzeit stoppen.',
  stillMissing:
    '{count, plural, one {# Ticket ist} other {# Tickets sind}} noch ohne Details: Der Server gibt sie zurzeit nicht heraus.',
  fetching: 'Details werden abgerufen',
  writing: 'Datei wird geschrieben',
  progress: '{done, number} von {total, number}',
  progressLeft: '{done, number} von {total, number}, noch etwa {duration}',
  stop: 'Stoppen',
  close: 'Schließen',
  saved: '{count, plural, one {# Zeile} other {# Zeilen}} als „{fileName}“ gespeichert.',
  stopped: 'Gestoppt. Es wurde keine Datei geschrieben.',
};
