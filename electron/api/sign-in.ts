import { ProblemError } from '../contract/problem.ts';
import type { Http } from './http.ts';
import { type AccountAnswer, accountsAnswerSchema, tokenAnswerSchema } from './wire.ts';

export type Credentials = { clientId: string; clientSecret: string };

export type Token = { accessToken: string; expiresInS: number };

/**
 * Asks for an access token (companion page "Access token"); there is no other way to renew one.
 * @throws ProblemError `wrong-credentials` when the server itself refuses the id or the secret.
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
      tokenAnswerSchema,
    );
  } catch (error) {
    if (error instanceof ProblemError && ['unauthorized', 'rejected', 'no-permission'].includes(error.problem.kind)) {
      throw new ProblemError('wrong-credentials', serversWords(error), error);
    }
    throw inWordsOfAddress(error);
  }
}

/** The accounts that the token may act for (companion page "Accounts"). */
export async function requestAccounts(http: Http, accessToken: string, signal?: AbortSignal): Promise<AccountAnswer[]> {
  const headers = { Authorization: `Bearer ${accessToken}` };
  try {
    return await http.send({ method: 'GET', path: 'v1/accounts', headers, signal }, accountsAnswerSchema);
  } catch (error) {
    throw inWordsOfAddress(error);
  }
}

/** Where these two calls are not found, by whoever answers, there is another service than the operator's. */
function inWordsOfAddress(error: unknown): unknown {
  if (!(error instanceof ProblemError) || error.problem.httpStatus !== 404) return error;
  const details = {
    message: 'The server at this address does not offer the operator’s API.',
    todo: 'Check the environment and, if it is a custom one, the API base URL.',
  };
  return new ProblemError('rejected', { ...serversWords(error), ...details }, error);
}

/** What the server itself said, to be handed on with another kind of problem. */
export function serversWords({ problem }: ProblemError) {
  const { serverMessage, httpStatus, correlationId } = problem;
  return {
    ...(serverMessage !== undefined && { serverMessage }),
    ...(httpStatus !== undefined && { httpStatus }),
    ...(correlationId !== undefined && { correlationId }),
  };
}
