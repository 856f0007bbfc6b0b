/* Problems of signing in and of the accounts on this computer, in place of the standard sentences. */

export const account = {
  expired: {
    message: 'The server says that this client secret has expired.',
    todo: 'Create a new secret in the operator’s developer portal and sign in with it.',
  },
  blocked: {
    message: 'The server has blocked this client ID.',
    todo: 'Ask your account administrator or the operator to unblock it.',
  },
  wrongAddress: {
    message: 'The server at this address does not offer the operator’s API.',
    todo: 'Check the environment and, if it is a custom one, the API base URL.',
  },
  noLongerAccepted: 'The server no longer accepts this client ID and secret.',
  waitsForSignIn: 'Nothing on this computer is lost, and unsent changes go out once the server accepts it again.',
  checkAddress: 'If that is not it, check the API base URL.',
  tokenRefused: {
    message: 'The server issued an access token, and then did not accept it.',
    todo: 'Try again in a moment. If this persists, tell the operator.',
  },
  notListed: {
    message: 'The server did not list your accounts.',
    todo: 'Ask the operator: your client ID may lack the right to see them.',
  },
  checkNetwork: 'Check the network, then try again.',
  networkSignIn: 'Open a web page in your browser to sign in to this network, then try again.',
  askAboutGateway: 'Ask IT whether a gateway or firewall blocks the server.',
  waitAMinute: 'Wait a minute, then try again.',
  serverError: 'Try again in a few minutes. If this persists, give the operator the correlation ID.',
  malformedAnswer: 'Try again in a few minutes. If this persists, tell the operator.',
  notKept: {
    message: 'The disk is full, so the sign-in cannot be kept.',
    todo: 'Free some space, then try again.',
  },
  noTickets: {
    message: 'The server lists no tickets for this master account ID.',
    todo: 'Check it for typing errors, and ask your account administrator whether you may see this account’s tickets.',
  },
  interrupted: {
    message: 'The sign-in was interrupted before the server answered.',
    kept: 'Nothing from this sign-in was stored.',
    todo: 'Sign in again.',
  },
  notSignedOut: {
    message: 'The folder with this account’s tickets could not be removed from this computer.',
    kept: 'Nobody can read it: it is encrypted, and its key was deleted. The account stays in the list; nothing was changed on the server.',
    todo: 'Check that no other program is using Colodesk’s folder, then sign out again.',
  },
  notRemoved: {
    message: 'Files of an earlier session could not be removed from this computer.',
    kept: 'Nobody can read them: they are encrypted, and their key was deleted.',
    todo: 'Check that no other program is using Colodesk’s folder. Colodesk tries again at the next start.',
  },
  foldersKept: 'Tickets and unsent changes are still in their folders.',
  listKept: 'The list was not changed. All accounts, their tickets and unsent changes are still there.',
  listUnreadable: {
    message: 'The list of accounts on this computer cannot be read at the moment.',
    todo: 'Check the permissions of Colodesk’s folder and that no other program is using it, then restart Colodesk.',
  },
  listNotSaved: {
    message: 'The list of accounts could not be saved on this computer.',
    todo: 'Check the permissions of Colodesk’s folder, then try again.',
    todoIfFull: 'Free some space, then try again.',
  },
  /** What tells an account from the same one that is kept in another way. */
  sessionOnly: 'for this session only',
  kept: 'kept on this computer',
} as const;
