/* Problems of saving and reading files, settings and what the user typed, in place of the standard sentences. */

export const saving = {
  isFull: {
    message: 'Der Datenträger ist voll, daher konnte die Datei nicht gespeichert werden.',
    todo: 'Geben Sie Speicherplatz frei, und speichern Sie die Datei dann erneut.',
  },
  failed: {
    message: 'Die Datei konnte dort nicht gespeichert werden.',
    todo: 'Speichern Sie sie in einem anderen Ordner oder unter einem anderen Namen.',
  },
  keptAtOperator: 'Der Betreiber hat die Datei noch, und auf diesem Computer wurde nichts geändert.',
  keptAtOperatorInPart: 'Der Betreiber hat die Datei noch. Was dort gespeichert wurde, ist vielleicht unvollständig.',
  keptHere: 'Auf diesem Computer wurde nichts geändert.',
  keptHereInPart: 'Was dort gespeichert wurde, ist vielleicht unvollständig.',
  fileGone: {
    message: 'Der Server hat diese Datei nicht mehr.',
    todo: 'Sie wurde dort vielleicht entfernt. Colodesk ruft die Liste der Dateien erneut ab.',
  },
  notSaved: 'Auf diesem Computer wurde nichts gespeichert, und es wurde nichts geändert.',
  settings: {
    message: 'Die Einstellungen konnten nicht gespeichert werden.',
    kept: 'Die Einstellungen sind wie zuvor.',
  },
  typed: {
    message: 'Der Datenträger ist voll oder nicht beschreibbar, daher konnte Ihre Eingabe nicht gespeichert werden.',
    todo: 'Geben Sie Speicherplatz frei, und versuchen Sie es dann erneut.',
  },
  stillInForm: 'Sie steht noch im Formular.',
  noZone: {
    message: 'Die Zeitzone „{zone}“ gibt es nicht.',
    todo: 'Geben Sie eine ein, zum Beispiel Europe/Amsterdam.',
  },
} as const;

/** The file with views, templates and notes that a user carries to another computer. */
export const ownData = {
  fileName: 'Colodesk-Ansichten und -Vorlagen',
  nothing: 'Es wurde nichts importiert.',
  tooLarge: '„{fileName}“ ist zu groß für eine von Colodesk exportierte Datei.',
  foreign: '„{fileName}“ ist keine von Colodesk exportierte Datei.',
  chooseAnother: 'Wählen Sie eine andere Datei.',
  unreadable: {
    message: '„{fileName}“ konnte nicht gelesen werden.',
    todo: 'Prüfen Sie, ob Sie die Datei öffnen dürfen.',
  },
  newer: {
    message: '„{fileName}“ wurde von einer neueren Version von Colodesk geschrieben.',
    todo: 'Aktualisieren Sie Colodesk, und importieren Sie die Datei dann erneut.',
  },
  faulty: {
    message: '„{fileName}“ kann wegen des Inhalts nicht importiert werden: {reason}',
    messageOfField: '„{fileName}“ kann wegen {field} nicht importiert werden: {reason}',
    todo: 'Exportieren Sie die Datei auf dem anderen Computer erneut, oder korrigieren Sie sie.',
  },
  tooManyViews: {
    message: 'Mit denen in „{fileName}“ wären es mehr als {limit, number} Ansichten.',
    todo: 'Entfernen Sie hier Ansichten, und importieren Sie die Datei dann erneut.',
  },
  fieldMissing: 'Dies fehlt.',
  fieldTooLong: 'Dies ist zu lang.',
  tooMany: 'Es sind zu viele.',
  unknownFields: 'Colodesk kennt „{names}“ nicht.',
  unusable: 'Diesen Wert kann Colodesk nicht verwenden.',
  noSuchZone: 'Diese Zeitzone gibt es nicht.',
} as const;
