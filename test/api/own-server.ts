/* A server on loopback whose every answer a test decides, and an API client for it. */

import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { TokenSource } from '../../electron/api/account-http.ts';
import { ApiClient } from '../../electron/api/client.ts';
import { Http, type HttpOptions } from '../../electron/api/http.ts';
import { ProblemError } from '../../electron/contract/problem.ts';

export type Seen = { method: string; path: string; headers: IncomingHttpHeaders; body: string };

export type Answer = { status?: number; headers?: Record<string, string>; body?: string | Uint8Array };

/** Starts the server for the running test; it keeps the requests. */
export async function ownServer(
  answer: (request: Seen) => Answer,
): Promise<{ url: string; seen: Seen[]; http: (options?: Partial<HttpOptions>) => Http }> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += String(chunk);
    });
    request.on('end', () => {
      const received = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body };
      seen.push(received);
      const { status = 200, headers = {}, body: content = '' } = answer(received);
      response.writeHead(status, headers).end(content);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, seen, http: (options) => new Http({ baseUrl: async () => url, fetch, ...options }) };
}

export const account = { masterAccountId: '1', accountId: '2' };

const sameToken: TokenSource = { current: async () => 'token', renewed: async () => 'token' };

/** An API client of a server that answers each request as the test decides. */
export async function clientOfServer(answer: (request: Seen) => Answer, tokens = sameToken) {
  const server = await ownServer(answer);
  return { ...server, api: new ApiClient(server.http(), tokens, account) };
}

/** Returns the problem that `work` fails with; anything else that is thrown, or its result, as it is. */
export const problemFrom = (work: Promise<unknown>) =>
  work.catch((error: unknown) => (error instanceof ProblemError ? error.problem : error));

export const kindOf = async (work: Promise<unknown>) => {
  const found = await problemFrom(work);
  return found && typeof found === 'object' && 'kind' in found ? found.kind : found;
};
