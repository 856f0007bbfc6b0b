import { ProblemError } from '../contract/problem.ts';
import type { Http } from './http.ts';
import { type AccountAnswer, accountsAnswerSchema, tokenAnswerSchema } from './wire.ts';

export type Credentials = { clientId: string; clientSecret: string };

export type Token = { accessToken: string; expiresInS: number };

/**
 * Asks for an access token (companion page "Access token"); there is no other way to renew one.
 * @throws ProblemError `wrong-credentials` when the server itself refuses the id or the secret.
 */
export async function requestToken(http: Http, credentials: Credentials): Promise<Token> {
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
      },
      tokenAnswerSchema,
    );
  } catch (error) {
    if (error instanceof ProblemError && ['unauthorized', 'rejected', 'no-permission'].includes(error.problem.kind)) {
      throw new ProblemError('wrong-credentials', serversWords(error), error);
    }
    throw error;
  }
}

/** The accounts that the token may act for (companion page "Accounts"). */
export async function requestAccounts(http: Http, accessToken: string): Promise<AccountAnswer[]> {
  const headers = { Authorization: `Bearer ${accessToken}` };
  return await http.send({ method: 'GET', path: 'v1/accounts', headers }, accountsAnswerSchema);
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
