import { type ClientRequest, type IncomingMessage, net, type Session, session } from 'electron';
import type { UploadRequest, WriteNetwork } from '../api/network.ts';

/**
 * Chromium's network for what changes something at the operator's.
 *
 * Chromium keeps connections open and uses them again. When such a connection dies before the first byte of an answer has
 * come, it supposes that the server had closed it while it was idle, opens another one and sends the request again,
 * without a word, and whatever the method. If the server had in fact worked on the request and only the answer was lost,
 * a ticket is created twice. Nothing in a request switches this off. It is done only on connections that were used
 * before (and, for the same reason, when a ping goes unanswered on one of HTTP/2).
 *
 * So a write never meets one: it has a lane, a network session of its own without cache and with its own connections, and
 * before each write all connections of the lane are closed. What dies then was new, and dies as an error that the outbox
 * hears of. Closing would also break off what is still under way in the lane, so a lane carries one write at a time, and
 * there are as many as there ever were writes side by side.
 *
 * `test/e2e/no-silent-repeat.test.ts` shows both: that the repetition happens, and that it does not happen here.
 */
export class WriteSessions implements WriteNetwork {
  readonly #free: Session[] = [];
  #count = 0;

  readonly fetch: typeof fetch = (input, init) =>
    this.#inLane(async (lane) => wholeOf(await lane.fetch(input as string | Request, init)));

  upload(request: UploadRequest): Promise<Response> {
    return this.#inLane((lane) => sendBody(lane, request));
  }

  async #inLane<T>(send: (lane: Session) => Promise<T>): Promise<T> {
    const lane = this.#free.pop() ?? this.#newLane();
    try {
      await lane.closeAllConnections();
      return await send(lane);
    } finally {
      this.#free.push(lane);
    }
  }

  #newLane(): Session {
    this.#count += 1;
    return session.fromPartition(`write-${this.#count}`, { cache: false });
  }
}

const statusesWithoutBody = [204, 205, 304];

/** The answer with all of its body here, so that the lane is free. */
async function wholeOf(response: Response): Promise<Response> {
  const body = await response.arrayBuffer();
  const { status, statusText, headers } = response;
  return new Response(statusesWithoutBody.includes(status) ? null : body, { status, statusText, headers });
}

/** Often enough for a bar that moves, seldom enough to cost nothing. */
const progressEveryMs = 100;

/**
 * Posts a body of known length. Electron's `fetch` tells nothing until it is over; `net.request` can be asked. The body is
 * handed over in one piece: only then does Chromium send `Content-Length`, and piece by piece Electron would copy what
 * it has with each one.
 */
function sendBody(lane: Session, upload: UploadRequest): Promise<Response> {
  const { url, headers, body, onProgress, signal } = upload;
  const request = net.request({ method: 'POST', url, session: lane, redirect: 'error' });
  for (const [name, value] of Object.entries(headers)) request.setHeader(name, value);
  const endReports = reportProgress(request, upload);
  const abort = () => request.abort();
  return new Promise<Response>((resolve, reject) => {
    signal.throwIfAborted();
    signal.addEventListener('abort', abort);
    request.on('abort', () => reject(signal.reason));
    request.on('error', reject);
    request.on('response', (response) => {
      onProgress(body.byteLength); // who answers has heard enough
      receive(response).then(resolve, reject);
    });
    request.end(Buffer.from(body.buffer, body.byteOffset, body.byteLength));
  }).finally(() => {
    endReports();
    signal.removeEventListener('abort', abort);
  });
}

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

function receive(response: IncomingMessage): Promise<Response> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    response.on('data', (part) => parts.push(part));
    response.on('error', reject);
    response.on('aborted', () => reject(new Error('net::ERR_ABORTED')));
    response.on('end', () => {
      const { statusCode: status, headers } = response;
      resolve(new Response(Buffer.concat(parts), { status, headers: headersOf(headers) }));
    });
  });
}

function headersOf(raw: Record<string, string | string[]>): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(raw)) for (const value of [values].flat()) headers.append(name, value);
  return headers;
}
