/* What the diagnosis finds. */

export const diagnosis = {
  policy: 'Ihre IT-Abteilung legt fest: {settings}.',
  /** Stands between two of the settings. */
  between: ', ',
  policyEnvironment: 'die Umgebung ist {environment}',
  policyUpdates: 'Updates sind ausgeschaltet',
  policySession: 'die Anmeldung erfordert einen Schlüsselbund',
  noPolicy: 'Ihre IT-Abteilung hat für diesen Computer nichts festgelegt.',
  keychain: 'Ein Eintrag wurde geschrieben, gelesen und entfernt.',
  disk: 'Eine Datei wurde geschrieben, gelesen und entfernt; {gigabytes, number, ::.0} GB sind frei.',
  noProxy: 'Keiner: Colodesk verbindet sich direkt mit dem Server.',
  proxy: 'Das System verwendet {proxy}.',
  proxyResolves: 'Der Proxy löst den Namen des Servers auf.',
  addresses: '{host} hat die Adresse {addresses}.',
  encrypted: 'Der Server antwortet, und sein Zertifikat ist gültig.',
  local: 'Der Dienst auf diesem Computer antwortet.',
  token:
    '{minutes, plural, one {Der Server hat ein Token für # Minute ausgestellt.} other {Der Server hat ein Token für # Minuten ausgestellt.}}',
  account:
    '{count, plural, one {Das Konto ist das eine, das der Server aufführt.} other {Das Konto ist eines von # Konten, die der Server aufführt.}}',
  permission: '{count, plural, one {Der Server führt # Ticket auf.} other {Der Server führt # Tickets auf.}}',
  nobody: 'Niemand ist angemeldet.',
  skipped: 'Übersprungen, weil ein früherer Schritt fehlgeschlagen ist.',
} as const;
