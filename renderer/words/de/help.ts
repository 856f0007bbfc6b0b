/* The diagnostics, in German. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/help.ts';

export const help: Translated<typeof english.help> = {
  close: 'Schließen',
  diagnosis: {
    title: 'Diagnose',
    open: 'Diagnose ausführen',
    lead: 'Prüft alles, was Colodesk braucht. Nichts wird geändert, und nichts Geheimes wird angezeigt.',
    running: 'Prüfung läuft… das kann eine halbe Minute dauern.',
    again: 'Erneut ausführen',
    copy: 'Kopieren',
    copied: 'Kopiert',
    list: 'Schritte',
    step: {
      policy: 'Vorgaben der IT-Abteilung',
      keychain: 'Schlüsselbund',
      disk: 'Datenträger',
      proxy: 'Proxy',
      dns: 'Servername (DNS)',
      tls: 'Sichere Verbindung (TLS)',
      token: 'Client-ID und Client-Secret (Token)',
      account: 'Konto',
      permission: 'Berechtigung für die Tickets',
    },
    state: { works: 'Funktioniert', failed: 'Fehlgeschlagen', skipped: 'Nicht geprüft' },
    stepState: '{step}: {state}',
    made: 'Ausgeführt: {time}',
    address: 'Server: {address}',
  },
};
