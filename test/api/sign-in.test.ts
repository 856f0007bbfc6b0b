/* Tokens and credentials: where they are sent, and when a token is renewed. */

import { expect, it, vi } from 'vitest';
import { ApiClient } from '../../electron/api/client.ts';
import { Http } from '../../electron/api/http.ts';
import { requestAccounts, requestToken } from '../../electron/api/sign-in.ts';
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
