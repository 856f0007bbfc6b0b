import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fault } from './options.ts';

export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** Picks the first fault that applies to a request, and counts how often each was picked. */
export class FaultPicker {
  readonly #picks = new WeakMap<Fault, number>();

  pick(faults: readonly Fault[], method: string, path: string): Fault | undefined {
    const fault = faults.find((candidate) => this.#isDue(candidate) && applies(candidate, method, path));
    if (fault) this.#picks.set(fault, (this.#picks.get(fault) ?? 0) + 1);
    return fault;
  }

  #isDue(fault: Fault): boolean {
    return fault.times === undefined || (this.#picks.get(fault) ?? 0) < fault.times;
  }
}

function applies({ kind, match }: Fault, method: string, path: string): boolean {
  if (match?.method && match.method !== method) return false;
  if (match?.path && !path.includes(match.path)) return false;
  // The missing permission is the one for tickets; the accounts are listed all the same.
  return !(kind === 'no-permission' && path.startsWith('/v1/accounts'));
}

const page = (title: string) =>
  `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
const correlationId = '5f3c1e9a-demo-fault';
const jsonError = (message: string) => JSON.stringify({ error: { type: 'server', message, correlationId } });
const xmlError =
  '<ErrorWrapper><Errors><Error><Error><ReasonCode>0503</ReasonCode><Description>Backend service unavailable</Description></Error></Error></Errors></ErrorWrapper>';

/** Answers a request as the fault prescribes; `handle` is what would have answered it otherwise. */
export async function answerWithFault(
  fault: Fault,
  request: IncomingMessage,
  response: ServerResponse,
  handle: Handle,
): Promise<void> {
  const send = (status: number, type: string, body: string, headers: Record<string, string> = {}) => {
    response.writeHead(status, { 'Content-Type': type, ...headers });
    response.end(body);
  };
  switch (fault.kind) {
    case 'unauthorized':
      return send(401, 'application/json', jsonError('The access token is invalid or has expired.'));
    case 'gateway-401':
      return send(401, 'text/html', page('401 Authorization required by the gateway'));
    case 'proxy-407':
      return send(407, 'text/html', page('407 Proxy Authentication Required'), {
        'Proxy-Authenticate': 'Basic realm="proxy"',
      });
    case 'no-permission':
      return send(404, 'application/json', jsonError('Resource not found.'));
    case 'account-gone':
      if (request.url?.startsWith('/v1/accounts')) return send(200, 'application/json', '[]');
      return send(404, 'application/json', jsonError('Resource not found.'));
    case 'forbidden-html':
      return send(403, 'text/html', page('403 Blocked by the firewall'));
    case 'rate-limited':
      return send(429, 'application/json', jsonError('Too many requests.'), {
        'Retry-After': String(fault.retryAfterS ?? 1),
      });
    case 'error-json':
      return send(500, 'application/json', jsonError('Internal processing failed.'));
    case 'error-xml':
      return send(500, 'application/xml', xmlError);
    case 'error-html':
      return send(502, 'text/html', page('502 Bad Gateway'));
    case 'error-empty':
      return send(500, 'text/plain', '');
    case 'cut-json':
      return send(200, 'application/json', '{"content":[{"id":"WO9333892","title":"Customer Sup');
    case 'not-json':
      return send(200, 'text/html', page('Welcome'));
    case 'wrong-shape':
      return send(200, 'application/json', '{"items":{"count":3}}');
    case 'redirect':
      return send(302, 'text/html', page('Sign in to this network'), { Location: '/captive-portal' });
    case 'hang':
      return;
    case 'cut-off':
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '100000' });
      response.write('{"content":[{"id":"WO93', () => response.destroy());
      return;
    case 'drop-before':
      response.destroy();
      return;
    case 'drop-after':
      answerInstead(response, () => response.destroy());
      return await handle(request, response);
    case 'hang-after':
      answerInstead(response, () => undefined);
      return await handle(request, response);
    case 'error-after': {
      const restore = answerInstead(response, () => {
        restore();
        send(500, 'application/json', jsonError('Internal processing failed.'));
      });
      return await handle(request, response);
    }
  }
}

/** Lets the request be carried out, but calls `instead` in place of sending the response. Returns a function that undoes this. */
function answerInstead(response: ServerResponse, instead: () => void): () => void {
  const { writeHead, write, end } = response;
  response.writeHead = () => response;
  response.write = () => true;
  response.end = () => {
    instead();
    return response;
  };
  return () => Object.assign(response, { writeHead, write, end });
}
