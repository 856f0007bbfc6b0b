import { z } from 'zod';
import { ApiClient } from '../api/client.ts';
import type { Http } from '../api/http.ts';
import { type Credentials, requestAccounts, requestToken } from '../api/sign-in.ts';
import { ProblemError, type ProblemKind } from '../contract/problem.ts';
import type { Attempt } from './diagnosis-steps.ts';

/** A sign-in to try, and the account that it is for. */
export type SignedIn = {
  credentials: () => Promise<Credentials>;
  account: { masterAccountId: string; accountId: string };
};

/** An answer of whatever kind proves the way there; these say that there was none, or none of the server's. */
const notReached: readonly ProblemKind[] = [
  'unknown-host',
  'no-connection',
  'tls',
  'proxy-auth',
  'redirected',
  'timeout',
  'invalid-input',
];

/** Whether the server answers, and over a connection that is secure where it has to be. */
export function attemptsAtServer(http: Http, address: string): Attempt[] {
  const isEncrypted = address.startsWith('https:');
  const seen = isEncrypted
    ? 'The server answers, and its certificate is good.'
    : 'The service on this computer answers.';
  return [
    {
      name: 'tls',
      async look() {
        try {
          await http.send({ method: 'GET', path: 'v1/accounts' }, z.unknown());
        } catch (error) {
          if (!(error instanceof ProblemError) || notReached.includes(error.problem.kind)) throw error;
        }
        return seen;
      },
    },
  ];
}

/** What the server says to the sign-in. The token is a new one, kept nowhere. */
export function attemptsWithSignIn(http: Http, { credentials, account }: SignedIn): Attempt[] {
  let accessToken = '';
  const current = async () => accessToken;
  return [
    {
      name: 'token',
      async look() {
        const token = await requestToken(http, await credentials());
        accessToken = token.accessToken;
        return `The server gave a token for ${Math.round(token.expiresInS / 60)} minutes.`;
      },
    },
    {
      name: 'account',
      async look() {
        const accounts = await requestAccounts(http, accessToken);
        if (!accounts.some(({ accountId }) => accountId === account.accountId)) throw new ProblemError('account-gone');
        return `The server lists the account, one of ${accounts.length}.`;
      },
    },
    {
      name: 'permission',
      async look() {
        const client = new ApiClient(http, { current, renewed: current }, account);
        const { totalElements } = await client.listTickets(0, 1);
        return `The server lists ${totalElements} tickets.`;
      },
    },
  ];
}
