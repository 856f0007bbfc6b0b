/* Exporting tickets and tables to files. */

export const exports = {
  title: 'Export',
  button: 'Export',
  /** What the button of a table is called for a screen reader. */
  buttonOf: 'Export: {name}',
  /** Names the tickets in the file and in its name. */
  selected: '{count, plural, one {# selected ticket} other {# selected tickets}}',
  narrowed: '{name} (filtered)',
  counting: 'Counting the tickets…',
  lead: '{count, plural, one {# ticket} other {# tickets}} from “{name}”, as of {time}.',
  leadSelected: '{count, plural, one {# selected ticket} other {# selected tickets}}, as of {time}.',
  leadUnconfirmed:
    '{count, plural, one {# ticket} other {# tickets}} from “{name}”, which the server has not confirmed yet.',
  leadTable: 'The table “{name}” with {count, plural, one {# row} other {# rows}}.',
  format: 'Format',
  formats: { csv: 'CSV', xlsx: 'Excel' },
  formatHints: {
    csv: 'Plain text for other programs and imports.',
    xlsx: 'With real dates, filters and a fixed heading.',
  },
  separator: 'Separator',
  separators: { comma: 'Comma', semicolon: 'Semicolon', tab: 'Tab' },
  columns: 'Columns',
  columnSets: { list: 'As in the list', all: 'All' },
  columnHints: {
    list: 'The columns that you see now.',
    all: 'With description, recipients, number of comments, your notes and more.',
  },
  missing:
    '{count, plural, one {The details of # ticket were} other {The details of # tickets were}} never fetched, so the description and other columns stay empty there.',
  fetch: 'Fetch them first',
  fetchTakes: 'That takes about {duration}. You can stop it at any time.',
  fetchTakesUnknown: 'How long that takes will show once it has begun. You can stop it at any time.',
  stillMissing:
    '{count, plural, one {# ticket is} other {# tickets are}} still without details: the server does not give them at the moment.',
  fetching: 'Fetching details',
  writing: 'Writing the file',
  progress: '{done, number} of {total, number}',
  progressLeft: '{done, number} of {total, number}, about {duration} left',
  stop: 'Stop',
  close: 'Close',
  saved: '{count, plural, one {# row} other {# rows}} saved as “{fileName}”.',
  stopped: 'Stopped. No file was written.',
} as const;
