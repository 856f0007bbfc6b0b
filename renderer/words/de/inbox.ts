/* The search, the filters and the columns of the list of tickets, and what it says when it is empty, in German. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/inbox.ts';

export const inbox: Translated<typeof english.inbox> = {
  search: 'Tickets suchen',
  searchHint: 'Tickets suchen: Wörter, IDs, Standorte…',
  clearSearch: 'Suche löschen',
  grid: 'Tickets',
  filters: 'Filter',
  clearFilters: 'Filter zurücksetzen',
  filter: {
    status: 'Status',
    site: 'Standort',
    requestType: 'Anfragetyp',
    category: 'Kategorie',
    createdBy: 'Erstellt von',
  },
  any: {
    status: 'Jeder Status',
    site: 'Alle Standorte',
    requestType: 'Alle Anfragetypen',
    category: 'Alle Kategorien',
    createdBy: 'Von allen erstellt',
  },
  open: 'Offen',
  blank: '(leer)',
  columns: {
    id: 'ID',
    title: 'Titel',
    status: 'Status',
    site: 'Standort',
    location: 'Ort',
    requestType: 'Anfragetyp',
    category: 'Kategorie',
    customerReference: 'Referenz',
    createdBy: 'Erstellt von',
    createdOn: 'Erstellt',
    age: 'Alter',
    updatedOn: 'Geändert',
    closedOn: 'Geschlossen',
    statusSince: 'Im Status seit',
    lastCommentOn: 'Letzter Kommentar',
    note: 'Notiz',
  },
  tickets: '{count, plural, one {# Ticket} other {# Tickets}}',
  ticketsAndUnsent: '{count, plural, one {# Ticket} other {# Tickets}}, {unsent, number} noch nicht gesendet',
  matching: '{matching, number} von {count, plural, one {# Ticket} other {# Tickets}}',
  notInList: 'Ihr neues Ticket „{title}“ steht nicht in dieser Liste: Es passt nicht zu Ansicht, Suche oder Filtern.',
  showAll: 'Alle Tickets anzeigen',
  untitled: '(ohne Titel)',
  loadingRow: 'Wird geladen…',
};

export const noMatch: Translated<typeof english.noMatch> = {
  otherWords: 'Versuchen Sie es mit einem anderen Wort.',
  fewerWords: 'Versuchen Sie es mit weniger Wörtern.',
  filteredBy: 'Die Liste ist gefiltert: {filters}.',
  inView: 'Es wurde nur in der Ansicht „{view}“ gesucht.',
};

export const empty: Translated<typeof english.empty> = {
  'no-match': { title: 'Keine passenden Tickets', hint: '' },
  'first-sync': {
    title: 'Ihre Tickets werden abgerufen…',
    hint: 'Die neuesten kommen zuerst. Sie können schon zu lesen beginnen.',
  },
  paused: {
    title: 'Synchronisierung angehalten',
    hint: 'Es wurde noch nichts abgerufen. Setzen Sie sie fort, um Ihre Tickets abzurufen.',
  },
  offline: {
    title: 'Noch keine Tickets auf diesem Computer',
    hint: 'Es besteht keine Netzwerkverbindung. Colodesk ruft Ihre Tickets ab, sobald es wieder eine gibt.',
  },
  trouble: { title: 'Noch keine Tickets auf diesem Computer', hint: '' },
  none: {
    title: 'Dieses Konto hat keine Tickets',
    hint: 'Tickets, die hier oder im Portal des Betreibers eröffnet werden, erscheinen automatisch.',
  },
  clear: 'Suche und Filter zurücksetzen',
  searchAll: 'Alle Tickets durchsuchen',
};
