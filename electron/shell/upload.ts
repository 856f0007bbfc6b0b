import { type ClientRequest, type IncomingMessage, net, type Session } from 'electron';
import type { UploadRequest } from '../api/network.ts';

/** Often enough for a bar that moves, seldom enough to cost nothing. */
const progressEveryMs = 100;

/**
 * Posts a body of known length. Electron's `fetch` tells nothing until it is over; `net.request` can be asked. The body is
 * handed over in one piece: only then does Chromium send `Content-Length`, and piece by piece Electron would copy what
 * it has with each one.
 */
export function sendBody(lane: Session, upload: UploadRequest): Promise<Response> {
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
