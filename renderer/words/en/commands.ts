/* The palette, the list of keys, and what the user carries to another computer. */

import type { CommandGroup } from '../../../electron/contract/commands.ts';

export const commands = {
  palette: 'Commands',
  field: 'Type a command or a ticket',
  list: 'Commands and tickets',
  nothing: 'Nothing found.',
  found: '{count, plural, one {# result} other {# results}}',
  group: {
    recent: 'Recent',
    commands: 'Commands',
    views: 'Views',
    sites: 'Show the tickets of a site',
    accounts: 'Switch to an account',
    tickets: 'Tickets',
  },
} as const;

export const keys = {
  title: 'Keyboard shortcuts',
  singleKeysOff: 'Single keys are switched off in the settings.',
  group: {
    tickets: 'Tickets',
    ticket: 'With the open ticket or the selected ones',
    list: 'List',
    views: 'Views',
    application: 'Application',
  } as const satisfies Record<CommandGroup, string>,
  /** Keys that are no commands: those of the grid, of text boxes and of the system. */
  inList: {
    title: 'In the ticket list',
    row: 'One ticket up or down',
    page: 'One page up or down',
    end: 'First or last ticket',
    range: 'Select a range',
    open: 'Open the ticket',
    close: 'Clear the selection; close the ticket',
  },
  inText: {
    title: 'In a text box',
    send: 'Send the form or the comment',
    close: 'Close the form and keep the draft; in the search box, clear the search',
  },
  anywhere: {
    title: 'Anywhere',
    next: 'Next or previous control',
    zoom: 'Zoom in, zoom out, actual size',
  },
  /** What stands on the keys. */
  name: {
    Ctrl: 'Ctrl',
    Shift: 'Shift',
    Enter: 'Enter',
    Return: 'Return',
    Esc: 'Esc',
    Tab: 'Tab',
    'Page Up': 'Page Up',
    'Page Down': 'Page Down',
    Home: 'Home',
    End: 'End',
  },
} as const;

export const ownData = {
  exported: 'Saved as “{file}”. It holds no tickets.',
  imported: {
    nothing: 'Nothing to add from “{file}”.',
    allHere: 'Everything from “{file}” is already here.',
    added: '{added, plural, one {# item} other {# items}} added from “{file}”.',
    addedAndHere:
      '{added, plural, one {# item} other {# items}} added from “{file}”. {here, plural, one {# item was already here and stayed as it was.} other {# items were already here and stayed as they were.}}',
  },
} as const;
