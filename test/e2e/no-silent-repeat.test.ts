/* Chromium repeats a request whose connection dies; the application's network for writes must not. */

import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright';
import { build } from 'vite';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { launchElectron } from '../../build/desktop/launch.ts';
import { projectFolder } from '../../build/run.ts';
import { networkFailureOf } from '../../electron/api/network-errors.ts';
import type { FaultKind } from '../../electron/demo/options.ts';
import type { WriteSessions } from '../../electron/network/write-sessions.ts';
import { type RawClient, rawClient } from '../demo/client.ts';
import { ownFolder } from '../support/folder.ts';

/** Globals of the application in test/e2e/network/main.ts. */
declare const writes: WriteSessions;
declare const plain: typeof fetch;

/** Chromium's network in the real Electron, without the rest of the application. */
async function startNetwork(): Promise<ElectronApplication> {
  const folder = await ownFolder();
  await mkdir(join(folder, 'app'));
  await writeFile(
    join(folder, 'app/package.json'),
    '{"name":"network","version":"1.0.0","type":"module","main":"main.js"}',
  );
  await build({
    configFile: false,
    root: projectFolder,
    logLevel: 'warn',
    build: {
      ssr: 'test/e2e/network/main.ts',
      outDir: join(folder, 'app'),
      emptyOutDir: false,
      rollupOptions: { external: ['electron'] },
    },
  });
  const app = await launchElectron({
    electronPath: inject('electronPath'),
    appFolder: join(folder, 'app'),
    userDataFolder: join(folder, 'data'),
  });
  onTestFinished(() => app.close());
  return app;
}

type Way = 'plain' | 'fetch' | 'upload';
type Post = { url: string; headers: Record<string, string>; body: string };

/** Sends a request in one of the ways. Returns the status, or the text of the error. */
const post = (app: ElectronApplication, way: Way, request: Post): Promise<number | string> =>
  app.evaluate(
    async (_electron, { way, request: { url, headers, body } }) => {
      const signal = new AbortController().signal;
      const bytes = new TextEncoder().encode(body);
      const sent =
        way === 'upload'
          ? writes.upload({ url, headers, body: bytes, onProgress: () => undefined, signal })
          : (way === 'plain' ? plain : writes.fetch)(url, { method: 'POST', headers, body, redirect: 'error' });
      return await sent.then(
        (response) => response.status,
        (error: unknown) => String(error),
      );
    },
    { way, request },
  );

/** Opens a connection that has carried a request and is idle when the next one comes. */
const warmUp = (app: ElectronApplication, way: Way, url: string, headers: Record<string, string>) =>
  app.evaluate(
    async (_electron, { way, url, headers }) => {
      await (await (way === 'plain' ? plain : writes.fetch)(url, { headers })).text();
    },
    { way, url, headers },
  );

function commenting({ service, headers }: RawClient) {
  const ticket = service.tickets().find((candidate) => candidate.status === 'New');
  if (!ticket) throw new Error('the demo service has no new ticket');
  const countBefore = ticket.comments.length;
  return {
    request: {
      url: `${service.baseUrl}/v1/comments`,
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({ requestId: ticket.id, comment: 'Is there any news?' }),
    },
    added: () => ticket.comments.length - countBefore,
    posts: () => service.requests.filter(({ method, path }) => method === 'POST' && path.includes('comments')).length,
  };
}

const strike = (kind: FaultKind) => ({ faults: [{ kind, match: { method: 'POST', path: 'comments' } }] });

describe('a comment whose answer is lost', () => {
  it('is sent twice by Chromium itself, on a connection that was used before', async () => {
    const client = await rawClient();
    const app = await startNetwork();
    const { request, added } = commenting(client);
    await warmUp(app, 'plain', `${client.service.baseUrl}/v1/sites`, client.headers);
    client.service.set(strike('drop-after'));
    expect(await post(app, 'plain', request)).toMatch(/ERR_(EMPTY_RESPONSE|CONNECTION_RESET)/);
    expect(added()).toBe(2); // once Chromium behaves differently, the write sessions can go
  });

  it.each<[Way, FaultKind, number]>([
    ['fetch', 'drop-after', 1],
    ['fetch', 'drop-before', 0],
    ['upload', 'drop-after', 1],
    ['upload', 'drop-before', 0],
  ])('reaches the server once by way of %s: %s', async (way, fault, done) => {
    const client = await rawClient();
    const app = await startNetwork();
    const { request, added, posts } = commenting(client);
    for (let round = 1; round <= 5; round++) {
      client.service.set({ faults: [] });
      await warmUp(app, way, `${client.service.baseUrl}/v1/sites`, client.headers);
      client.service.set(strike(fault));
      expect(await post(app, way, request)).toMatch(/ERR_(EMPTY_RESPONSE|CONNECTION_RESET)/);
      expect([added(), posts()]).toEqual([done * round, round]);
    }
  });
});

it('writes side by side do not break each other off', async () => {
  const client = await rawClient();
  const app = await startNetwork();
  const { request, added } = commenting(client);
  client.service.set({ latencyMs: 30 });
  for (let round = 1; round <= 3; round++) {
    const ways: Way[] = ['fetch', 'upload', 'fetch', 'upload', 'fetch', 'fetch'];
    expect(await Promise.all(ways.map((way) => post(app, way, request)))).toEqual(ways.map(() => 200));
    expect(added()).toBe(6 * round);
  }
});

it.each<Way>(['fetch', 'upload'])('failures by way of %s are known by Chromium’s names for them', async (way) => {
  const client = await rawClient();
  const app = await startNetwork();
  const { request } = commenting(client);
  const failureAt = async (url: string) =>
    networkFailureOf(new Error(String(await post(app, way, { ...request, url }))));
  const elsewhere = await rawClient();
  await elsewhere.service.stop();
  expect(await failureAt(elsewhere.service.baseUrl)).toEqual({ kind: 'no-connection', isUnsent: true });
  expect(await failureAt('https://tickets.invalid/')).toEqual({ kind: 'unknown-host', isUnsent: true });
  expect((await failureAt(client.service.baseUrl.replace('http:', 'https:'))).kind).toBe('tls');
  client.service.set(strike('redirect'));
  expect(await failureAt(request.url)).toEqual({ kind: 'redirected', isUnsent: false });
  client.service.set(strike('cut-off'));
  expect((await failureAt(request.url)).isUnsent).toBe(false);
  client.service.set(strike('gateway-401'));
  expect(await post(app, way, request)).toBe(401);
  client.service.set(strike('proxy-407'));
  expect([407, expect.stringMatching(/PROXY_AUTH/)]).toContainEqual(await post(app, way, request));
});

it('an upload has a length, tells how far it is, and can be stopped', async () => {
  const lengths: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    lengths.push(request.headers['content-length']);
    if (request.url === '/hang') return;
    request.resume().on('end', () => response.end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo; // an address with a port, since it listens on one
  const app = await startNetwork();
  const upload = (path: string, isStopped: boolean) =>
    app.evaluate(
      async (_electron, { url, isStopped }) => {
        const abort = new AbortController();
        const progress: number[] = [];
        const onProgress = (sentBytes: number) => {
          progress.push(sentBytes);
          if (isStopped) abort.abort();
        };
        const body = new Uint8Array(20_000_000);
        const sent = writes.upload({ url, headers: {}, body, onProgress, signal: abort.signal });
        const outcome = await sent.then(
          (response) => response.status,
          (error: unknown) => (error instanceof Error ? error.name : ''),
        );
        return { outcome, progress };
      },
      { url: `http://127.0.0.1:${port}${path}`, isStopped },
    );
  const { outcome, progress } = await upload('/', false);
  expect([outcome, progress.at(-1), lengths]).toEqual([200, 20_000_000, ['20000000']]);
  expect(progress).toEqual([...progress].sort((one, other) => one - other));
  expect((await upload('/hang', true)).outcome).toBe('AbortError');
});
