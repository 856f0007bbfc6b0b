/* Timeouts and aborts: of requests that the network has lost, and of answers that come slowly. */

import { getEventListeners } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { untilAborted } from '../../electron/api/exchange.ts';
import { Http } from '../../electron/api/http.ts';
import { writesThrough } from '../../electron/api/network.ts';

setFlagsFromString('--expose_gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** A network that has lost the request and holds no reference to it. */
const silentFetch: typeof fetch = (input, init) =>
  new Promise((_resolve, reject) => {
    const signal = input instanceof Request ? input.signal : init?.signal;
    signal?.addEventListener('abort', () => reject(signal.reason));
  });

it('a request times out even when the network has lost it', async () => {
  const http = new Http({ baseUrl: async () => 'http://127.0.0.1:1', fetch: silentFetch, timeLimitMs: 300 });
  const asked = new AbortController();
  const request = http.send({ method: 'GET', path: 'v1/sites', signal: asked.signal }, z.unknown());
  const collecting = setInterval(collectGarbage, 20);
  await expect(request).rejects.toMatchObject({ problem: { kind: 'timeout' } });
  const other = http.send({ method: 'GET', path: 'v1/sites', signal: asked.signal }, z.unknown());
  const ended = expect(other).rejects.toMatchObject({ name: 'AbortError' });
  asked.abort();
  await ended;
  clearInterval(collecting);
});

it('no time passes for a request while the user is asked for what the network wants', async () => {
  const asked = { untilMs: Number.POSITIVE_INFINITY };
  const answering: typeof fetch = () =>
    new Promise((resolve) => {
      setTimeout(() => {
        asked.untilMs = performance.now();
        setTimeout(() => resolve(new Response('{}')), 50);
      }, 600);
    });
  const userAskedUntilMs = () => Math.min(asked.untilMs, performance.now());
  const ordinary = { baseUrl: async () => 'http://127.0.0.1:1', timeLimitMs: 400 };
  const writes = { ...writesThrough(answering), userAskedUntilMs };
  const http = new Http({ ...ordinary, fetch: answering, writes });
  expect(await http.write({ method: 'PUT', path: 'v1/tickets', json: {} }, z.unknown())).toEqual({
    correlationId: null,
  });
  const silent = new Http({
    ...ordinary,
    fetch: silentFetch,
    writes: { ...writesThrough(silentFetch), userAskedUntilMs },
  });
  await expect(silent.write({ method: 'PUT', path: 'v1/tickets' }, z.unknown())).rejects.toMatchObject({
    problem: { kind: 'timeout' },
  });
});

it('many calls with one signal do not listen to it, yet its abort ends each of them', async () => {
  const http = new Http({ baseUrl: async () => 'http://127.0.0.1:1', fetch: silentFetch, timeLimitMs: 60_000 });
  const round = new AbortController();
  const calls = Array.from({ length: 18 }, () =>
    http.send({ method: 'GET', path: 'v1/sites', signal: round.signal }, z.unknown()),
  );
  const ended = Promise.allSettled(calls);
  collectGarbage();
  expect(getEventListeners(round.signal, 'abort')).toEqual([]);
  round.abort();
  for (const each of await ended) expect(each).toMatchObject({ status: 'rejected', reason: { name: 'AbortError' } });
});

it('waiting for what a signal may end leaves no listener behind', async () => {
  const { signal } = new AbortController();
  expect(await untilAborted(signal, Promise.resolve('done'))).toBe('done');
  await expect(untilAborted(signal, Promise.reject(new Error('failed')))).rejects.toThrow('failed');
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

/** Drips the bytes of a JSON text, one every 50 ms and the last one `endMs` after the request. */
async function drippingHttp(endMs: number, timeLimitMs: number): Promise<Http> {
  const drip = (response: ServerResponse) => {
    const startedMs = performance.now();
    response.writeHead(200, { 'Content-Type': 'application/json' });
    const timer = setInterval(() => {
      if (performance.now() - startedMs < endMs) return response.write(' ');
      clearInterval(timer);
      return response.end('[]');
    }, 50);
    response.on('close', () => clearInterval(timer));
  };
  const server = createServer((_request, response) => drip(response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return new Http({ baseUrl: async () => `http://127.0.0.1:${port}`, fetch, timeLimitMs });
}

const read = { method: 'GET', path: 'v1/sites' } as const;

it('a read whose bytes keep coming may take longer than the time limit, but not without end', async () => {
  expect(await (await drippingHttp(600, 400)).send(read, z.unknown())).toEqual([]);
  const endless = (await drippingHttp(60_000, 200)).send(read, z.unknown());
  await expect(endless).rejects.toMatchObject({ problem: { kind: 'timeout' } });
});

it('a write has the time limit as a whole', async () => {
  const write = (await drippingHttp(60_000, 300)).write({ ...read, method: 'PUT' }, z.object({}));
  await expect(write).rejects.toMatchObject({ problem: { kind: 'timeout' } });
});
