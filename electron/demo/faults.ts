/* What each kind of fault does to a request, and which fault a request meets. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { drip } from './drip.ts';
import { type ServerError, writeError } from './error-forms.ts';
import type { Fault, FaultKind } from './options.ts';

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

/** The permission that is missing is one for tickets; tokens and accounts need none. */
const kindsOfTicketCalls: readonly FaultKind[] = ['no-permission', 'not-permitted', 'ticket-unknown'];

function applies({ kind, match }: Fault, method: string, path: string): boolean {
  if (match?.method && match.method !== method) return false;
  if (match?.path && !path.includes(match.path)) return false;
  if (kind === 'invalid-client') return path.startsWith(tokenPath);
  return !(kindsOfTicketCalls.includes(kind) && (path.startsWith(accountsPath) || path.startsWith(tokenPath)));
}

const tokenPath = '/v2/auth/token';
const accountsPath = '/v1/accounts';

type VendorError = Omit<ServerError, 'correlationId'> & { form?: Fault['errorForm'] };

const unknownResource: VendorError = { status: 404, message: 'Resource not found.' };
const missingAccount: VendorError = { status: 400, message: 'Missing accounts : [unknown]', code: 'BAD_REQUEST' };
const failure: VendorError = { status: 500, message: 'Internal processing failed.' };

/** The faults that answer an error of the vendor's and do not carry out the request. */
const vendorErrors: Partial<Record<FaultKind, VendorError>> = {
  unauthorized: { status: 401, message: 'The access token is invalid or has expired.' },
  'no-permission': unknownResource,
  'account-gone': missingAccount,
  'rate-limited': { status: 429, message: 'Too many requests.', code: 'policies.ratelimit.QuotaViolation' },
  'error-json': failure,
  'error-xml': { status: 500, message: 'Backend service unavailable', code: '0503', form: 'wrapper-xml' },
  'spike-arrest': {
    status: 500,
    message: 'Spike arrest violation. Allowed rate : MessageRate{messagesPerPeriod=10, periodInMicroseconds=1000000}',
    code: 'policies.ratelimit.SpikeArrestViolation',
    form: 'fault',
  },
  'not-permitted': { status: 401, message: 'The requested operation is not permitted for the user.' },
  'ticket-unknown': {
    status: 404,
    message: 'The request id is not valid.',
    code: 'REQUEST_ID_INVALID',
    form: 'wrapper-json',
  },
  'error-under-200': { ...failure, status: 200 },
};

const page = (title: string, content = '') =>
  `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1>${content}</body></html>`;
const signInForm =
  '<form method="post" action="/login"><label>Room <input name="room"></label><button>Connect</button></form>';

type Page = { status: number; body: string; headers?: Record<string, string> };

/** The faults that answer a page, as something between the client and the server does. */
const pages: Partial<Record<FaultKind, Page>> = {
  'gateway-401': { status: 401, body: page('401 Authorization required by the gateway') },
  'proxy-407': {
    status: 407,
    body: page('407 Proxy Authentication Required'),
    headers: { 'Proxy-Authenticate': 'Basic realm="proxy"' },
  },
  'forbidden-html': { status: 403, body: page('403 Blocked by the firewall') },
  'error-html': { status: 502, body: page('502 Bad Gateway') },
  'not-json': { status: 200, body: page('Welcome') },
  'captive-portal': { status: 200, body: page('Sign in to this network', signInForm) },
  redirect: { status: 302, body: page('Sign in to this network'), headers: { Location: '/captive-portal' } },
};

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
  const sendError = ({ form = 'json', ...error }: VendorError) => {
    const { status = error.status, message = error.message } = fault;
    const said = { ...error, status, message, correlationId: '5f3c1e9a-demo-fault' };
    const { type, body } = writeError(said, fault.errorForm ?? form);
    send(status, type, body, fault.kind === 'rate-limited' ? { 'Retry-After': retryAfter(fault, response) } : {});
  };
  switch (fault.kind) {
    case 'invalid-client': {
      const words = fault.message ?? 'The client secret is invalid.';
      return send(401, 'application/json', JSON.stringify({ error: 'invalid_client', error_description: words }));
    }
    case 'account-gone':
      return request.url?.startsWith(accountsPath) ? send(200, 'application/json', '[]') : sendError(missingAccount);
    case 'error-empty':
      return send(500, 'text/plain', '');
    case 'cut-json':
      return send(200, 'application/json', '{"content":[{"id":"WO9333892","title":"Customer Sup');
    case 'wrong-shape':
      return send(200, 'application/json', '{"items":{"count":3}}');
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
        sendError(failure);
      });
      return await handle(request, response);
    }
    case 'drip':
      drip(response, fault.bytesPerS ?? 200);
      return await handle(request, response);
  }
  const error = vendorErrors[fault.kind];
  if (error) return sendError(error);
  const found = pages[fault.kind];
  if (found) send(found.status, 'text/html', found.body, found.headers);
}

/** The service's clock is in the response's `Date`. */
function retryAfter({ retryAfterS = 1, retryAfterForm }: Fault, response: ServerResponse): string {
  if (retryAfterForm !== 'date') return String(retryAfterS);
  return new Date(Date.parse(String(response.getHeader('Date'))) + retryAfterS * 1_000).toUTCString();
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
