import type { Step, StepName } from '../../electron/contract/diagnosis.ts';

/** The words of what the IT department settled. */
export const policyWords = {
  fixedEnvironment: 'Your IT department chose this environment.',
  fixedAddress: (address: string) => `Your IT department set the address: ${address}`,
  fault: 'The IT department’s settings for this computer cannot be understood, so the strict ones hold.',
  faultTodo: 'Show this to the IT department:',
} as const;

/** The words of the diagnostics and of the page of keys. */
export const helpWords = {
  close: 'Close',
  diagnosis: {
    title: 'Diagnostics',
    open: 'Run diagnostics',
    lead: 'What Colodesk needs, tried one by one. Nothing is changed, and no secret is shown.',
    running: 'Trying… this can take half a minute.',
    again: 'Try again',
    copy: 'Copy',
    copied: 'Copied',
    list: 'Steps',
    step: {
      policy: 'Settings of the IT department',
      keychain: 'Keychain',
      disk: 'Disk',
      proxy: 'Proxy',
      dns: 'Server’s name (DNS)',
      tls: 'Secure connection (TLS)',
      token: 'Client ID and secret (token)',
      account: 'Account',
      permission: 'Permission for the tickets',
    } satisfies Record<StepName, string>,
    state: { works: 'Works', failed: 'Fails', skipped: 'Not tried' } satisfies Record<Step['state'], string>,
    made: 'Made',
    address: 'Server',
  },
  keys: {
    title: 'Keys',
    groups: [
      {
        name: 'Anywhere',
        keys: [
          ['/', 'to the search'],
          ['Ctrl F or ⌘ F', 'to the search'],
          ['Tab, Shift Tab', 'to the next part, or the one before'],
          ['F1', 'this page'],
          ['Ctrl + or ⌘ +, Ctrl − or ⌘ −, Ctrl 0 or ⌘ 0', 'larger, smaller, as before'],
        ],
      },
      {
        name: 'In the list of tickets',
        keys: [
          ['↑, ↓', 'one ticket up or down'],
          ['Page Up, Page Down', 'one page up or down'],
          ['Home, End', 'the first ticket, the last'],
          ['Enter', 'opens the ticket'],
          ['Escape', 'closes the ticket; in the search box, clears the search'],
        ],
      },
      {
        name: 'With tickets',
        keys: [
          ['n', 'new ticket'],
          ['e', 'edits the open ticket'],
          ['c', 'comments on the open ticket'],
          ['Ctrl Enter or ⌘ Enter', 'sends the form or the comment'],
          ['Escape', 'leaves the form; what is typed stays as a draft'],
        ],
      },
    ],
  },
} as const;
