/* Notifications of the system, and the number on the icon. */

export const notifications = {
  new: 'New ticket {id}',
  status: '{id} is now {status}',
  answer: 'New comment on {id}',
  changed: '{id} was changed',
  reminder: 'Reminder: {id}',
  refused: 'Not accepted: your change to {id}',
  /** The same about a ticket that the user opened here and that the server does not know yet. */
  own: {
    new: 'Your new ticket',
    status: 'Your new ticket is now {status}',
    answer: 'New comment on your new ticket',
    changed: 'Your new ticket was changed',
    reminder: 'Reminder: your new ticket',
    refused: 'Not accepted: your new ticket',
  },
  named: '{headline}: {title}',
  more: '{count, plural, one {and # more} other {and # more}}',
  reminders: '{count, plural, one {# reminder} other {# reminders}}',
  refusals: '{count, plural, one {# change was not accepted} other {# changes were not accepted}}',
  updates: '{count, plural, one {Updates on # ticket} other {Updates on # tickets}}',
  attention: '{count, plural, one {# ticket needs attention} other {# tickets need attention}}',
} as const;
