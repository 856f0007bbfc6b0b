/* Snoozing: putting a ticket out of the way until a moment. */

export const snooze = {
  button: 'Snooze',
  /** What it offers, the soonest first. */
  choice: { laterToday: 'Later today', tomorrow: 'Tomorrow', nextWeek: 'Next week' },
  chooseDate: 'Choose a date…',
  dialog: 'Snooze until',
  lead: 'Only on this computer. It comes back sooner if the operator answers.',
  leadForMany:
    '{count, plural, one {# ticket} other {# tickets}}. Only on this computer. Each comes back sooner if the operator answers.',
  day: 'Date',
  time: 'Time',
  apply: 'Snooze',
  keep: 'Cancel',
  noMoment: 'Enter a date and a time.',
  isPast: 'Choose a moment that is still to come.',
  isTooLate: 'Choose a moment within ten years.',
} as const;
