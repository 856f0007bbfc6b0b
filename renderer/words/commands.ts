/*
 * The words of the palette, of the list of keys, and of what the user carries to another computer.
 */

import type { CommandGroup } from '../../electron/contract/commands.ts';
import { inSentence } from '../../electron/contract/isolate.ts';
import { countOf } from './numbers.ts';

export const commandWords = {
  palette: 'Commands',
  field: 'Type a command or a ticket',
  list: 'Commands and tickets',
  nothing: 'Nothing found.',
  found: (count: number) => countOf(count, 'result'),
  group: {
    recent: 'Recent',
    commands: 'Commands',
    views: 'Views',
    sites: 'Show the tickets of a site',
    accounts: 'Switch to an account',
    tickets: 'Tickets',
  },
} as const;

export const keyWords = {
  title: 'Keyboard shortcuts',
  singleKeysOff: 'Single keys are switched off in the settings.',
  group: {
    tickets: 'Tickets',
    ticket: 'With the open ticket',
    list: 'List',
    views: 'Views',
    application: 'Application',
  } satisfies Record<CommandGroup, string>,
  /** Keys that are no commands: those of the grid, of text boxes and of the system. `Mod` as in contract/commands.ts. */
  fixed: [
    {
      name: 'In the ticket list',
      keys: [
        [['↑', '↓'], 'One ticket up or down'],
        [['Page Up', 'Page Down'], 'One page up or down'],
        [['Home', 'End'], 'First or last ticket'],
        [['Shift+↑', 'Shift+↓', 'Shift+X'], 'Select a range'],
        [['Enter'], 'Open the ticket'],
        [['Esc'], 'Clear the selection; close the ticket'],
      ],
    },
    {
      name: 'In a text box',
      keys: [
        [['Mod+Enter'], 'Send the form or the comment'],
        [['Esc'], 'Close the form and keep the draft; in the search box, clear the search'],
      ],
    },
    {
      name: 'Anywhere',
      keys: [
        [['Tab', 'Shift+Tab'], 'Next or previous control'],
        [['Mod++', 'Mod+−', 'Mod+0'], 'Zoom in, zoom out, actual size'],
      ],
    },
  ] satisfies { name: string; keys: [string[], string][] }[],
} as const;

export const ownDataWords = {
  exported: (fileName: string) => `Saved as “${inSentence(fileName)}”. It holds no tickets.`,
  imported: (fileName: string, added: number, alreadyHere: number) => {
    const from = `from “${inSentence(fileName)}”`;
    if (added === 0) return alreadyHere === 0 ? `Nothing to add ${from}.` : `Everything ${from} is already here.`;
    const here =
      alreadyHere === 0
        ? ''
        : ` ${countOf(alreadyHere, 'item')} ${alreadyHere === 1 ? 'was already here and stayed as it was' : 'were already here and stayed as they were'}.`;
    return `${countOf(added, 'item')} added ${from}.${here}`;
  },
} as const;
