/* What a 401 means: a token that has expired, a sign-in that is no longer accepted, or one operation that is not permitted. */

import { expect, it } from 'vitest';
import { isSafeToRetry } from '../../electron/api/network-errors.ts';
import { ticketId } from '../support/tickets.ts';
import { type Answer, clientOfServer, kindOf, problemFrom, type Seen } from './own-server.ts';

const json = (message: string) => JSON.stringify({ error: { type: 'client', message, correlationId: 'c-1' } });
const refusal: Answer = { status: 401, body: json('The requested operation is not permitted for the user.') };
const accounts: Answer = { body: '[{"masterAccountId":"1","accountId":"2"}]' };
const renewing = { current: async () => 'old', renewed: async (refused: string) => `newer than ${refused}` };

const isAccounts = ({ path }: Seen) => path.startsWith('/v1/accounts');
const callsOf = (seen: readonly Seen[]) => seen.map(({ path, headers }) => `${headers.authorization} ${path}`);

it.each(['', 'Unauthorized', '{"fault":{"faultstring":"Invalid Access Token"}}'])(
  'a new token that is refused for the accounts too (%j) means the sign-in',
  async (body) => {
    const { api, seen } = await clientOfServer(() => ({ status: 401, body }), renewing);
    expect(await kindOf(api.listSites())).toBe('unauthorized');
    expect(callsOf(seen)).toEqual([
      'Bearer old /v1/sites',
      'Bearer newer than old /v1/sites',
      'Bearer newer than old /v1/accounts',
    ]);
    const error = await api.addComment(ticketId(1), 'Any news?').catch((thrown: unknown) => thrown);
    expect(isSafeToRetry(error)).toBe(true);
  },
);

it('a new token that the accounts call takes means the operation: it is refused in the server’s words', async () => {
  const { api, seen } = await clientOfServer((request) => (isAccounts(request) ? accounts : refusal), renewing);
  const error = await api.cancelTicket(ticketId(1), 'Duplicate request').catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    problem: {
      kind: 'not-permitted',
      serverMessage: 'The requested operation is not permitted for the user.',
      correlationId: 'c-1',
      httpStatus: 401,
    },
  });
  expect(isSafeToRetry(error)).toBe(false);
  expect(seen).toHaveLength(3);
});

it('a token that was handed out only just now is not tried twice', async () => {
  const { api, seen } = await clientOfServer((request) => (isAccounts(request) ? accounts : refusal));
  expect(await kindOf(api.readTicket(ticketId(1)))).toBe('not-permitted');
  expect(seen.map(({ path }) => path)).toEqual([`/v1/customer-support-tickets/${ticketId(1)}`, '/v1/accounts']);
});

it('an expired token is renewed, and only the call is made again', async () => {
  const { api, seen } = await clientOfServer(
    ({ headers }) => (headers.authorization === 'Bearer old' ? { status: 401 } : { body: '[]' }),
    renewing,
  );
  expect(await api.listSites()).toEqual([]);
  expect(seen).toHaveLength(2);
});

it.each<[Answer, string]>([
  [{ status: 500, body: json('SNOW error. System Error') }, 'server-error'],
  [{ status: 429 }, 'rate-limited'],
  [{ body: '<html>Sign in</html>' }, 'captive-portal'],
  [{ status: 401, body: '<html>Sign in to the gateway</html>' }, 'gateway-refused'],
])('a refusal that the accounts call cannot explain (%j) is tried again later', async (answer, kind) => {
  const { api } = await clientOfServer((request) => (isAccounts(request) ? answer : refusal));
  const error = await api.addComment(ticketId(1), 'Any news?').catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ problem: { kind } });
  expect(isSafeToRetry(error)).toBe(true);
});

it('a ticket that is not found under 401 says nothing about the sign-in', async () => {
  const { api, seen } = await clientOfServer(
    () => ({ status: 401, body: json('Service ticket not found.') }),
    renewing,
  );
  expect(await problemFrom(api.readTicket(ticketId(1)))).toMatchObject({ kind: 'not-found', httpStatus: 401 });
  expect(seen).toHaveLength(1);
});

it.each<[string, Answer, Answer, string]>([
  ['401, listed', refusal, accounts, 'no-permission'],
  ['401, not listed', refusal, { status: 204 }, 'account-gone'],
  ['401, refused too', refusal, refusal, 'unauthorized'],
  ['403, listed', { ...refusal, status: 403 }, accounts, 'no-permission'],
  ['404, listed', { ...refusal, status: 404 }, accounts, 'no-permission'],
  ['400, not listed', { ...refusal, status: 400 }, { body: '[]' }, 'account-gone'],
  ['400, listed', { ...refusal, status: 400 }, accounts, 'rejected'],
])('a refused list speaks for the account: %s', async (_case, list, accountsAnswer, kind) => {
  const { api } = await clientOfServer((request) => (isAccounts(request) ? accountsAnswer : list));
  expect(await kindOf(api.listTickets(0, 25))).toBe(kind);
});

it('a 403 for a single ticket or a write concerns that call alone', async () => {
  const { api, seen } = await clientOfServer(() => ({ ...refusal, status: 403 }));
  expect(await kindOf(api.readTicket(ticketId(1)))).toBe('not-permitted');
  expect(await kindOf(api.addComment(ticketId(1), 'Any news?'))).toBe('not-permitted');
  expect(seen).toHaveLength(2);
});

it.each([
  [404, '<html>Not here</html>'],
  [404, '{"status":"blocked"}'],
  [403, '{"status":"blocked"}'],
  [401, '<html>Sign in to the gateway</html>'],
])('a %i from a gateway is not taken for the vendor’s: %s', async (status, body) => {
  const { api } = await clientOfServer(() => ({ status, body }));
  expect(await kindOf(api.readTicket(ticketId(1)))).toBe('gateway-refused');
});
