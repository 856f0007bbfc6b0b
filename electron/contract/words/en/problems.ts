/*
 * What happened and what to do about it, for each kind of problem. A new kind gets its own sentences: the user never reads
 * “something went wrong”.
 */

export const problems = {
  'wrong-credentials': {
    message: 'The server did not accept this client ID and secret.',
    todo: 'Check both for typing errors, and that they belong to the chosen environment.',
  },
  unauthorized: {
    message: 'The server no longer accepts this sign-in.',
    todo: 'Sign in again with the current client ID and secret: nothing on this computer is lost, and unsent changes go out.',
  },
  'no-permission': {
    message: 'The server denies access to these tickets.',
    todo: 'Ask your account administrator for the permission “Service Tickets-Customer Support”.',
  },
  'not-permitted': {
    message: 'The server does not permit this for your user.',
    todo: 'Read the server’s message for the reason, or ask your account administrator.',
  },
  'account-gone': {
    message: 'The server no longer knows this account.',
    todo: 'Ask your account administrator whether the account was closed or renamed.',
  },
  'no-master-account': {
    message: 'The operator’s list does not say which master account this belongs to.',
    todo: 'Ask your account administrator for the master account ID and enter it here. Nothing can be fetched without it.',
  },
  'no-accounts': {
    message: 'The sign-in worked, but the server lists no account for it.',
    todo: 'Ask your account administrator to assign an account to this client ID.',
  },
  'unknown-host': {
    message: 'The server’s name was not found.',
    todo: 'Check the network and, if you typed it yourself, the API base URL.',
  },
  'no-connection': {
    message: 'The server cannot be reached.',
    todo: 'Check the network. An open account syncs as soon as there is a connection.',
  },
  tls: {
    message: 'The connection is not secure: the server’s certificate was not accepted.',
    todo: 'Check this computer’s date and time, and ask IT whether the network inspects encrypted traffic.',
  },
  'proxy-auth': {
    message: 'The proxy requires a user name and password.',
    todo: 'Enter them when Colodesk asks, which it does again after ten minutes or a restart, or ask IT to let it through.',
  },
  redirected: {
    message: 'The network answered instead of the server, perhaps with a sign-in page.',
    todo: 'Open a web page in your browser to sign in to this network, then sync again.',
  },
  'captive-portal': {
    message: 'This network wants you to sign in first.',
    todo: 'Open a web page in your browser to sign in to the network, then sync again.',
  },
  'gateway-refused': {
    message: 'Something between this computer and the server refused the request.',
    todo: 'Ask IT whether a gateway or firewall blocks the server. You stay signed in.',
  },
  timeout: {
    message: 'The server took too long to answer.',
    todo: 'Check the network, or try again later. An open account retries automatically.',
  },
  'rate-limited': {
    message: 'The server is limiting requests.',
    todo: 'Wait a little: Colodesk continues as soon as the server allows it.',
  },
  'server-error': {
    message: 'The server reported an internal error.',
    todo: 'Wait for Colodesk to retry. If this persists, give the operator the correlation ID.',
  },
  'malformed-answer': {
    message: 'The server’s answer was incomplete or malformed.',
    todo: 'Wait for Colodesk to retry. If this persists, tell the operator.',
  },
  rejected: {
    message: 'The server did not accept the request.',
    todo: 'Read the server’s message for the reason.',
  },
  'not-found': {
    message: 'The server no longer has this ticket.',
    todo: 'Ask the operator: it may have been removed or moved.',
  },
  conflict: {
    message: 'Someone else changed the ticket after you opened the form.',
    todo: 'Compare both versions and choose.',
  },
  'ticket-closed': {
    message: 'The ticket is closed and can no longer be changed.',
    todo: 'Open a new ticket, or discard this change.',
  },
  'change-sent': {
    message: 'This change was sent in the meantime.',
    todo: 'Open the ticket to see what arrived. Your text is still here.',
  },
  'change-discarded': {
    message: 'This change was discarded in the meantime.',
    todo: 'Make it a new change, or discard it. Your text is still here.',
  },
  'not-confirmed': {
    message: 'No answer came, and the server has nothing like it.',
    todo: 'Check some other way whether it arrived, then send it again or discard it.',
  },
  'outbox-set-aside': {
    message: 'The file with your unsent changes, drafts and notes could not be read and was set aside.',
    todo: 'Ask IT to look at that file: nothing in it was deleted. A new one is in use now.',
  },
  'file-empty': {
    message: 'The file is empty.',
    todo: 'Choose another: the server accepts no empty files.',
  },
  'file-too-large': {
    message: 'The operator does not take files of this size.',
    todo: 'Attach a smaller file, or send this one to the operator in another way.',
  },
  'file-unusable': {
    message: 'This cannot be attached: it is a folder or cannot be read.',
    todo: 'Choose a file, or zip the folder first.',
  },
  'paste-too-large': {
    message: 'This is too large to paste.',
    todo: 'Save it as a file, then attach the file.',
  },
  'file-unreadable': {
    message: 'The file could not be read. It was not changed.',
    todo: 'Check that it still exists and that no other program is using it, then attach it again.',
  },
  'file-unviewable': {
    message: 'Colodesk cannot show this file.',
    todo: 'Save it, and open it with another program if you trust its author.',
  },
  'disk-full': {
    message: 'The disk is full, so new tickets cannot be saved.',
    todo: 'Free some space, then sync again.',
  },
  'disk-busy': {
    message: 'The disk is too slow at the moment, or another program is using Colodesk’s files.',
    todo: 'Try again in a moment. If this persists, keep backup programs and virus scanners out of Colodesk’s folder.',
  },
  'disk-error': {
    message: 'The ticket cache on this computer cannot be read or written.',
    todo: 'Check the disk and your access to Colodesk’s folder, then restart Colodesk.',
  },
  'cache-newer': {
    message: 'The tickets on this computer belong to a newer Colodesk.',
    todo: 'Install the latest Colodesk to read them.',
  },
  'cache-set-aside': {
    message: 'The tickets on this computer could not be read and were set aside.',
    todo: 'Wait while they are fetched again.',
  },
  'accounts-set-aside': {
    message: 'The list of accounts on this computer was damaged and was set aside.',
    todo: 'Sign in again. Ask IT to look at that file: it may show which folder belongs to which account.',
  },
  'keychain-missing': {
    message: 'This computer has no keychain, so the client secret cannot be stored safely.',
    todo: 'Continue for this session only: nothing is kept when Colodesk closes.',
  },
  'keychain-locked': {
    message: 'The keychain is locked or does not respond.',
    todo: 'Unlock it and try again, or continue for this session only.',
  },
  'keychain-refused': {
    message: 'The keychain refused to store or return the secret.',
    todo: 'Unlock the keychain if it is locked, let Colodesk use it and try again, or continue for this session only.',
  },
  'keychain-entry-missing': {
    message: 'The keychain no longer holds this account’s secret.',
    todo: 'Sign in again with the client ID and secret: nothing on this computer is lost, and unsent changes go out.',
  },
  'no-open-account': {
    message: 'The account that this belongs to is not open.',
    todo: 'Open it, or sign in, then try again.',
  },
  'link-refused': {
    message: 'This link does not lead to a page on a secure server.',
    todo: 'Ask its author where it should lead. Nothing was opened.',
  },
  'no-printer': {
    message: 'This computer has no printer that can be used.',
    todo: 'Add one in the system settings, or save as PDF instead.',
  },
  'paper-failed': {
    message: 'The pages could not be made.',
    todo: 'Try again with fewer tickets. If it fails again, report it with the log file.',
  },
  'update-failed': {
    message: 'Colodesk could not check for, download or verify an update.',
    todo: 'Try again later, or ask your IT department for it. Nothing was changed.',
  },
  'policy-faulty': {
    message: 'Your IT department’s settings for this computer are not valid, so the strictest apply.',
    todo: 'Show this to IT.',
  },
  'policy-refused': {
    message: 'Your IT department’s settings do not allow this.',
    todo: 'Sign in to the environment they name, or ask your IT department.',
  },
  'invalid-input': {
    message: 'This value cannot be used.',
    todo: 'Correct the marked field.',
  },
  'caller-refused': {
    message: 'The request did not come from Colodesk’s own window.',
    todo: 'Close the window and restart Colodesk.',
  },
  internal: {
    message: 'An internal error in Colodesk stopped this step.',
    todo: 'Try again. If it fails again, report it with the log file.',
  },
} as const;

/** What to do where the server refused without a word of its own. */
export const problemsWithoutWords = {
  'not-permitted': 'Ask your account administrator for the right to do this.',
  rejected: 'Check what you entered. If it is right, ask the operator for the reason.',
} as const;
