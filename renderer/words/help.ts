/*
 * The words of the IT department's settings and the diagnostics.
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
} as const;
