/* The two calls of a sign-in, which need no account: the access token and the accounts that it opens. */

import { type Problem, ProblemError } from '../contract/problem.ts';
import { words } from '../words/words.ts';
import type { Http } from './http.ts';
import { accountsResponseSchema, type ListedAccount, tokenResponseSchema } from './wire.ts';

export type Credentials = { clientId: string; clientSecret: string };

/** `expiresInS`: seconds from the response. */
export type Token = { accessToken: string; expiresInS: number };

/**
 * Requests an access token (companion page "Access token"). There are no refresh tokens: a new one is requested like this too.
 * @throws ProblemError `wrong-credentials` when the server itself refuses the client ID or the secret, with the reason where
 * the server tells it
 */
export async function requestToken(http: Http, credentials: Credentials, signal?: AbortSignal): Promise<Token> {
  try {
    return await http.send(
      {
        method: 'POST',
        path: 'v2/auth/token',
        form: {
          client_id: credentials.clientId,
          client_secret: credentials.clientSecret,
          grant_type: 'client_credentials',
        },
        signal,
      },
      tokenResponseSchema,
    );
  } catch (error) {
    if (error instanceof ProblemError && isRefusal(error.problem)) {
      const details = { ...refusalWords(refusalReason(error.problem)), ...serverDetails(error) };
      throw new ProblemError('wrong-credentials', details, error);
    }
    throw explainWrongAddress(error);
  }
}

/** Whether the server refused the client ID or secret. OAuth's codes count whatever the status. */
function isRefusal({ kind, httpStatus, serverCode = '' }: Problem): boolean {
  if (/^(invalid_client|unauthorized_client|access_denied)$/.test(serverCode)) return true;
  return ['unauthorized', 'rejected', 'not-permitted', 'not-found'].includes(kind) && httpStatus !== 404;
}

/** Why a client ID and secret are refused; `unknown` where the server does not say, or names several reasons at once. */
export type RefusalReason = 'expired' | 'blocked' | 'wrong' | 'unknown';

/** What tells the reasons in the words and the OAuth codes of servers. */
const reasonPatterns: readonly [RefusalReason, RegExp][] = [
  ['expired', /\bexpir/i],
  [
    'blocked',
    /\b(?:b?lock|suspend|disabl|revok|deactivat|inactive|not (?:active|approved|authori[sz]ed|allowed|permitted))|unauthorized_client|access_denied/i,
  ],
  ['wrong', /\b(?:invalid|incorrect|wrong|unknown|mismatch|bad\b|(?:not|cannot be) found)|\bdo(?:es)? not match/i],
];

/** Finds the reason in the server's words, or else in its code, since `invalid_client` stands for any of them. */
export function refusalReason({ serverMessage = '', serverCode = '' }: Partial<Problem>): RefusalReason {
  const withoutCodes = serverMessage.replace(/\b\w+_\w+\b/g, '');
  for (const text of [withoutCodes, serverMessage, serverCode]) {
    const found = reasonPatterns.filter(([, pattern]) => pattern.test(text));
    if (found.length > 0) return found.length === 1 && found[0] ? found[0][0] : 'unknown';
  }
  return 'unknown';
}

/** The sentences where the reason asks for something else than looking for typing errors. */
function refusalWords(reason: RefusalReason) {
  const { expired, blocked } = words().account;
  return reason === 'expired' ? expired : reason === 'blocked' ? blocked : {};
}

/** Returns the accounts that the token gives access to (companion page "Accounts"). */
export async function requestAccounts(http: Http, accessToken: string, signal?: AbortSignal): Promise<ListedAccount[]> {
  const headers = { Authorization: `Bearer ${accessToken}` };
  try {
    return await http.send({ method: 'GET', path: 'v1/accounts', headers, signal }, accountsResponseSchema);
  } catch (error) {
    throw explainWrongAddress(error);
  }
}

/** A 404 to one of these two calls, with any body, means that the address belongs to another service. */
function explainWrongAddress(error: unknown): unknown {
  if (!(error instanceof ProblemError) || error.problem.httpStatus !== 404) return error;
  return new ProblemError('rejected', { ...serverDetails(error), ...words().account.wrongAddress }, error);
}

/** Returns what the server itself reported, for a problem of another kind that replaces this one. */
export function serverDetails({ problem }: ProblemError) {
  const { serverMessage, serverCode, httpStatus, correlationId } = problem;
  return {
    ...(serverMessage !== undefined && { serverMessage }),
    ...(serverCode !== undefined && { serverCode }),
    ...(httpStatus !== undefined && { httpStatus }),
    ...(correlationId !== undefined && { correlationId }),
  };
}
