/*
 * The network between the application and the server: it delays, loses, cuts, repeats what may be repeated, and reorders, since
 * each request takes its own time. Between the two sit gateways and firewalls that answer in the server's place. A write is never
 * repeated: the application's own network sees to that (electron/network).
 */

import { type ServerError, writeError } from '../../electron/demo/error-forms.ts';
import type { ErrorForm } from '../../electron/demo/options.ts';
import type { Random } from '../../electron/demo/portfolio/random.ts';
import type { Arrived, SimulatedServer } from './simulated-server.ts';
import type { Owner, SimulatedTime } from './simulated-time.ts';
import type { Universe } from './universe.ts';

export const networkFaults = [
  'refused-connection',
  'lost-request',
  'lost-answer',
  'cut-answer',
  'silence',
  'silence-after',
  'late', // arrives after the client has given up
  'slow', // the answer takes as long as the client waits, or a little longer
  'repeated', // reads only
  'error',
  'error-after',
  'error-under-200',
  'rate-limited',
  'spike-arrest',
  'unauthorized',
  'gateway-401',
  'forbidden-page',
  'bad-gateway',
  'captive-portal',
  'half-json',
  'wrong-shape',
  'not-permitted',
  'ticket-unknown',
  'no-permission',
] as const;
export type NetworkFault = (typeof networkFaults)[number];

/** What the next so many requests of a method meet; of any method without one. */
export type Fault = { kind: NetworkFault; method?: 'GET' | 'POST' | 'PUT' | undefined; times: number };

const page = (status: number) => ({
  status,
  type: 'text/html',
  body: `<!doctype html><title>${status}</title><form></form>`,
});
const vendor = (status: number, message: string, code?: string) => ({ status, message, ...(code && { code }) });

const vendorErrors: Partial<Record<NetworkFault, Omit<ServerError, 'correlationId'>>> = {
  error: vendor(500, 'SNOW error. System Error'),
  'error-after': vendor(500, 'Internal processing failed.'),
  'error-under-200': vendor(200, 'Internal processing failed.'),
  'rate-limited': vendor(429, 'Too many requests.', 'policies.ratelimit.QuotaViolation'),
  unauthorized: vendor(401, 'The access token is invalid or has expired.'),
  'not-permitted': vendor(401, 'The requested operation is not permitted for the user.'),
  'ticket-unknown': vendor(404, 'The request id is not valid.', 'REQUEST_ID_INVALID'),
  'no-permission': vendor(404, 'Resource not found.'),
};

const pages: Partial<Record<NetworkFault, { status: number; type: string; body: string }>> = {
  'gateway-401': page(401),
  'forbidden-page': page(403),
  'bad-gateway': page(502),
  'captive-portal': page(200),
  'half-json': { status: 200, type: 'application/json', body: '{"content":[{"id":"WO9333892","title":"Customer Sup' },
  'wrong-shape': { status: 200, type: 'application/json', body: '{"items":{"count":3}}' },
};

/** Those of one operation, which token and accounts calls do not meet. */
const ofTickets: readonly NetworkFault[] = ['not-permitted', 'ticket-unknown', 'no-permission'];

/** How long a call takes there and back, in milliseconds. */
export const speeds = {
  quick: { least: 2, most: 20 },
  usual: { least: 40, most: 400 },
  slow: { least: 1_000, most: 6_000 },
} as const;
export type Speed = keyof typeof speeds;

const outside: Owner = { isAlive: true };

const failure = (code: string, message = 'fetch failed') =>
  Object.assign(new TypeError(message), { cause: Object.assign(new Error(code), { code }) });

export class SimulatedNetwork {
  isConnected = true;
  speed: Speed = 'usual';
  errorForm: ErrorForm = 'json';
  faults: Fault[] = [];
  /** Requests that may still reach the server. */
  underWay = 0;
  /** Work of the server that has begun: it takes no simulated time, but some turns of the real event loop. */
  busy = 0;
  readonly #universe: Universe;
  readonly #time: SimulatedTime;
  readonly #server: SimulatedServer;
  readonly #random: Random;
  readonly #trace: (line: string) => void;
  #count = 0;

  constructor(universe: Universe, server: SimulatedServer, random: Random, trace: (line: string) => void) {
    this.#universe = universe;
    this.#time = universe.time;
    this.#server = server;
    this.#random = random;
    this.#trace = trace;
  }

  calm(): void {
    this.isConnected = true;
    this.speed = 'quick';
    this.faults = [];
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const { process } = this.#universe;
    const request = input instanceof Request ? input : new Request(input, init); // another one would cost a good part of the call
    const body = request.method === 'GET' ? null : new Uint8Array(await request.arrayBuffer());
    const { method, url, signal } = request;
    const arrived: Arrived = { method, url, headers: Object.fromEntries(request.headers), body };
    this.#count += 1;
    const label = `#${this.#count} ${method} ${url.slice(url.indexOf('/', 8))}`;
    const fault = this.#pick(arrived);
    this.#trace(`${label}${fault ? ` meets ${fault}` : ''}`);
    return await new Promise<Response>((resolve, reject) => {
      let isOver = false;
      const abort = () => {
        isOver = true;
        reject(signal.reason);
      };
      if (signal.aborted) return abort();
      signal.addEventListener('abort', abort);
      const give = (response: Response | TypeError) => {
        this.#time.after(this.#travelMs(), process, () => {
          if (isOver) return;
          this.#trace(`${label} ${response instanceof TypeError ? 'fails' : `is answered ${response.status}`}`);
          signal.removeEventListener('abort', abort);
          if (response instanceof TypeError) reject(response);
          else resolve(response);
        });
      };
      this.#send(label, arrived, fault, give);
    });
  };

  #pick({ method, url }: Arrived): NetworkFault | null {
    if (!this.isConnected) return 'refused-connection';
    const isOfSignIn = /\/v2\/auth|\/v1\/accounts/.test(url);
    const fault = this.faults.find(
      (each) => (!each.method || each.method === method) && !(isOfSignIn && ofTickets.includes(each.kind)),
    );
    if (!fault) return null;
    fault.times -= 1;
    if (fault.times <= 0) this.faults.splice(this.faults.indexOf(fault), 1);
    if (fault.kind === 'repeated' && method !== 'GET') return null;
    return fault.kind;
  }

  #travelMs(): number {
    const { least, most } = speeds[this.speed];
    return (least + this.#random.next() * (most - least)) / 2;
  }

  #send(
    label: string,
    arrived: Arrived,
    fault: NetworkFault | null,
    give: (response: Response | TypeError) => void,
  ): unknown {
    switch (fault) {
      case 'refused-connection':
        return give(failure('ECONNREFUSED'));
      case 'lost-request':
        return give(failure('ECONNRESET'));
      case 'silence':
        return null;
      case 'lost-answer':
        return this.#arrive(label, arrived, 0, () => give(failure('ECONNRESET')));
      case 'cut-answer':
        return this.#arrive(label, arrived, 0, () => give(failure('UND_ERR_SOCKET', 'terminated')));
      case 'silence-after':
        return this.#arrive(label, arrived, 0, () => undefined);
      case 'late':
        return this.#arrive(label, arrived, 5_000 + this.#random.next() * 115_000, give);
      case 'slow':
        return this.#arrive(label, arrived, 0, (response) => {
          this.#time.after(this.#random.next() * 70_000, outside, () => give(response));
        });
      case 'repeated':
        this.#arrive(label, arrived, 0, () => undefined);
        return this.#arrive(label, arrived, 0, give);
      case 'error-after':
        return this.#arrive(label, arrived, 0, () => give(this.#errorOf('error-after')));
      case null:
        return this.#arrive(label, arrived, 0, give);
    }
    return this.#time.after(this.#travelMs(), outside, () => give(this.#errorOf(fault)));
  }

  /** The server does what it is asked to, unless the network is gone by then. */
  #arrive(label: string, arrived: Arrived, delayMs: number, give: (response: Response) => void): void {
    this.underWay += 1;
    this.#time.after(delayMs + this.#travelMs(), outside, () => {
      this.busy += 1;
      void this.#server
        .answer(arrived)
        .then((response) => {
          response.headers.set('Date', new Date(this.#time.trueMs).toUTCString());
          if (arrived.method !== 'GET') this.#trace(`${label} is carried out: ${response.status}`);
          give(response);
        })
        .finally(() => {
          this.busy -= 1;
          this.underWay -= 1;
        });
    });
  }

  #errorOf(kind: NetworkFault): Response {
    const found = pages[kind];
    const date = { Date: new Date(this.#time.trueMs).toUTCString() };
    if (found)
      return new Response(found.body, { status: found.status, headers: { 'Content-Type': found.type, ...date } });
    if (kind === 'spike-arrest') {
      const { type, body } = writeError(
        {
          status: 500,
          message: 'Spike arrest violation.',
          correlationId: 'x',
          code: 'policies.ratelimit.SpikeArrestViolation',
        },
        'fault',
      );
      return new Response(body, { status: 500, headers: { 'Content-Type': type, ...date } });
    }
    const error = vendorErrors[kind] ?? vendor(500, 'Internal processing failed.');
    const forms = ['json', 'wrapper-json', 'wrapper-xml', 'fault'] as const;
    const form =
      this.errorForm === 'mixed' ? this.#random.pick(forms as unknown as ['json', ...typeof forms]) : this.errorForm;
    const { type, body } = writeError({ ...error, correlationId: '5f3c1e9a-simulated' }, form);
    const retryAfter = kind === 'rate-limited' ? { 'Retry-After': String(this.#random.integer(1, 40)) } : undefined;
    return new Response(body, { status: error.status, headers: { 'Content-Type': type, ...date, ...retryAfter } });
  }
}
