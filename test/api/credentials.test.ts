import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { ApiClient } from '../../electron/api/client.ts';
import { Http } from '../../electron/api/http.ts';
import { requestToken } from '../../electron/api/sign-in.ts';
import { ProblemError } from '../../electron/contract/problem.ts';

type Seen = { headers: IncomingHttpHeaders; body: string };

/** A server on loopback that answers each request with the status and the headers given, and keeps what it got. */
async function ownServer(status: number, headers: Record<string, string> = {}): Promise<{ url: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += String(chunk);
    });
    request.on('end', () => {
      seen.push({ headers: request.headers, body });
      response.writeHead(status, headers).end('{}');
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
