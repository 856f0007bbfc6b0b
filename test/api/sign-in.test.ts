/* Tokens and credentials: where they are sent, and when a token is renewed. */

import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished, vi } from 'vitest';
import { ApiClient } from '../../electron/api/client.ts';
import { Http } from '../../electron/api/http.ts';
import { requestAccounts, requestToken } from '../../electron/api/sign-in.ts';
import { ProblemError } from '../../electron/contract/problem.ts';
import { ticketId } from '../support/tickets.ts';

type Seen = { headers: IncomingHttpHeaders; body: string };

/** A server on loopback that sends the same response to each request, and keeps the requests. */
async function ownServer(
  status: number,
  headers: Record<string, string> = {},
  text = '{}',
): Promise<{ url: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += String(chunk);
    });
    request.on('end', () => {
      seen.push({ headers: request.headers, body });
      response.writeHead(status, headers).end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

const kindOf = (work: Promise<unknown>) =>
  work.catch((error: unknown) => (error instanceof ProblemError ? error.problem.kind : error));
const credentials = { clientId: 'id', clientSecret: 'secret' };
const account = { masterAccountId: '1', accountId: '2' };
const tokens = { current: async () => 'token', renewed: async () => 'token' };

it.each([301, 302, 303, 307, 308])('credentials follow no redirect (%i) to another origin', async (status) => {
  const thief = await ownServer(200);
  const server = await ownServer(status, { Location: `${thief.url}/v2/auth/token` });
  const http = new Http({ baseUrl: async () => server.url, fetch });
  expect(await kindOf(requestToken(http, credentials))).toBe('redirected');
  expect(await kindOf(new ApiClient(http, tokens, account).listSites())).toBe('redirected');
  expect(server.seen).toHaveLength(2);
  expect(server.seen[1]?.headers.authorization).toBe('Bearer token');
  expect(thief.seen).toEqual([]);
});

it.each(['', 'Unauthorized'])('a 401 that says %j renews the token, once', async (text) => {
  const server = await ownServer(401, {}, text);
  const http = new Http({ baseUrl: async () => server.url, fetch });
  const renewing = { current: async () => 'old', renewed: async (refused: string) => `newer than ${refused}` };
  const client = new ApiClient(http, renewing, account);
  expect(await kindOf(client.listSites())).toBe('unauthorized');
  expect(await kindOf(client.addComment(ticketId(1), 'Any news?'))).toBe('unauthorized');
  expect(server.seen.map(({ headers }) => headers.authorization)).toEqual([
    'Bearer old',
    'Bearer newer than old',
    'Bearer old',
    'Bearer newer than old',
  ]);
});

it.each(['', 'Unauthorized', '{"message":"Unauthorized"}'])(
  'a 401 that says %j instead of a token refuses the client ID and secret',
  async (text) => {
    const http = new Http({ baseUrl: async () => (await ownServer(401, {}, text)).url, fetch });
    expect(await kindOf(requestToken(http, credentials))).toBe('wrong-credentials');
  },
);

it.each([
  ['application/json', '{"error":{"type":"client","message":"Resource not found."}}'],
  ['text/html', '<html>Not found</html>'],
])('an address without the token call (%s) is reported as another service’s', async (type, text) => {
  const http = new Http({ baseUrl: async () => (await ownServer(404, { 'Content-Type': type }, text)).url, fetch });
  for (const ask of [() => requestToken(http, credentials), () => requestAccounts(http, 'token')]) {
    await expect(ask()).rejects.toMatchObject({
      problem: { kind: 'rejected', httpStatus: 404, todo: expect.stringContaining('API base URL') },
    });
  }
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
  const server = await ownServer(200, {}, '[]');
  const baseUrl = vi.fn(async () => server.url).mockRejectedValueOnce(new Error('the demo service ended'));
  const client = new ApiClient(new Http({ baseUrl, fetch }), tokens, account);
  await expect(client.listSites()).rejects.toThrow('ended');
  expect(await client.listSites()).toEqual([]);
  expect(await client.listSites()).toEqual([]);
  expect(baseUrl).toHaveBeenCalledTimes(2);
});
