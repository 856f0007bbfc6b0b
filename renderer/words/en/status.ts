/* The sync status at the foot of the window, its announcements, and what is said of every problem. */

export const status = {
  region: 'Sync status',
  syncNow: 'Sync now',
  pause: 'Pause',
  continue: 'Continue',
  progress: 'Sync progress',
  details: 'Details',
  connecting: 'Connecting…',
  offline: 'Offline',
  tickets: '{count, plural, one {# ticket} other {# tickets}}',
  kept: '{count, plural, one {# ticket} other {# tickets}} on this computer',
  confirmed: 'confirmed {when}',
  lastConfirmed: 'last confirmed {when}',
  neverConfirmed: 'not confirmed yet',
  walked: '{done, number} of {total, number}',
  left: 'about {duration} left',
  asking: 'Asking the server…',
  askingFor: 'Asking the server… about {duration}',
  slow: 'The server is answering slowly',
  paused: 'Paused',
  announce: {
    connecting: 'Connecting to the server.',
    online: 'Online.',
    offline: 'Offline. The tickets on this computer stay readable.',
    walking: 'Fetching tickets.',
    paused: 'Sync paused.',
    asking: 'Asking the server.',
    askingFor: 'Asking the server. This takes about {duration}.',
    slow: 'The server is answering slowly.',
  },
  demo: 'Demo: a service on this computer with made-up tickets. Nothing here is real.',
  demoNetwork: 'Demo network',
  clockAhead:
    'This computer’s clock is {minutes, plural, one {# minute} other {# minutes}} ahead of the server. Correct it in the system settings: it affects times and secure connections.',
  clockBehind:
    'This computer’s clock is {minutes, plural, one {# minute} other {# minutes}} behind the server. Correct it in the system settings: it affects times and secure connections.',
  banners: 'Notices',
  dismiss: 'Dismiss',
} as const;

export const problem = {
  serverMessage: 'The server says',
  httpStatus: 'HTTP status',
  correlationId: 'Correlation ID',
  copyCorrelationId: 'Copy correlation ID',
  retry: 'Try again',
  loadAnew: 'Reload the window',
  /** A part of the page that could not be drawn. */
  fault: {
    message: 'This part of the window could not be shown.',
    kept: 'Nothing typed is lost, and the outbox keeps working.',
    todo: 'Try again. If it fails again, reload the window.',
  },
} as const;
