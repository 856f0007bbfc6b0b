/* The sync status, its announcements, and what is said of every problem, in German. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/status.ts';

export const status: Translated<typeof english.status> = {
  region: 'Synchronisierungsstatus',
  syncNow: 'Jetzt synchronisieren',
  pause: 'Anhalten',
  continue: 'Fortsetzen',
  progress: 'Fortschritt der Synchronisierung',
  details: 'Details',
  connecting: 'Verbindung wird hergestellt…',
  offline: 'Offline',
  tickets: '{count, plural, one {# Ticket} other {# Tickets}}',
  kept: '{count, plural, one {# Ticket} other {# Tickets}} auf diesem Computer',
  confirmed: 'bestätigt: {when}',
  lastConfirmed: 'zuletzt bestätigt: {when}',
  neverConfirmed: 'noch nicht bestätigt',
  walked: '{done, number} von {total, number}',
  left: 'noch etwa {duration}',
  asking: 'Server wird gefragt…',
  askingFor: 'Server wird gefragt… etwa {duration}',
  slow: 'Der Server antwortet langsam',
  paused: 'Angehalten',
  announce: {
    connecting: 'Verbindung zum Server wird hergestellt.',
    online: 'Online.',
    offline: 'Offline. Die Tickets auf diesem Computer bleiben lesbar.',
    walking: 'Tickets werden abgerufen.',
    paused: 'Synchronisierung angehalten.',
    asking: 'Der Server wird gefragt.',
    askingFor: 'Der Server wird gefragt. Ungefähre Dauer: {duration}.',
    slow: 'Der Server antwortet langsam.',
  },
  demo: 'Demo: ein Dienst auf diesem Computer mit erfundenen Tickets. Nichts davon ist echt.',
  demoNetwork: 'Demo-Netzwerk',
  clockAhead:
    'Die Uhr dieses Computers geht gegenüber dem Server {minutes, plural, one {# Minute} other {# Minuten}} vor. Stellen Sie sie in den Systemeinstellungen richtig: Davon hängen Zeitangaben und sichere Verbindungen ab.',
  clockBehind:
    'Die Uhr dieses Computers geht gegenüber dem Server {minutes, plural, one {# Minute} other {# Minuten}} nach. Stellen Sie sie in den Systemeinstellungen richtig: Davon hängen Zeitangaben und sichere Verbindungen ab.',
  banners: 'Hinweise',
  dismiss: 'Ausblenden',
};

export const problem: Translated<typeof english.problem> = {
  serverMessage: 'Der Server meldet',
  httpStatus: 'HTTP-Status',
  correlationId: 'Korrelations-ID',
  copyCorrelationId: 'Korrelations-ID kopieren',
  retry: 'Erneut versuchen',
  loadAnew: 'Fenster neu laden',
  /** A part of the page that could not be drawn. */
  fault: {
    message: 'Dieser Teil des Fensters konnte nicht angezeigt werden.',
    kept: 'Nichts Eingegebenes geht verloren, und der Postausgang arbeitet weiter.',
    todo: 'Versuchen Sie es erneut. Gelingt es wieder nicht, laden Sie das Fenster neu.',
  },
};
