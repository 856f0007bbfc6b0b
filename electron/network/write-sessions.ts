/* The way to the server for requests that must never be sent twice. */

import { type ClientRequest, type IncomingMessage, net, type Session, session } from 'electron';
import type { UploadRequest, WriteNetwork } from '../api/network.ts';
import type { ProxySignIn } from './proxy-sign-in.ts';

/**
 * Chromium's network for requests that change something at the operator's.
 *
 * Chromium keeps connections open and uses them again. When such a connection dies before the first byte of a response has
 * come, Chromium assumes that the server had closed it while it was idle, opens another one and silently sends the request
 * again, whatever its method. If the server had in fact processed the request and only the response was lost, a ticket is
 * created twice. Nothing in a request switches this off. Chromium does it only on connections that were used before (and,
 * for the same reason, when a ping goes unanswered on an HTTP/2 connection).
 *
 * So a write never uses such a connection: it has a network session to itself, without cache and with its own connections,
 * and before each write all connections of the session are closed. A connection that dies then was new, and the outbox gets
 * an error. Closing would also break off any other request of the session, so a session carries one write at a time, and
 * there are as many sessions as there have ever been writes at the same time.
 *
 * `test/e2e/no-silent-repeat.test.ts` shows both: that Chromium repeats a request, and that no write is repeated.
 */
export class WriteSessions implements WriteNetwork {
  readonly #proxy: ProxySignIn;
  readonly #free: Session[] = [];
  #count = 0;

  constructor(proxy: ProxySignIn) {
    this.#proxy = proxy;
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    return await this.#write(request.url, async (session) => withWholeBody(await session.fetch(request.clone())));
  };

  upload(request: UploadRequest): Promise<Response> {
    return this.#write(request.url, (session) => sendBody(session, request));
  }

  readonly userAskedUntilMs = (): number => this.#proxy.userAskedUntilMs();

  async #write(url: string, send: (session: Session) => Promise<Response>): Promise<Response> {
    const session = this.#free.pop() ?? this.#newSession();
    try {
      return await this.#proxy.send(session, url, async () => {
        await session.closeAllConnections(); // here, since the sign-in to a proxy leaves one that was used
        return await send(session);
      });
    } finally {
      this.#free.push(session);
    }
  }

  #newSession(): Session {
    this.#count += 1;
    return session.fromPartition(`write-${this.#count}`, { cache: false });
  }
}

const statusesWithoutBody = [204, 205, 304];

/** Waits for the whole body, because the session is free for the next write after this. */
async function withWholeBody(response: Response): Promise<Response> {
  const { status, statusText, headers } = response;
  return answer(await response.arrayBuffer(), { status, statusText, headers });
}

/** @throws RangeError for a status that there is none of */
const answer = (body: ArrayBuffer | Buffer, init: { status: number; statusText?: string; headers: Headers }) =>
  new Response(statusesWithoutBody.includes(init.status) ? null : new Uint8Array(body), init);

/** Often enough for a smooth progress bar, seldom enough to cost nothing. */
const progressEveryMs = 100;

/**
 * Posts a body of known length. Electron's `fetch` reports no progress; a `net.request` can be asked for it. The body is
 * passed in one piece: Chromium then sends a `Content-Length`, whereas Electron would copy all that it has so far with each
 * further chunk.
 */
function sendBody(session: Session, upload: UploadRequest): Promise<Response> {
  const { url, headers, body, onProgress, signal } = upload;
  const request = net.request({ method: 'POST', url, session, redirect: 'error' });
  for (const [name, value] of Object.entries(headers)) request.setHeader(name, value);
  const stopReports = reportProgress(request, upload);
  const abort = () => request.abort();
  return new Promise<Response>((resolve, reject) => {
    signal.throwIfAborted();
    signal.addEventListener('abort', abort);
    request.on('abort', () => reject(signal.reason));
    request.on('error', reject);
    request.on('response', (response) => {
      onProgress(body.byteLength); // a server that responds needs no more of the body
      bodyOf(response)
        .then((received) => answer(received, { status: response.statusCode, headers: headersOf(response.headers) }))
        .then(resolve, reject);
    });
    request.end(Buffer.from(body.buffer, body.byteOffset, body.byteLength));
  }).finally(() => {
    stopReports();
    signal.removeEventListener('abort', abort);
  });
}

/** Reports how much has been sent whenever it has changed. Returns a function that ends the reports. */
function reportProgress(request: ClientRequest, { onProgress }: UploadRequest): () => void {
  let sentBytes = 0;
  const timer = setInterval(() => {
    const { current } = request.getUploadProgress();
    if (current === sentBytes) return;
    sentBytes = current;
    onProgress(sentBytes);
  }, progressEveryMs);
  return () => clearInterval(timer);
}

function bodyOf(response: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk) => chunks.push(chunk));
    response.on('error', reject);
    response.on('aborted', () => reject(new Error('net::ERR_ABORTED')));
    response.on('end', () => resolve(Buffer.concat(chunks)));
  });
}

function headersOf(raw: Record<string, string | string[]>): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(raw)) for (const value of [values].flat()) headers.append(name, value);
  return headers;
}
