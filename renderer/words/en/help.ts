/* The diagnostics, which help the user and the IT department to find what is wrong. */

import type { Step, StepName } from '../../../electron/contract/diagnosis.ts';

export const help = {
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
    } as const satisfies Record<StepName, string>,
    state: { works: 'Works', failed: 'Fails', skipped: 'Not tried' } as const satisfies Record<Step['state'], string>,
    stepState: '{step}: {state}',
    made: 'Run at {time}',
    address: 'Server {address}',
  },
} as const;
