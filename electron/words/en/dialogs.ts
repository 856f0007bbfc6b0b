/* The system's dialogs, and the question for a proxy's password. */

export const dialogs = {
  ok: 'OK',
  cancel: 'Cancel',
  attachTitle: 'Attach files',
  attach: 'Attach',
  importTitle: 'Import views and templates',
  import: 'Import',
  saveTitle: 'Save file',
  badLink: 'This link names no ticket.',
  badLinkDetail: 'A link to a ticket reads colodesk://ticket/ and the ticket’s number, such as WO123456.',
  openPage: 'Open a page on {host} in your browser?',
  open: 'Open',
  notOpened: 'The system did not open a browser for this link.',
  longLink: {
    message: 'This link is too long to be opened from here.',
    todo: 'Right-click it, copy it, and paste it into your browser. Nothing was opened.',
  },
} as const;

export const updates = {
  notNow: 'Not now',
  isAvailable: 'Colodesk {version} is available',
  isAvailableDetail: 'You have version {version}. Colodesk installs nothing without asking you.',
  download: 'Download',
  isReady: 'Colodesk {version} is ready to install',
  isReadyDetail: 'Everything you typed and all changes in the outbox are kept.',
  restart: 'Restart now',
  isUpToDate: 'Colodesk is up to date: {version} is the newest version.',
  isForged: {
    message: 'The update is not signed by whoever released this Colodesk, so it was refused.',
    todo: 'Nothing was changed. Tell your IT department: somebody may have tampered with the release or the network.',
  },
} as const;

export const proxy = {
  title: 'Sign in to the proxy',
  isAsked: 'The proxy of this network wants a name and a password. Colodesk keeps them until it is closed.',
  isRefused: 'The proxy did not accept this name and password.',
  name: 'Name',
  password: 'Password',
  signIn: 'Sign in',
} as const;

export const frozen = {
  message: 'The window does not respond',
  detail:
    'Wait if it may just be busy. If you reload it, your tickets, the outbox and what you typed are kept; only the last words may be missing.',
  reload: 'Reload the window',
  wait: 'Wait',
  failed: {
    message: 'The window failed several times',
    detail:
      'Reload it, or close it and start Colodesk again. Your tickets, the outbox and what you typed are kept; only the last words may be missing.',
    close: 'Close the window',
  },
} as const;
