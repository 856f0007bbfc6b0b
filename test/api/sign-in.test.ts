/* Tokens and credentials: where they are sent, and when a token is renewed. */

import { expect, it, vi } from 'vitest';
import { ApiClient } from '../../electron/api/client.ts';
import { Http } from '../../electron/api/http.ts';
import { refusalReason, requestAccounts, requestToken, serverDetails } from '../../electron/api/sign-in.ts';
import { ProblemError } from '../../electron/contract/problem.ts';
import { account, kindOf, ownServer } from './own-server.ts';

const credentials = { clientId: 'id', clientSecret: 'secret' };
const tokens = { current: async () => 'token', renewed: async () => 'token' };

it.each([301, 302, 303, 307, 308])('credentials follow no redirect (%i) to another origin', async (status) => {
  const thief = await ownServer(() => ({ body: '{}' }));
  const server = await ownServer(() => ({ status, headers: { Location: `${thief.url}/v2/auth/token` } }));
  const http = new Http({ baseUrl: async () => server.url, fetch });
  expect(await kindOf(requestToken(http, credentials))).toBe('redirected');
  expect(await kindOf(new ApiClient(http, tokens, account).listSites())).toBe('redirected');
  expect(server.seen).toHaveLength(2);
  expect(server.seen[1]?.headers.authorization).toBe('Bearer token');
  expect(thief.seen).toEqual([]);
});

it.each(['', 'Unauthorized', '{"message":"Unauthorized"}'])(
  'a 401 that says %j instead of a token refuses the client ID and secret',
  async (text) => {
    const { http } = await ownServer(() => ({ status: 401, body: text }));
    expect(await kindOf(requestToken(http(), credentials))).toBe('wrong-credentials');
  },
);

it.each([
  ['application/json', '{"error":{"type":"client","message":"Resource not found."}}'],
  ['text/html', '<html>Not found</html>'],
])('an address without the token call (%s) is reported as another service’s', async (type, text) => {
  const { http } = await ownServer(() => ({ status: 404, headers: { 'Content-Type': type }, body: text }));
  for (const ask of [() => requestToken(http(), credentials), () => requestAccounts(http(), 'token')]) {
    await expect(ask()).rejects.toMatchObject({
      problem: { kind: 'rejected', httpStatus: 404, todo: expect.stringContaining('API base URL') },
    });
  }
});

it.each([
  [401, '{"error":"invalid_client","error_description":"The client secret has expired."}'],
  [400, '{"error":"invalid_client","error_description":"The client secret has expired."}'],
  [200, '{"error":"invalid_client","error_description":"The client secret has expired."}'],
  [
    401,
    '<ErrorWrapper><Errors><Error><Description>The client secret has expired.</Description></Error></Errors></ErrorWrapper>',
  ],
  [403, '{"error":{"message":"The client secret has expired."}}'],
])('a refused token call (%i) keeps the words of %s', async (status, body) => {
  const { http } = await ownServer(() => ({ status, body }));
  await expect(requestToken(http(), credentials)).rejects.toMatchObject({
    problem: { kind: 'wrong-credentials', serverMessage: 'The client secret has expired.', httpStatus: status },
  });
});

it('an aborted request does not wait for its token', async () => {
  const http = new Http({ baseUrl: async () => 'http://127.0.0.1:9', fetch });
  const never = new Promise<string>(() => undefined);
  const client = new ApiClient(http, { current: () => never, renewed: () => never }, account);
  const abort = new AbortController();
  const asking = client.listSites(abort.signal);
  abort.abort();
  await expect(asking).rejects.toMatchObject({ name: 'AbortError' });
});

it('asks again for a base URL after a failure', async () => {
  const server = await ownServer(() => ({ body: '[]' }));
  const baseUrl = vi.fn(async () => server.url).mockRejectedValueOnce(new Error('the demo service ended'));
  const client = new ApiClient(new Http({ baseUrl, fetch }), tokens, account);
  await expect(client.listSites()).rejects.toThrow('ended');
  expect(await client.listSites()).toEqual([]);
  expect(await client.listSites()).toEqual([]);
  expect(baseUrl).toHaveBeenCalledTimes(2);
});

/** A network on which one answer comes to everything, and what was asked. */
function answering(status: number, body: string) {
  const asked: Request[] = [];
  const answer: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    asked.push(request.clone());
    return new Response(body, { status, headers: { 'Content-Type': 'application/json' } });
  };
  return { asked, http: new Http({ baseUrl: async () => 'https://api.example', fetch: answer }) };
}

it('asks for a token with the credentials in a form, and for the accounts with the token', async () => {
  const token = answering(200, '{"access_token":"t","expires_in":"60"}');
  expect(await requestToken(token.http, credentials)).toEqual({ accessToken: 't', expiresInS: 60 });
  expect(token.asked[0]).toMatchObject({ method: 'POST', url: 'https://api.example/v2/auth/token' });
  expect(Object.fromEntries(new URLSearchParams(await token.asked[0]?.text()))).toEqual({
    ...{ client_id: 'id', client_secret: 'secret', grant_type: 'client_credentials' },
  });
  const accounts = answering(200, '[]');
  expect(await requestAccounts(accounts.http, 't')).toEqual([]);
  expect(accounts.asked[0]).toMatchObject({ method: 'GET', url: 'https://api.example/v1/accounts' });
  expect(accounts.asked[0]?.headers.get('Authorization')).toBe('Bearer t');
});

it('ends both calls when they are interrupted', async () => {
  const { http, asked } = answering(200, '[]');
  const signal = AbortSignal.abort();
  await expect(requestToken(http, credentials, signal)).rejects.toMatchObject({ name: 'AbortError' });
  await expect(requestAccounts(http, 't', signal)).rejects.toMatchObject({ name: 'AbortError' });
  expect(asked).toEqual([]);
});

it.each([
  [400, '{}', 'wrong-credentials'],
  [401, '{"error":{"message":"No"}}', 'wrong-credentials'],
  [403, '{"error":{"message":"No"}}', 'wrong-credentials'],
  [401, '{"error":{"message":"Resource not found."}}', 'wrong-credentials'],
  [500, '{"error":"invalid_client"}', 'wrong-credentials'],
  [500, '{"error":"access_denied"}', 'wrong-credentials'],
  [500, '{"error":"unauthorized_client"}', 'wrong-credentials'],
  [500, '{"error":"invalid_client_type"}', 'server-error'],
  [500, '{"error":"no_access_denied"}', 'server-error'],
  [500, '{}', 'server-error'],
  [200, 'no token', 'malformed-answer'],
  [404, '{"error":{"message":"No"}}', 'rejected'],
])('takes %i with %s for: %s', async (status, body, kind) => {
  expect(await kindOf(requestToken(answering(status, body).http, credentials))).toBe(kind);
});

it.each([
  ['The secret expired.', 'expired'],
  ['Expiry of the key was reached', 'expired'],
  ['The client is locked', 'blocked'],
  ['Blocked by the operator', 'blocked'],
  ['It was suspended', 'blocked'],
  ['Disabled', 'blocked'],
  ['The key was revoked', 'blocked'],
  ['A deactivated application', 'blocked'],
  ['inactive', 'blocked'],
  ...['active', 'approved', 'authorised', 'authorized', 'allowed', 'permitted'].map((what) => [
    ...[`The client is not ${what}`, 'blocked'],
  ]),
  ['Invalid client', 'wrong'],
  ['incorrect secret', 'wrong'],
  ['wrong', 'wrong'],
  ['Unknown client', 'wrong'],
  ['A mismatch', 'wrong'],
  ['Bad credentials', 'wrong'],
  ['The client was not found', 'wrong'],
  ['The client cannot be found', 'wrong'],
  ['They do not match', 'wrong'],
  ['It does not match', 'wrong'],
  ['An unexpired badge was unblocked', 'unknown'],
  ['The client is unknown or expired', 'unknown'],
  ['invalid_client: the secret expired', 'expired'],
  ['unauthorized_client', 'blocked'],
  ['access_denied', 'blocked'],
  ['invalid_request', 'wrong'],
  ['No', 'unknown'],
])('reads in “%s” that the credentials are: %s', (serverMessage, reason) => {
  expect(refusalReason({ serverMessage })).toBe(reason);
});

it('reads the reason in the code only where the words have none', () => {
  expect(refusalReason({ serverMessage: 'No', serverCode: 'access_denied' })).toBe('blocked');
  expect(refusalReason({ serverCode: 'access_denied' })).toBe('blocked');
  expect(refusalReason({ serverMessage: 'It expired', serverCode: 'access_denied' })).toBe('expired');
  expect(refusalReason({})).toBe('unknown');
});

it('keeps of a problem what the server said, and nothing that it did not', () => {
  const said = { serverMessage: 'No', serverCode: 'c', httpStatus: 400, correlationId: 'id' };
  expect(serverDetails(new ProblemError('rejected', { ...said, todo: 'Do', retryAfterMs: 1 }))).toStrictEqual(said);
  expect(serverDetails(new ProblemError('rejected'))).toStrictEqual({});
});
