import { type Problem, ProblemError } from '../contract/problem.ts';
import type { Http } from './http.ts';
import { accountsResponseSchema, type ListedAccount, tokenResponseSchema } from './wire.ts';

export type Credentials = { clientId: string; clientSecret: string };

/** `expiresInS`: seconds from the response. */
export type Token = { accessToken: string; expiresInS: number };

/**
 * Requests an access token (companion page "Access token"). There are no refresh tokens: a new one is requested like this too.
 * @throws ProblemError `wrong-credentials` when the server itself refuses the client ID or the secret.
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
      throw new ProblemError('wrong-credentials', serverDetails(error), error);
    }
    throw explainWrongAddress(error);
  }
}

/** OAuth's codes count whatever the status. */
function isRefusal({ kind, serverCode = '' }: Problem): boolean {
  return (
    ['unauthorized', 'rejected', 'not-permitted'].includes(kind) || /^(invalid|unauthorized)_client$/.test(serverCode)
  );
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

/**
 * A 404 to one of these two calls, with any body, means that the address belongs to another service. A page can come from
 * such a service as well as from a guest network.
 */
function explainWrongAddress(error: unknown): unknown {
  if (!(error instanceof ProblemError)) return error;
  if (error.problem.kind === 'captive-portal') {
    const message = 'This network wants you to sign in first, or the address is wrong: a web page answered.';
    const todo =
      'Open a web page in your browser to sign in to the network. If you are signed in, check the API base URL.';
    return new ProblemError('captive-portal', { ...serverDetails(error), message, todo }, error);
  }
  if (error.problem.httpStatus !== 404) return error;
  const details = {
    message: 'The server at this address does not offer the operator’s API.',
    todo: 'Check the environment and, if it is a custom one, the API base URL.',
  };
  return new ProblemError('rejected', { ...serverDetails(error), ...details }, error);
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
