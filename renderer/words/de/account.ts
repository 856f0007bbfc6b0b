/* Signing in, choosing an account, and signing out, in German. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/account.ts';

export const environment: Translated<typeof english.environment> = {
  production: 'Produktion',
  playground: 'Playground',
  sandbox: 'Sandbox',
  custom: 'Andere',
  demo: 'Demo',
};

export const start: Translated<typeof english.start> = {
  pitch: 'Alle Support-Tickets Ihrer Standorte an einem ruhigen Ort.',
  points: {
    offline: 'Alle Ihre Tickets auf diesem Computer, auch offline.',
    search: 'Suche beim Tippen, über alle Standorte und Cages hinweg.',
    encrypted: 'Hier verschlüsselt; das Secret bleibt in Ihrem Schlüsselbund.',
  },
  title: 'Anmelden',
  lead: 'Verwenden Sie Client-ID und Client-Secret Ihrer App aus dem Entwicklerportal des Betreibers.',
  environment: 'Umgebung',
  environmentHint: {
    production: 'Ihre echten Tickets.',
    playground: 'Zum Ausprobieren.',
    sandbox: 'Das Testsystem des Betreibers.',
    custom: 'Eine andere Adresse mit derselben API.',
  },
  baseUrl: 'Basis-URL der API',
  baseUrlHint: 'Beginnt mit https:// (http:// nur für diesen Computer).',
  sandboxHint: 'Diese Adresse ist geraten. Ändern Sie sie, wenn Ihr Betreiber Ihnen eine andere genannt hat.',
  clientId: 'Client-ID',
  clientSecret: 'Client-Secret',
  showSecret: 'Secret anzeigen',
  signIn: 'Anmelden',
  tryDemo: 'Demo ausprobieren',
  demoLead: 'Noch kein Konto?',
  demoHint: 'Die Demo läuft auf diesem Computer, mit erfundenen Tickets.',
  sessionOnly: 'Nur für diese Sitzung fortfahren',
  back: 'Zurück',
  waitsForKeychain: 'Warten auf den Schlüsselbund…',
  waitsHint:
    'Möglicherweise fragt Ihr System in einem anderen Fenster nach einem Passwort. Fragt nichts, dann warten Sie nicht: Colodesk nennt Ihnen die anderen Wege.',
  stopWaiting: 'Nicht warten',
  starting: 'Ihre Tickets werden geöffnet…',
  choose: 'Konto auswählen',
  chooseLead: 'Mit dieser Anmeldung haben Sie Zugriff auf mehrere Konten. Sie können jederzeit wechseln.',
  hasCache: 'Tickets auf diesem Computer',
  otherSignIn: 'Bei einem anderen Konto anmelden…',
  signInAgain: 'Erneut anmelden',
  againLead: 'Bei {account}. Tickets und nicht gesendete Änderungen dieses Kontos bleiben auf diesem Computer.',
  otherAccounts: 'Oder ein anderes Konto öffnen',
  cannotOpen: '{account} kann nicht geöffnet werden',
  masterAccount: 'Hauptkonto-ID',
  masterAccountHint: 'Colodesk prüft sie beim Server, bevor sie gespeichert wird.',
  openAccount: 'Konto öffnen',
};

export const account: Translated<typeof english.account> = {
  menu: 'Konto: {name}, {environment}',
  distinguished: '{name} ({distinction})',
  switchTo: 'Wechseln zu',
  sessionOnly: 'Nur für diese Sitzung',
  sessionOnlyHint: 'Beim Schließen von Colodesk bleibt nichts gespeichert.',
  signOut: 'Abmelden',
  signOutOf: 'Von {name} abmelden?',
  removed: 'Das wird von diesem Computer entfernt:',
  removedParts: {
    secrets:
      'das Client-Secret und das Zugriffstoken (das Client-Secret bleibt, solange ein anderes Konto hier es verwendet)',
    key: 'der Schlüssel zu den gespeicherten Tickets',
    tickets: 'die gespeicherten Tickets und Dateien, sodass Sie sie offline nicht mehr lesen können',
    own: 'Ihre Vorlagen, Kommentartexte und gespeicherten Ansichten, Wiederholungen, Wartungstermine und Übergaben, Ihre Notizen, Markierungen und Zurückstellungen sowie das Protokoll der gesendeten Änderungen',
  },
  nothingElse:
    'Beim Betreiber ändert sich nichts: Ihre Tickets bleiben dort, und Sie können sich jederzeit wieder anmelden.',
  keep: 'Angemeldet bleiben',
};
