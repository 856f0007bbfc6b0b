/* The words in exported files. */

export const exports = {
  /** The heading of a column with times. */
  inUtc: '{name} (UTC)',
  inZone: '{name} ({zone})',
  columns: {
    id: 'ID',
    title: 'Titel',
    status: 'Status',
    site: 'Standort',
    location: 'Ort',
    requestType: 'Anfragetyp',
    category: 'Kategorie',
    customerReference: 'Kundenreferenz',
    createdBy: 'Erstellt von',
    createdOn: 'Erstellt',
    age: 'Alter in Tagen',
    updatedOn: 'Geändert',
    closedOn: 'Geschlossen',
    statusSince: 'Im Status seit',
    lastCommentOn: 'Letzter Kommentar',
    note: 'Private Notiz',
    ticketType: 'Tickettyp',
    description: 'Beschreibung',
    notificationRecipients: 'Empfänger der Benachrichtigungen',
    cancelReason: 'Grund der Stornierung',
    commentCount: 'Anzahl der Kommentare',
    isUnread: 'Ungelesen',
    isStarred: 'Markiert',
    snoozedUntil: 'Zurückgestellt bis',
    unsent: 'Noch nicht gesendet',
  },
  yes: 'Ja',
  notSent: 'Noch nicht gesendet',
  pending: '{count, plural, one {# Änderung} other {# Änderungen}}',
  /** Stands at the end of a text that is too long for a cell. */
  cut: ' … [Hier gekürzt: Der ganze Text hat {count, number} Zeichen, eine Excel-Zelle fasst weniger.]',
  fileName: {
    asOf: '{name}, Stand {time} UTC',
  },
  /** The second sheet of an Excel file says what the first one holds. */
  about: {
    sheet: 'Info',
    tickets: 'Tickets',
    table: 'Tabelle',
    rowCount: 'Zeilen',
    asOf: 'Stand',
    neverConfirmed: 'Vom Server noch nicht bestätigt',
    exported: 'Exportiert',
    withoutDetail: 'Tickets, deren Details nicht abgerufen wurden',
    madeBy: 'Erstellt mit',
  },
  saving: {
    heldOpen: '„{fileName}“ ist in einem anderen Programm geöffnet.',
    heldOpenTodo: 'Schließen Sie die Datei dort, oder speichern Sie unter einem anderen Namen.',
    folderGone: 'Der Ordner ist nicht mehr vorhanden.',
    folderGoneTodo:
      'Wählen Sie einen anderen Ordner. Liegt er auf einem Laufwerk oder im Netzwerk, verbinden Sie es zuerst.',
    notAllowed: 'Colodesk darf in diesem Ordner nicht schreiben.',
    notAllowedTodo: 'Wählen Sie einen anderen Ordner, oder bitten Sie die IT um die Berechtigung, dort zu schreiben.',
  },
} as const;
