/* What the diagnosis finds. */

export const diagnosis = {
  policy: 'Your IT department decides: {settings}.',
  /** Stands between two of the settings. */
  between: ', ',
  policyEnvironment: 'the environment is {environment}',
  policyUpdates: 'updates are off',
  policySession: 'signing in requires a keychain',
  noPolicy: 'Your IT department has made no settings for this computer.',
  keychain: 'An entry was written, read and removed.',
  disk: 'A file was written, read and removed; {gigabytes, number, ::.0} GB are free.',
  noProxy: 'None: Colodesk connects to the server directly.',
  proxy: 'The system uses {proxy}.',
  proxyResolves: 'The proxy resolves the server’s name.',
  addresses: '{host} has the address {addresses}.',
  encrypted: 'The server answers, and its certificate is valid.',
  local: 'The service on this computer answers.',
  token:
    '{minutes, plural, one {The server issued a token for # minute.} other {The server issued a token for # minutes.}}',
  account:
    '{count, plural, one {The account is the one that the server lists.} other {The account is one of # that the server lists.}}',
  permission: '{count, plural, one {The server lists # ticket.} other {The server lists # tickets.}}',
  nobody: 'Nobody is signed in.',
  skipped: 'Skipped because an earlier step failed.',
} as const;
