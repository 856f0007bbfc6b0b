/* The actions on the open ticket, its files, and why an action cannot be taken, in German. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/action.ts';

export const action: Translated<typeof english.action> = {
  bar: 'Ticketaktionen',
  edit: 'Bearbeiten',
  cancel: 'Ticket stornieren',
  attach: 'Dateien anhängen',
  duplicate: 'Duplizieren',
  attachments: 'Anhänge',
  noAttachments: 'Noch keine Dateien.',
  attachmentsUnknown: 'Die Liste der Dateien wurde noch nicht abgerufen.',
  dropHere: 'Dateien hier ablegen, um sie an dieses Ticket anzuhängen',
  notAttachedList: 'Nicht angehängt',
  notAttached: 'Nicht angehängt: {file}',
  fileProblem: '{file}: {problem}',
  notAttachedDismiss: 'Ausblenden',
  saveFile: 'Speichern',
  saveFileNamed: '{file} speichern',
  savedFile: 'Gespeichert als {file}',
  stop: 'Stoppen',
  stopNamed: '{file} stoppen',
  progress: 'Fortschritt von {file}',
  by: 'von {who}',
  pastedName: 'Eingefügt {when}.{extension}',
  you: 'Sie',
  obstacle: {
    cancelling: 'Dieses Ticket wird gerade storniert.',
    'unconfirmed-create': 'Der Server hat dieses Ticket noch nicht bestätigt. Danach können Sie es bearbeiten.',
    gone: 'Das Ticket ist beim Betreiber nicht mehr vorhanden, oder Sie dürfen es nicht lesen.',
    closed:
      'Dieses Ticket hat den Status {status}. Nur Tickets mit dem Status New oder In Progress können geändert werden.',
    'unknown-status':
      'Der Betreiber nennt den Status dieses Tickets „{status}“; Colodesk kennt ihn nicht. Nur Tickets mit dem Status New oder In Progress können geändert werden.',
    'no-status':
      'Der Betreiber gibt für dieses Ticket keinen Status an. Nur Tickets mit dem Status New oder In Progress können geändert werden.',
    'not-fetched':
      'Die Beschreibung wurde noch nicht abgerufen. Sobald der Server antwortet, können Sie sie bearbeiten.',
    unknown: 'Dieses Ticket ist nicht mehr auf diesem Computer.',
    'already-notified': 'Diese Adresse gehört bereits zu den Empfängern.',
    'named-recipients': 'Der Betreiber zeigt Empfänger dieses Tickets mit Namen und nimmt nur Adressen an.',
    'too-long': 'Die Liste der Empfänger würde zu lang.',
  },
};
