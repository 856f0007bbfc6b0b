/* Notifications of the system, and the number on the icon. */

export const notifications = {
  new: 'Neues Ticket {id}',
  status: '{id} hat jetzt den Status {status}',
  answer: 'Neuer Kommentar zu {id}',
  changed: '{id} wurde geändert',
  reminder: 'Erinnerung: {id}',
  refused: 'Nicht angenommen: Ihre Änderung an {id}',
  /** The same about a ticket that the user opened here and that the server does not know yet. */
  own: {
    new: 'Ihr neues Ticket',
    status: 'Ihr neues Ticket hat jetzt den Status {status}',
    answer: 'Neuer Kommentar zu Ihrem neuen Ticket',
    changed: 'Ihr neues Ticket wurde geändert',
    reminder: 'Erinnerung: Ihr neues Ticket',
    refused: 'Nicht angenommen: Ihr neues Ticket',
  },
  named: '{headline}: {title}',
  more: '{count, plural, one {und # weiteres} other {und # weitere}}',
  reminders: '{count, plural, one {# Erinnerung} other {# Erinnerungen}}',
  refusals: '{count, plural, one {# Änderung wurde nicht angenommen} other {# Änderungen wurden nicht angenommen}}',
  updates: '{count, plural, one {Neues zu # Ticket} other {Neues zu # Tickets}}',
  attention: '{count, plural, one {# Ticket braucht Aufmerksamkeit} other {# Tickets brauchen Aufmerksamkeit}}',
} as const;
