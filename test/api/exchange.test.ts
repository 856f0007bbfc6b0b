/* Timeouts and aborts of requests that the network has lost. */

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { Http } from '../../electron/api/http.ts';

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
}, 2_000);
