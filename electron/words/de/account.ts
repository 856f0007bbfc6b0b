/* Problems of signing in and of the accounts on this computer, in place of the standard sentences. */

export const account = {
  expired: {
    message: 'Der Server meldet, dass dieses Client-Secret abgelaufen ist.',
    todo: 'Erstellen Sie im Entwicklerportal des Betreibers ein neues Secret, und melden Sie sich damit an.',
  },
  blocked: {
    message: 'Der Server hat diese Client-ID gesperrt.',
    todo: 'Bitten Sie Ihren Kontoadministrator oder den Betreiber, sie zu entsperren.',
  },
  wrongAddress: {
    message: 'Der Server unter dieser Adresse bietet die API des Betreibers nicht an.',
    todo: 'Prüfen Sie die Umgebung und, falls Sie „Andere“ gewählt haben, die Basis-URL der API.',
  },
  noLongerAccepted: 'Der Server akzeptiert diese Client-ID mit diesem Secret nicht mehr.',
  waitsForSignIn:
    'Auf diesem Computer geht nichts verloren, und nicht gesendete Änderungen werden gesendet, sobald der Server die Anmeldung wieder akzeptiert.',
  checkAddress: 'Liegt es nicht daran, prüfen Sie die Basis-URL der API.',
  tokenRefused: {
    message: 'Der Server hat ein Zugriffstoken ausgestellt und es dann nicht akzeptiert.',
    todo: 'Versuchen Sie es gleich noch einmal. Besteht das Problem weiter, informieren Sie den Betreiber.',
  },
  notListed: {
    message: 'Der Server hat Ihre Konten nicht aufgeführt.',
    todo: 'Fragen Sie den Betreiber: Ihrer Client-ID fehlt vielleicht das Recht, sie zu sehen.',
  },
  checkNetwork: 'Prüfen Sie das Netzwerk, und versuchen Sie es dann erneut.',
  networkSignIn:
    'Öffnen Sie eine Webseite im Browser, um sich in diesem Netzwerk anzumelden, und versuchen Sie es dann erneut.',
  askAboutGateway: 'Fragen Sie die IT, ob ein Gateway oder eine Firewall den Server blockiert.',
  waitAMinute: 'Warten Sie eine Minute, und versuchen Sie es dann erneut.',
  serverError:
    'Versuchen Sie es in einigen Minuten erneut. Besteht das Problem weiter, nennen Sie dem Betreiber die Korrelations-ID.',
  malformedAnswer:
    'Versuchen Sie es in einigen Minuten erneut. Besteht das Problem weiter, informieren Sie den Betreiber.',
  notKept: {
    message: 'Der Datenträger ist voll, daher kann die Anmeldung nicht gespeichert werden.',
    todo: 'Geben Sie Speicherplatz frei, und versuchen Sie es dann erneut.',
  },
  noTickets: {
    message: 'Der Server führt für diese Hauptkonto-ID keine Tickets auf.',
    todo: 'Prüfen Sie sie auf Tippfehler, und fragen Sie Ihren Kontoadministrator, ob Sie die Tickets dieses Kontos sehen dürfen.',
  },
  interrupted: {
    message: 'Die Anmeldung wurde unterbrochen, bevor der Server geantwortet hat.',
    kept: 'Von dieser Anmeldung wurde nichts gespeichert.',
    todo: 'Melden Sie sich erneut an.',
  },
  notSignedOut: {
    message: 'Der Ordner mit den Tickets dieses Kontos konnte nicht von diesem Computer entfernt werden.',
    kept: 'Niemand kann ihn lesen: Er ist verschlüsselt, und sein Schlüssel wurde gelöscht. Das Konto bleibt in der Liste; auf dem Server wurde nichts geändert.',
    todo: 'Prüfen Sie, ob kein anderes Programm den Ordner von Colodesk verwendet, und melden Sie sich dann erneut ab.',
  },
  notRemoved: {
    message: 'Dateien einer früheren Sitzung konnten nicht von diesem Computer entfernt werden.',
    kept: 'Niemand kann sie lesen: Sie sind verschlüsselt, und ihr Schlüssel wurde gelöscht.',
    todo: 'Prüfen Sie, ob kein anderes Programm den Ordner von Colodesk verwendet. Colodesk versucht es beim nächsten Start erneut.',
  },
  foldersKept: 'Tickets und nicht gesendete Änderungen sind noch in ihren Ordnern.',
  listKept: 'Die Liste wurde nicht geändert. Alle Konten, ihre Tickets und nicht gesendeten Änderungen sind noch da.',
  listUnreadable: {
    message: 'Die Liste der Konten auf diesem Computer kann zurzeit nicht gelesen werden.',
    todo: 'Prüfen Sie die Berechtigungen des Ordners von Colodesk und ob kein anderes Programm ihn verwendet, und starten Sie Colodesk dann neu.',
  },
  listNotSaved: {
    message: 'Die Liste der Konten konnte auf diesem Computer nicht gespeichert werden.',
    todo: 'Prüfen Sie die Berechtigungen des Ordners von Colodesk, und versuchen Sie es dann erneut.',
    todoIfFull: 'Geben Sie Speicherplatz frei, und versuchen Sie es dann erneut.',
  },
  sessionOnly: 'nur für diese Sitzung',
  kept: 'auf diesem Computer gespeichert',
} as const;
