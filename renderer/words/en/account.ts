/* Signing in, choosing an account, and signing out. */

import type { Environment } from '../../../electron/contract/session.ts';

export const environment = {
  production: 'Production',
  playground: 'Playground',
  sandbox: 'Sandbox',
  custom: 'Custom',
  demo: 'Demo',
} as const satisfies Record<Environment, string>;

export const start = {
  pitch: 'Every support ticket for your sites in one calm place.',
  points: {
    offline: 'All your tickets on this computer, even offline.',
    search: 'Search as you type, across every site and cage.',
    encrypted: 'Encrypted here; the secret stays in your keychain.',
  },
  title: 'Sign in',
  lead: 'Use your app’s client ID and secret from the operator’s developer portal.',
  environment: 'Environment',
  environmentHint: {
    production: 'Your real tickets.',
    playground: 'For trying things out.',
    sandbox: 'The operator’s test system.',
    custom: 'Another address with the same API.',
  } as const satisfies Record<Exclude<Environment, 'demo'>, string>,
  baseUrl: 'API base URL',
  baseUrlHint: 'Starts with https:// (http:// only for this computer).',
  sandboxHint: 'This address is a guess. Correct it if your operator gave you another.',
  clientId: 'Client ID',
  clientSecret: 'Client secret',
  showSecret: 'Show secret',
  signIn: 'Sign in',
  tryDemo: 'Try the demo',
  demoLead: 'No account yet?',
  demoHint: 'The demo runs on this computer with made-up tickets.',
  sessionOnly: 'Continue for this session only',
  back: 'Back',
  waitsForKeychain: 'Waiting for the keychain…',
  waitsHint:
    'Your system may be asking for a password in another window. If nothing asks, do not wait: Colodesk then says what else you can do.',
  stopWaiting: 'Do not wait',
  starting: 'Opening your tickets…',
  choose: 'Choose an account',
  chooseLead: 'This sign-in gives access to several accounts. You can switch at any time.',
  hasCache: 'Tickets on this computer',
  otherSignIn: 'Sign in to another account…',
  signInAgain: 'Sign in again',
  againLead: 'To {account}. Its tickets and unsent changes stay on this computer.',
  otherAccounts: 'Or open another account',
  cannotOpen: '{account} cannot be opened',
  masterAccount: 'Master account ID',
  masterAccountHint: 'Colodesk checks it with the server before keeping it.',
  openAccount: 'Open account',
} as const;

export const account = {
  menu: 'Account: {name}, {environment}',
  /** An account with what tells it from others of its name. */
  distinguished: '{name} ({distinction})',
  switchTo: 'Switch to',
  sessionOnly: 'For this session only',
  sessionOnlyHint: 'Nothing is kept when Colodesk closes.',
  signOut: 'Sign out',
  signOutOf: 'Sign out of {name}?',
  removed: 'This is removed from this computer:',
  removedParts: {
    secrets: 'the client secret and access token (the secret stays while another account here uses it)',
    key: 'the key to the ticket cache',
    tickets: 'the cached tickets and files, so you can no longer read them offline',
    own: 'your templates, comment texts and saved views, rhythms, maintenance dates and hand-overs, your notes, stars and snoozes, and the log of sent changes',
  },
  nothingElse: 'Nothing changes at the operator: your tickets stay there, and you can sign in again at any time.',
  keep: 'Stay signed in',
} as const;
