/* The system's dialogs, and the question for a proxy's password. */

export const dialogs = {
  ok: 'OK',
  cancel: 'Abbrechen',
  attachTitle: 'Dateien anhängen',
  attach: 'Anhängen',
  importTitle: 'Ansichten und Vorlagen importieren',
  import: 'Importieren',
  saveTitle: 'Datei speichern',
  badLink: 'Dieser Link nennt kein Ticket.',
  badLinkDetail:
    'Ein Link zu einem Ticket besteht aus colodesk://ticket/ und der Nummer des Tickets, zum Beispiel WO123456.',
  openPage: 'Eine Seite auf {host} im Browser öffnen?',
  open: 'Öffnen',
  notOpened: 'Das System hat für diesen Link keinen Browser geöffnet.',
  longLink: {
    message: 'Dieser Link ist zu lang, um von hier geöffnet zu werden.',
    todo: 'Kopieren Sie ihn mit einem Rechtsklick und fügen Sie ihn in den Browser ein. Es wurde nichts geöffnet.',
  },
} as const;

export const updates = {
  notNow: 'Nicht jetzt',
  isAvailable: 'Colodesk {version} ist verfügbar',
  isAvailableDetail: 'Sie haben Version {version}. Colodesk installiert nichts, ohne Sie zu fragen.',
  download: 'Herunterladen',
  isReady: 'Colodesk {version} kann installiert werden',
  isReadyDetail: 'Alles, was Sie eingegeben haben, und alle Änderungen im Postausgang bleiben erhalten.',
  restart: 'Jetzt neu starten',
  isUpToDate: 'Colodesk ist aktuell: {version} ist die neueste Version.',
  isForged: {
    message: 'Das Update ist nicht vom Herausgeber dieser Colodesk-Version signiert und wurde daher abgelehnt.',
    todo: 'Es wurde nichts geändert. Informieren Sie Ihre IT-Abteilung: Jemand hat vielleicht die Veröffentlichung oder das Netzwerk manipuliert.',
  },
} as const;

export const proxy = {
  title: 'Am Proxy anmelden',
  isAsked:
    'Der Proxy dieses Netzwerks verlangt einen Namen und ein Passwort. Colodesk merkt sie sich, bis es geschlossen wird.',
  isRefused: 'Der Proxy hat diesen Namen und dieses Passwort nicht akzeptiert.',
  name: 'Name',
  password: 'Passwort',
  signIn: 'Anmelden',
} as const;

export const frozen = {
  message: 'Das Fenster reagiert nicht',
  detail:
    'Warten Sie, falls es nur beschäftigt ist. Wenn Sie es neu laden, bleiben Ihre Tickets, der Postausgang und Ihre Eingaben erhalten; höchstens die letzten Wörter fehlen.',
  reload: 'Fenster neu laden',
  wait: 'Warten',
  failed: {
    message: 'Das Fenster ist mehrmals ausgefallen',
    detail:
      'Laden Sie es neu, oder schließen Sie es und starten Sie Colodesk noch einmal. Ihre Tickets, der Postausgang und Ihre Eingaben bleiben erhalten; höchstens die letzten Wörter fehlen.',
    close: 'Fenster schließen',
  },
} as const;
