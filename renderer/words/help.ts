/*
 * The words of the IT department's settings, the diagnostics and the keyboard shortcuts.
 */

import type { Step, StepName } from '../../electron/contract/diagnosis.ts';

export const policyWords = {
  fixedEnvironment: 'Your IT department chose this environment.',
  fixedAddress: (address: string) => `Your IT department set the address: ${address}`,
  fault: 'Your IT department’s settings for this computer are not valid, so the strictest apply.',
  faultTodo: 'Show this to IT:',
} as const;

export const helpWords = {
  close: 'Close',
  diagnosis: {
    title: 'Diagnostics',
    open: 'Run diagnostics',
    lead: 'Checks everything Colodesk needs. Nothing is changed, and no secret is shown.',
    running: 'Checking… this can take half a minute.',
    again: 'Run again',
    copy: 'Copy',
    copied: 'Copied',
    list: 'Steps',
    step: {
      policy: 'IT department’s settings',
      keychain: 'Keychain',
      disk: 'Disk',
      proxy: 'Proxy',
      dns: 'Server name (DNS)',
      tls: 'Secure connection (TLS)',
      token: 'Client ID and secret (token)',
      account: 'Account',
      permission: 'Permission for the tickets',
    } satisfies Record<StepName, string>,
    state: { works: 'Works', failed: 'Fails', skipped: 'Not tried' } satisfies Record<Step['state'], string>,
    made: 'Run at',
    address: 'Server',
  },
  keys: {
    title: 'Keyboard shortcuts',
    groups: [
      {
        name: 'Anywhere',
        keys: [
          ['/', 'go to the search box'],
          ['Ctrl F or ⌘ F', 'go to the search box'],
          ['Tab, Shift Tab', 'next or previous control'],
          ['F1', 'show this list'],
          ['Ctrl + or ⌘ +, Ctrl − or ⌘ −, Ctrl 0 or ⌘ 0', 'zoom in, zoom out, actual size'],
        ],
      },
      {
        name: 'In the ticket list',
        keys: [
          ['↑, ↓', 'one ticket up or down'],
          ['Page Up, Page Down', 'one page up or down'],
          ['Home, End', 'first or last ticket'],
          ['Enter', 'open the ticket'],
          ['Esc', 'close the ticket; in the search box, clear the search'],
        ],
      },
      {
        name: 'With tickets',
        keys: [
          ['n', 'new ticket'],
          ['e', 'edit the open ticket'],
          ['c', 'comment on the open ticket'],
          ['Ctrl Enter or ⌘ Enter', 'send the form or the comment'],
          ['Esc', 'close the form and keep the draft'],
        ],
      },
    ],
  },
} as const;
