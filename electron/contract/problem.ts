import { z } from 'zod';

/** What happened, and what the user can do about it. Each kind has words of its own; nothing is "something went wrong". */
const words = {
  'wrong-credentials': {
    message: 'The server did not accept this client ID and secret.',
    todo: 'Check both for missing characters, and that they belong to the chosen environment.',
  },
  unauthorized: {
    message: 'The server no longer accepts this sign-in.',
    todo: 'Sign in again with the current client ID and secret: nothing on this computer is lost, and what waits is sent.',
  },
  'no-permission': {
    message: 'The server refuses these tickets to this user.',
    todo: 'Ask your account administrator for the permission “Service Tickets-Customer Support”.',
  },
  'account-gone': {
    message: 'The server no longer knows this account.',
    todo: 'Ask your account administrator whether the account was closed or renamed.',
  },
  'no-accounts': {
    message: 'The sign-in worked, but the server lists no account for it.',
    todo: 'Ask your account administrator to assign an account to this client ID.',
  },
  'unknown-host': {
    message: 'The server’s name was not found.',
    todo: 'Check the network connection and, if it is a custom one, the API base URL.',
  },
  'no-connection': {
    message: 'The server cannot be reached.',
    todo: 'Check the network. An open account syncs by itself as soon as there is one.',
  },
  tls: {
    message: 'The connection is not secure: the server’s certificate was not accepted.',
    todo: 'Check this computer’s date and time, and ask IT whether the network inspects encrypted traffic.',
  },
  'proxy-auth': {
    message: 'The network’s proxy wants a user name and password.',
    todo: 'Sign in to the proxy as for your browser, or ask IT to let Colodesk through.',
  },
  redirected: {
    message: 'The network answered in place of the server, perhaps with a sign-in page.',
    todo: 'Open a web page in the browser to sign in to this network, then sync again.',
  },
  'gateway-refused': {
    message: 'Something between this computer and the server refused the request.',
    todo: 'Ask IT whether a gateway or firewall blocks the server. You stay signed in.',
  },
  timeout: {
    message: 'The server took too long to answer.',
    todo: 'Check the network, or try again in a while. An open account tries again by itself.',
  },
  'rate-limited': {
    message: 'The server asks for fewer requests.',
    todo: 'Colodesk waits as long as the server asked, then goes on by itself.',
  },
  'server-error': {
    message: 'The server reported a fault of its own.',
    todo: 'Colodesk tries again by itself. If it lasts, give the correlation ID to the operator.',
  },
  'malformed-answer': {
    message: 'The server’s answer was cut off or not in the promised form.',
    todo: 'Colodesk tries again by itself. If it lasts, tell the operator.',
  },
  rejected: {
    message: 'The server did not accept the request.',
    todo: 'The server’s own message says why.',
  },
  'not-found': {
    message: 'The server does not know this ticket any more.',
    todo: 'It may have been removed or moved to another account.',
  },
  conflict: {
    message: 'The ticket was changed by somebody else since you opened the form.',
    todo: 'Compare both versions and choose.',
  },
  'ticket-closed': {
    message: 'The ticket is closed, so it can no longer be changed.',
    todo: 'Open a new ticket, or discard this change.',
  },
  'change-sent': {
    message: 'This change was sent in the meantime.',
    todo: 'What you typed is still here: open the ticket to see what arrived.',
  },
  'not-confirmed': {
    message: 'The server’s answer never came, and nothing like it was found there.',
    todo: 'Look whether it arrived in another way; then send it again or discard it.',
  },
  'outbox-set-aside': {
    message: 'The file with your unsent changes and drafts could not be read and was set aside.',
    todo: 'Nothing of it was deleted. A new one was begun; ask IT to look at the file that was set aside.',
  },
  'file-empty': {
    message: 'The file is empty.',
    todo: 'The server accepts no empty files.',
  },
  'file-unusable': {
    message: 'This cannot be attached: it is a folder or cannot be read.',
    todo: 'Choose files; pack a folder first.',
  },
  'disk-full': {
    message: 'The disk is full, so new tickets cannot be kept.',
    todo: 'Free some space, then sync again.',
  },
  'disk-error': {
    message: 'The ticket cache on this computer cannot be read or written.',
    todo: 'Check the disk and the rights to Colodesk’s folder, then start Colodesk again.',
  },
  'cache-newer': {
    message: 'The tickets on this computer were kept by a newer Colodesk.',
    todo: 'Install the newest Colodesk to read them.',
  },
  'cache-set-aside': {
    message: 'The tickets kept on this computer could not be read and were set aside.',
    todo: 'They are being fetched again.',
  },
  'accounts-set-aside': {
    message: 'The list of accounts on this computer was damaged and was set aside.',
    todo: 'Sign in again. Ask IT to look at the file that was set aside: it may tell which folder is whose.',
  },
  'keychain-missing': {
    message: 'This computer offers no keychain, so the client secret cannot be kept safely.',
    todo: 'You can go on for this session only: nothing is kept when Colodesk closes.',
  },
  'keychain-locked': {
    message: 'The keychain is locked or does not answer.',
    todo: 'Unlock it and try again, or go on for this session only.',
  },
  'keychain-refused': {
    message: 'The keychain refused to keep or hand out the secret.',
    todo: 'Allow Colodesk to use the keychain and try again, or go on for this session only.',
  },
  'keychain-entry-missing': {
    message: 'The keychain no longer holds the secret of this account.',
    todo: 'Sign in again with the client ID and secret: nothing on this computer is lost, and what waits is sent.',
  },
  'no-open-account': {
    message: 'No account is open.',
    todo: 'Choose an account or sign in.',
  },
  'link-refused': {
    message: 'This link does not lead to a page on a secure server.',
    todo: 'Nothing was opened. Ask whoever wrote it where it should lead.',
  },
  'update-failed': {
    message: 'A newer version could not be looked for, fetched, or proved to be ours.',
    todo: 'Nothing was changed. Try again later, or ask the IT department for it.',
  },
  'policy-faulty': {
    message: 'The IT department’s settings for this computer cannot be understood, so the strict ones hold.',
    todo: 'Show this to the IT department.',
  },
  'policy-refused': {
    message: 'The IT department’s settings for this computer rule this out.',
    todo: 'Sign in to the environment that they name, or ask the IT department.',
  },
  'invalid-input': {
    message: 'This value cannot be used.',
    todo: 'Correct the marked field.',
  },
  'caller-refused': {
    message: 'The request did not come from Colodesk’s own window.',
    todo: 'Close the window and start Colodesk again.',
  },
  internal: {
    message: 'Colodesk met a fault of its own and did not finish this step.',
    todo: 'Try once more; the log file has the details for a report.',
  },
} as const satisfies Record<string, { message: string; todo: string }>;

export type ProblemKind = keyof typeof words;

/** The server could not be spoken to: something on the way to it is missing, or stands in for it. */
export const problemsOfTheWay: readonly ProblemKind[] = [
  'unknown-host',
  'no-connection',
  'tls',
  'proxy-auth',
  'redirected',
  'gateway-refused',
];

const kinds = Object.keys(words) as [ProblemKind, ...ProblemKind[]]; // the keys of a constant that has some

/** A failure as a value: it crosses the bridge, is shown to the user, and carries no stack trace and no secret. */
export const problemSchema = z.object({
  kind: z.enum(kinds),
  /** What happened, one sentence. */
  message: z.string(),
  /** What the user can do, one sentence. */
  todo: z.string(),
  /** What was kept, one sentence; `''` where nothing was at stake. */
  kept: z.string(),
  /** The form's field that is meant, for `invalid-input`. */
  field: z.string().optional(),
  /** The server's own words, status and correlation id, where it sent any. */
  serverMessage: z.string().optional(),
  httpStatus: z.int().optional(),
  correlationId: z.string().optional(),
  /** How long the server asked to wait, in milliseconds. */
  retryAfterMs: z.number().optional(),
});
export type Problem = z.infer<typeof problemSchema>;

type Details = Partial<Omit<Problem, 'kind'>>;

/** The problem of a kind in its standard words; `details` add to them or replace them. */
export function problem(kind: ProblemKind, details: Details = {}): Problem {
  return { kind, ...words[kind], kept: '', ...details };
}

/** A problem on its way up to the one that shows it. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;
  constructor(kind: ProblemKind, details: Details = {}, cause?: unknown) {
    super(kind, { cause });
    this.problem = problem(kind, details);
  }
}

/** The problem inside anything that was thrown; what is no `ProblemError` is a fault of ours. */
export function problemOf(thrown: unknown): Problem {
  return thrown instanceof ProblemError ? thrown.problem : problem('internal');
}
