/* The palette, the list of keys, and what the user carries to another computer, in German. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/commands.ts';

export const commands: Translated<typeof english.commands> = {
  palette: 'Befehle',
  field: 'Befehl oder Ticket eingeben',
  list: 'Befehle und Tickets',
  nothing: 'Nichts gefunden.',
  found: '{count, plural, one {# Treffer} other {# Treffer}}',
  group: {
    recent: 'Zuletzt verwendet',
    commands: 'Befehle',
    views: 'Ansichten',
    sites: 'Tickets eines Standorts anzeigen',
    accounts: 'Zu einem Konto wechseln',
    tickets: 'Tickets',
  },
};

export const keys: Translated<typeof english.keys> = {
  title: 'Tastenkürzel',
  singleKeysOff: 'Tastenkürzel mit nur einer Taste sind in den Einstellungen ausgeschaltet.',
  group: {
    tickets: 'Tickets',
    ticket: 'Mit dem geöffneten oder den ausgewählten Tickets',
    list: 'Liste',
    views: 'Ansichten',
    application: 'Programm',
  },
  inList: {
    title: 'In der Ticketliste',
    row: 'Ein Ticket nach oben oder unten',
    page: 'Eine Seite nach oben oder unten',
    end: 'Erstes oder letztes Ticket',
    range: 'Bereich auswählen',
    open: 'Ticket öffnen',
    close: 'Auswahl aufheben; Ticket schließen',
  },
  inText: {
    title: 'In einem Textfeld',
    send: 'Formular oder Kommentar senden',
    close: 'Formular schließen und den Entwurf behalten; im Suchfeld die Suche löschen',
  },
  anywhere: {
    title: 'Überall',
    next: 'Nächstes oder voriges Bedienelement',
    zoom: 'Vergrößern, verkleinern, Originalgröße',
  },
  name: {
    Ctrl: 'Strg',
    Shift: 'Umschalt',
    Enter: 'Eingabe',
    Return: 'Eingabe',
    Esc: 'Esc',
    Tab: 'Tab',
    'Page Up': 'Bild auf',
    'Page Down': 'Bild ab',
    Home: 'Pos1',
    End: 'Ende',
  },
};

export const ownData: Translated<typeof english.ownData> = {
  exported: 'Als „{file}“ gespeichert. Die Datei enthält keine Tickets.',
  imported: {
    nothing: 'In „{file}“ gibt es nichts zu importieren.',
    allHere: 'Alles aus „{file}“ ist bereits hier.',
    added: '{added, plural, one {# Eintrag} other {# Einträge}} aus „{file}“ hinzugefügt.',
    addedAndHere:
      '{added, plural, one {# Eintrag} other {# Einträge}} aus „{file}“ hinzugefügt. {here, plural, one {# Eintrag war bereits hier und bleibt unverändert.} other {# Einträge waren bereits hier und bleiben unverändert.}}',
  },
};
