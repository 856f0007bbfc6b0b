/* The views at the left of the list, the filters that narrow them, and saving them under a name, in German. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/views.ts';

export const views: Translated<typeof english.views> = {
  region: 'Ansichten',
  open: 'Ansichten: {shown}',
  saved: 'Gespeicherte Ansichten',
  name: {
    attention: 'Braucht Aufmerksamkeit',
    open: 'Offen',
    unread: 'Ungelesen',
    starred: 'Markiert',
    snoozed: 'Zurückgestellt',
    closed: 'Kürzlich geschlossen',
    all: 'Alle Tickets',
  },
  counted: '{name}, {count, plural, one {# Ticket} other {# Tickets}}',
  fold: 'Ansichten einklappen',
  unfold: 'Ansichten ausklappen',
  actions: 'Aktionen für die Ansicht {name}',
  rename: 'Umbenennen…',
  moveUp: 'Nach oben',
  moveDown: 'Nach unten',
  remove: 'Entfernen',
  removed: 'Ansicht „{name}“ entfernt.',
  save: 'Ansicht speichern',
  saveHint: 'Speichert Filter, Suche, Sortierung und Spalten unter einem Namen.',
  saveAnotherHint: 'Speichert das als weitere Ansicht.',
  update: 'Ansicht aktualisieren',
  updateHint: 'Übernimmt die jetzigen Einstellungen in „{name}“.',
  renameTitle: 'Ansicht umbenennen',
  nameLabel: 'Name der Ansicht',
  nameHint: 'Zum Beispiel: Strom in Frankfurt',
  confirmRename: 'Umbenennen',
  cancel: 'Abbrechen',
  nameNeeded: 'Geben Sie einen Namen für die Ansicht ein.',
  nameTooLong: 'Ein Name darf höchstens {limit, plural, one {# Zeichen} other {# Zeichen}} lang sein.',
  nameTaken: 'Eine andere Ansicht heißt schon so. Wählen Sie einen anderen Namen.',
  notSaved: 'Die Ansicht wurde nicht gespeichert.',
  tooMany:
    'Sie können höchstens {limit, plural, one {# Ansicht} other {# Ansichten}} speichern. Entfernen Sie zuerst eine.',
  holds: {
    attention: '{count, plural, one {# Ticket braucht Aufmerksamkeit} other {# Tickets brauchen Aufmerksamkeit}}',
    open: '{count, plural, one {# offenes Ticket} other {# offene Tickets}}',
    unread: '{count, plural, one {# ungelesenes Ticket} other {# ungelesene Tickets}}',
    starred: '{count, plural, one {# markiertes Ticket} other {# markierte Tickets}}',
    snoozed: '{count, plural, one {# zurückgestelltes Ticket} other {# zurückgestellte Tickets}}',
    closed: '{count, plural, one {# kürzlich geschlossenes Ticket} other {# kürzlich geschlossene Tickets}}',
    all: '{count, plural, one {# Ticket} other {# Tickets}}',
  },
  matching: {
    attention:
      '{matching, number} von {count, plural, one {# Ticket, das Aufmerksamkeit braucht} other {# Tickets, die Aufmerksamkeit brauchen}}',
    open: '{matching, number} von {count, plural, one {# offenen Ticket} other {# offenen Tickets}}',
    unread: '{matching, number} von {count, plural, one {# ungelesenen Ticket} other {# ungelesenen Tickets}}',
    starred: '{matching, number} von {count, plural, one {# markierten Ticket} other {# markierten Tickets}}',
    snoozed:
      '{matching, number} von {count, plural, one {# zurückgestellten Ticket} other {# zurückgestellten Tickets}}',
    closed:
      '{matching, number} von {count, plural, one {# kürzlich geschlossenen Ticket} other {# kürzlich geschlossenen Tickets}}',
    all: '{matching, number} von {count, plural, one {# Ticket} other {# Tickets}}',
  },
  empty: {
    attention: {
      title: 'Zurzeit braucht nichts Ihre Aufmerksamkeit.',
      hint: 'Hier erscheinen Antworten, abgelehnte Änderungen, fällige Erinnerungen und Tickets ohne Bewegung.',
    },
    open: {
      title: 'Keine offenen Tickets.',
      hint: 'Hier erscheinen Tickets, die neu oder in Bearbeitung sind.',
    },
    unread: {
      title: 'Keine ungelesenen Tickets.',
      hint: 'Hier erscheinen Tickets, die jemand anders eröffnet oder ändert.',
    },
    starred: {
      title: 'Keine markierten Tickets.',
      hint: 'Markieren Sie ein Ticket, um es hier griffbereit zu haben.',
    },
    snoozed: {
      title: 'Keine zurückgestellten Tickets.',
      hint: 'Stellen Sie ein Ticket zurück, damit es bis später nicht im Weg ist.',
    },
    closed: {
      title: 'Keine kürzlich geschlossenen Tickets.',
      hint: '{days, plural, one {Hier erscheinen Tickets, die am letzten Tag geschlossen wurden.} other {Hier erscheinen Tickets, die in den letzten # Tagen geschlossen wurden.}}',
    },
    all: { title: 'Keine Tickets.', hint: '' },
  },
  snoozedAway:
    '{count, plural, one {# zurückgestelltes Ticket steht unter „Zurückgestellt“.} other {# zurückgestellte Tickets stehen unter „Zurückgestellt“.}}',
  showSnoozed: 'Zurückgestellte Tickets anzeigen',
};

export const filters: Translated<typeof english.filters> = {
  dates: 'Daten',
  date: { createdOn: 'Erstellt', updatedOn: 'Geändert', closedOn: 'Geschlossen' },
  anyDate: 'Jedes Datum',
  anyTime: 'Jederzeit',
  lastDays: '{days, plural, one {Heute} other {Letzte # Tage}}',
  fromTo: 'Von – bis…',
  from: '{field} ab',
  to: '{field} bis',
  fromShort: 'Von',
  toShort: 'Bis',
  endsBeforeStart: 'Der letzte Tag liegt vor dem ersten.',
  span: {
    last: '{days, plural, one {heute} other {letzte # Tage}}',
    between: '{from} – {to}',
    since: 'seit {from}',
    until: 'bis {to}',
    any: 'jederzeit',
  },
  several: {
    status: '{count, plural, one {# Status} other {# Status}}',
    site: '{count, plural, one {# Standort} other {# Standorte}}',
    requestType: '{count, plural, one {# Anfragetyp} other {# Anfragetypen}}',
    category: '{count, plural, one {# Kategorie} other {# Kategorien}}',
    createdBy: '{count, plural, one {Von # Person erstellt} other {Von # Personen erstellt}}',
  },
  severalDates: '{count, plural, one {# Datum} other {# Daten}}',
  option: '{name} ({count, number})',
  options: 'Werte für {filter}',
  find: 'In {filter} suchen',
  findHint: 'Suchen…',
  noneFound: 'Nichts gefunden',
  tooMany: 'Ein Filter nimmt höchstens {limit, plural, one {# Wert} other {# Werte}} auf.',
  set: 'Aktive Filter',
  search: 'Suche',
  chip: '{filter}: {values}',
  separator: ', ',
  andMore: '{values} und {count, number} weitere',
  remove: 'Filter entfernen: {chip}',
};
