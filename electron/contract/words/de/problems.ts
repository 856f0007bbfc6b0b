/*
 * What happened and what to do about it, for each kind of problem. A new kind gets its own sentences: the user never reads
 * “something went wrong”.
 */

export const problems = {
  'wrong-credentials': {
    message: 'Der Server hat diese Client-ID mit diesem Secret nicht akzeptiert.',
    todo: 'Prüfen Sie beides auf Tippfehler und ob es zur gewählten Umgebung gehört.',
  },
  unauthorized: {
    message: 'Der Server akzeptiert diese Anmeldung nicht mehr.',
    todo: 'Melden Sie sich mit der aktuellen Client-ID und dem aktuellen Secret neu an: Auf diesem Computer geht nichts verloren, und nicht gesendete Änderungen werden gesendet.',
  },
  'no-permission': {
    message: 'Der Server verweigert den Zugriff auf diese Tickets.',
    todo: 'Bitten Sie Ihren Kontoadministrator um die Berechtigung „Service Tickets-Customer Support“.',
  },
  'not-permitted': {
    message: 'Der Server erlaubt Ihrem Benutzer dies nicht.',
    todo: 'Lesen Sie in der Meldung des Servers den Grund nach, oder fragen Sie Ihren Kontoadministrator.',
  },
  'account-gone': {
    message: 'Der Server kennt dieses Konto nicht mehr.',
    todo: 'Fragen Sie Ihren Kontoadministrator, ob das Konto geschlossen oder umbenannt wurde.',
  },
  'no-master-account': {
    message: 'In der Liste des Betreibers steht nicht, zu welchem Hauptkonto dieses Konto gehört.',
    todo: 'Erfragen Sie die Hauptkonto-ID bei Ihrem Kontoadministrator, und geben Sie sie hier ein. Ohne sie kann nichts abgerufen werden.',
  },
  'no-accounts': {
    message: 'Die Anmeldung war erfolgreich, aber der Server führt dafür kein Konto auf.',
    todo: 'Bitten Sie Ihren Kontoadministrator, dieser Client-ID ein Konto zuzuweisen.',
  },
  'unknown-host': {
    message: 'Der Name des Servers wurde nicht gefunden.',
    todo: 'Prüfen Sie das Netzwerk und, falls Sie sie selbst eingegeben haben, die Basis-URL der API.',
  },
  'no-connection': {
    message: 'Der Server ist nicht erreichbar.',
    todo: 'Prüfen Sie das Netzwerk. Ein geöffnetes Konto wird synchronisiert, sobald eine Verbindung besteht.',
  },
  tls: {
    message: 'Die Verbindung ist nicht sicher: Das Zertifikat des Servers wurde nicht akzeptiert.',
    todo: 'Prüfen Sie Datum und Uhrzeit dieses Computers, und fragen Sie die IT, ob das Netzwerk verschlüsselten Datenverkehr untersucht.',
  },
  'proxy-auth': {
    message: 'Der Proxy verlangt einen Benutzernamen und ein Passwort.',
    todo: 'Geben Sie sie ein, wenn Colodesk danach fragt (nach zehn Minuten oder einem Neustart erneut), oder bitten Sie die IT, Colodesk durchzulassen.',
  },
  redirected: {
    message: 'Statt des Servers hat das Netzwerk geantwortet, vielleicht mit einer Anmeldeseite.',
    todo: 'Öffnen Sie eine Webseite im Browser, um sich in diesem Netzwerk anzumelden, und synchronisieren Sie dann erneut.',
  },
  'captive-portal': {
    message: 'In diesem Netzwerk müssen Sie sich zuerst anmelden.',
    todo: 'Öffnen Sie eine Webseite im Browser, um sich im Netzwerk anzumelden, und synchronisieren Sie dann erneut.',
  },
  'gateway-refused': {
    message: 'Etwas zwischen diesem Computer und dem Server hat die Anfrage abgewiesen.',
    todo: 'Fragen Sie die IT, ob ein Gateway oder eine Firewall den Server blockiert. Sie bleiben angemeldet.',
  },
  timeout: {
    message: 'Der Server hat zu lange nicht geantwortet.',
    todo: 'Prüfen Sie das Netzwerk, oder versuchen Sie es später erneut. Ein geöffnetes Konto versucht es automatisch wieder.',
  },
  'rate-limited': {
    message: 'Der Server begrenzt die Zahl der Anfragen.',
    todo: 'Warten Sie ein wenig: Colodesk macht weiter, sobald der Server es erlaubt.',
  },
  'server-error': {
    message: 'Der Server hat einen internen Fehler gemeldet.',
    todo: 'Warten Sie, bis Colodesk es erneut versucht. Besteht das Problem weiter, nennen Sie dem Betreiber die Korrelations-ID.',
  },
  'malformed-answer': {
    message: 'Die Antwort des Servers war unvollständig oder fehlerhaft.',
    todo: 'Warten Sie, bis Colodesk es erneut versucht. Besteht das Problem weiter, informieren Sie den Betreiber.',
  },
  rejected: {
    message: 'Der Server hat die Anfrage nicht angenommen.',
    todo: 'Lesen Sie in der Meldung des Servers den Grund nach.',
  },
  'not-found': {
    message: 'Der Server hat dieses Ticket nicht mehr.',
    todo: 'Fragen Sie den Betreiber: Es wurde vielleicht entfernt oder verschoben.',
  },
  conflict: {
    message: 'Jemand anders hat das Ticket geändert, nachdem Sie das Formular geöffnet haben.',
    todo: 'Vergleichen Sie beide Fassungen, und wählen Sie eine aus.',
  },
  'ticket-closed': {
    message: 'Das Ticket ist geschlossen und kann nicht mehr geändert werden.',
    todo: 'Eröffnen Sie ein neues Ticket, oder verwerfen Sie diese Änderung.',
  },
  'change-sent': {
    message: 'Diese Änderung wurde inzwischen gesendet.',
    todo: 'Öffnen Sie das Ticket, um zu sehen, was angekommen ist. Ihr Text ist noch hier.',
  },
  'change-discarded': {
    message: 'Diese Änderung wurde inzwischen verworfen.',
    todo: 'Setzen Sie sie als neue Änderung fort, oder verwerfen Sie sie. Ihr Text ist noch hier.',
  },
  'not-confirmed': {
    message: 'Es kam keine Antwort, und der Server hat nichts dergleichen.',
    todo: 'Prüfen Sie auf anderem Weg, ob die Änderung angekommen ist, und senden Sie sie dann erneut oder verwerfen Sie sie.',
  },
  'outbox-set-aside': {
    message:
      'Die Datei mit Ihren nicht gesendeten Änderungen, Entwürfen und Notizen war nicht lesbar und wurde beiseitegelegt.',
    todo: 'Bitten Sie die IT, sich die Datei anzusehen: Darin wurde nichts gelöscht. Jetzt wird eine neue verwendet.',
  },
  'file-empty': {
    message: 'Die Datei ist leer.',
    todo: 'Wählen Sie eine andere: Der Server nimmt keine leeren Dateien an.',
  },
  'file-too-large': {
    message: 'Der Betreiber nimmt keine Dateien dieser Größe an.',
    todo: 'Hängen Sie eine kleinere Datei an, oder schicken Sie diese dem Betreiber auf anderem Weg.',
  },
  'file-unusable': {
    message: 'Dies kann nicht angehängt werden: Es ist ein Ordner oder nicht lesbar.',
    todo: 'Wählen Sie eine Datei, oder packen Sie den Ordner zuerst als ZIP-Datei.',
  },
  'paste-too-large': {
    message: 'Dies ist zu groß zum Einfügen.',
    todo: 'Speichern Sie es als Datei, und hängen Sie dann die Datei an.',
  },
  'file-unreadable': {
    message: 'Die Datei konnte nicht gelesen werden. Sie wurde nicht verändert.',
    todo: 'Prüfen Sie, ob sie noch vorhanden ist und kein anderes Programm sie verwendet, und hängen Sie sie dann erneut an.',
  },
  'file-unviewable': {
    message: 'Colodesk kann diese Datei nicht anzeigen.',
    todo: 'Speichern Sie sie, und öffnen Sie sie mit einem anderen Programm, wenn Sie ihrem Verfasser vertrauen.',
  },
  'disk-full': {
    message: 'Der Datenträger ist voll, daher können neue Tickets nicht gespeichert werden.',
    todo: 'Geben Sie Speicherplatz frei, und synchronisieren Sie dann erneut.',
  },
  'disk-busy': {
    message: 'Der Datenträger ist gerade zu langsam, oder ein anderes Programm verwendet die Dateien von Colodesk.',
    todo: 'Versuchen Sie es gleich noch einmal. Besteht das Problem weiter, nehmen Sie den Ordner von Colodesk von Sicherungsprogrammen und Virenscannern aus.',
  },
  'disk-error': {
    message: 'Der Ticket-Cache auf diesem Computer kann nicht gelesen oder geschrieben werden.',
    todo: 'Prüfen Sie den Datenträger und Ihren Zugriff auf den Ordner von Colodesk, und starten Sie Colodesk dann neu.',
  },
  'cache-newer': {
    message: 'Die Tickets auf diesem Computer gehören zu einer neueren Version von Colodesk.',
    todo: 'Installieren Sie die neueste Version von Colodesk, um sie zu lesen.',
  },
  'cache-set-aside': {
    message: 'Die Tickets auf diesem Computer waren nicht lesbar und wurden beiseitegelegt.',
    todo: 'Warten Sie, während sie erneut abgerufen werden.',
  },
  'accounts-set-aside': {
    message: 'Die Liste der Konten auf diesem Computer war beschädigt und wurde beiseitegelegt.',
    todo: 'Melden Sie sich neu an. Bitten Sie die IT, sich die Datei anzusehen: Sie zeigt vielleicht, welcher Ordner zu welchem Konto gehört.',
  },
  'keychain-missing': {
    message: 'Dieser Computer hat keinen Schlüsselbund, daher kann das Client-Secret nicht sicher gespeichert werden.',
    todo: 'Fahren Sie nur für diese Sitzung fort: Beim Schließen von Colodesk bleibt nichts gespeichert.',
  },
  'keychain-locked': {
    message: 'Der Schlüsselbund ist gesperrt oder antwortet nicht.',
    todo: 'Entsperren Sie ihn und versuchen Sie es erneut, oder fahren Sie nur für diese Sitzung fort.',
  },
  'keychain-refused': {
    message: 'Der Schlüsselbund hat das Secret nicht gespeichert oder nicht herausgegeben.',
    todo: 'Entsperren Sie den Schlüsselbund, falls er gesperrt ist, erlauben Sie Colodesk den Zugriff und versuchen Sie es erneut, oder fahren Sie nur für diese Sitzung fort.',
  },
  'keychain-entry-missing': {
    message: 'Der Schlüsselbund enthält das Secret dieses Kontos nicht mehr.',
    todo: 'Melden Sie sich mit Client-ID und Secret neu an: Auf diesem Computer geht nichts verloren, und nicht gesendete Änderungen werden gesendet.',
  },
  'no-open-account': {
    message: 'Das Konto, zu dem dies gehört, ist nicht geöffnet.',
    todo: 'Öffnen Sie es, oder melden Sie sich an, und versuchen Sie es dann erneut.',
  },
  'link-refused': {
    message: 'Dieser Link führt nicht zu einer Seite auf einem sicheren Server.',
    todo: 'Fragen Sie den Verfasser, wohin er führen soll. Es wurde nichts geöffnet.',
  },
  'no-printer': {
    message: 'An diesem Computer gibt es keinen Drucker, der verwendet werden kann.',
    todo: 'Fügen Sie in den Systemeinstellungen einen hinzu, oder speichern Sie stattdessen als PDF.',
  },
  'paper-failed': {
    message: 'Die Seiten konnten nicht erstellt werden.',
    todo: 'Versuchen Sie es mit weniger Tickets noch einmal. Schlägt es wieder fehl, melden Sie es mit der Protokolldatei.',
  },
  'update-failed': {
    message: 'Colodesk konnte ein Update nicht suchen, herunterladen oder überprüfen.',
    todo: 'Versuchen Sie es später erneut, oder wenden Sie sich an Ihre IT-Abteilung. Es wurde nichts geändert.',
  },
  'policy-faulty': {
    message:
      'Die Vorgaben Ihrer IT-Abteilung für diesen Computer sind ungültig, daher gelten die strengsten Einstellungen.',
    todo: 'Zeigen Sie dies der IT.',
  },
  'policy-refused': {
    message: 'Die Vorgaben Ihrer IT-Abteilung lassen dies nicht zu.',
    todo: 'Melden Sie sich bei der dort genannten Umgebung an, oder fragen Sie Ihre IT-Abteilung.',
  },
  'invalid-input': {
    message: 'Dieser Wert kann nicht verwendet werden.',
    todo: 'Korrigieren Sie das markierte Feld.',
  },
  'caller-refused': {
    message: 'Die Anfrage kam nicht aus dem eigenen Fenster von Colodesk.',
    todo: 'Schließen Sie das Fenster, und starten Sie Colodesk neu.',
  },
  internal: {
    message: 'Ein interner Fehler in Colodesk hat diesen Schritt abgebrochen.',
    todo: 'Versuchen Sie es erneut. Schlägt es wieder fehl, melden Sie es mit der Protokolldatei.',
  },
} as const;

/** What to do where the server refused without a word of its own. */
export const problemsWithoutWords = {
  'not-permitted': 'Bitten Sie Ihren Kontoadministrator um das Recht dazu.',
  rejected: 'Prüfen Sie Ihre Eingaben. Sind sie richtig, fragen Sie den Betreiber nach dem Grund.',
} as const;
