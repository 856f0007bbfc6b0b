import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import { advance, openTicket } from './advance.ts';
import { makeApi } from './api/api.ts';
import { answerWithFault, FaultPicker } from './faults.ts';
import { type DemoOptions, defaultOptions, type SeenRequest } from './options.ts';
import type { DemoAttachment } from './portfolio/files.ts';
import type { DemoTicket } from './portfolio/portfolio.ts';
import { Random } from './portfolio/random.ts';
import { World } from './world.ts';

/** The vendor's API on loopback, for the demo environment and for tests. */
export type DemoService = {
  baseUrl: string;
  /** The requests since the start or the last `clearRequests`, oldest first; of very many only the newest. */
  readonly requests: readonly SeenRequest[];
  clearRequests(): void;
  /** Changes options from the next request on. The number of tickets stays what it was at the start. */
  set(options: Partial<DemoOptions>): void;
  /** Takes the network away (the port refuses, what is under way breaks off), or gives it back. */
  setConnected(isConnected: boolean): Promise<void>;
  /** Lets one thing happen in the first account. */
  advance(): void;
  /** The tickets of an account as they are now, newest first; the first account's without an id. */
  tickets(accountId?: string): readonly DemoTicket[];
  /** The files of one of the first account's tickets, oldest first. */
  attachments(ticketId: string): readonly DemoAttachment[];
  /** Adds a ticket like one of the first account's, as a colleague would, and answers its id. */
  addTicket(fields: Partial<DemoTicket>): string;
  /** Changes a ticket at the operator's desk. */
  changeTicket(id: string, fields: Partial<DemoTicket>): void;
  /** Removes a ticket, as no call of the API can. */
  removeTicket(id: string): void;
  stop(): Promise<void>;
};

/** Far more than a test looks at; a demo runs for days. */
const mostRequests = 10_000;

/** Starts the service. @param port 0 for any free one. */
export async function startDemoService(given: Partial<DemoOptions> = {}, port = 0): Promise<DemoService> {
  let options: DemoOptions = { ...defaultOptions, ...given };
  const world = new World(() => options);
  const handle = getRequestListener(makeApi(world).fetch);
  const faults = new FaultPicker();
  let requests: SeenRequest[] = [];

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = '', url: path = '' } = request;
    if (requests.length >= mostRequests) requests = requests.slice(mostRequests / 2);
    requests.push({ method, path });
    options.onRequest({ method, path });
    response.setHeader('Date', new Date(world.nowMs()).toUTCString());
    if (options.latencyMs > 0) await wait(options.latencyMs);
    const fault = faults.pick(options.faults, method, path);
    await (fault ? answerWithFault(fault, request, response, handle) : handle(request, response));
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await listen(server, port);
  const { port: ownPort } = server.address() as AddressInfo; // an address with a port, since it listens on one

  const [first] = world.accounts;
  const random = new Random(1);
  const happen = () => advance(world, first, random);
  const timer = options.changesEveryMs > 0 ? setInterval(happen, options.changesEveryMs) : undefined;
  timer?.unref();

  return {
    baseUrl: `http://127.0.0.1:${ownPort}`,
    get requests() {
      return requests;
    },
    clearRequests() {
      requests = [];
    },
    set(changed) {
      options = { ...options, ...changed };
    },
    async setConnected(isConnected) {
      if (isConnected === server.listening) return;
      await (isConnected ? listen(server, ownPort) : close(server));
    },
    advance: happen,
    tickets: (accountId = first.accountId) =>
      world.accounts.find((account) => account.accountId === accountId)?.tickets ?? [],
    attachments: (ticketId) => {
      const ticket = first.ticketsById.get(ticketId);
      return ticket ? world.attachmentsOf(first, ticket) : [];
    },
    addTicket: (fields) => openTicket(world, first, random, fields).id,
    changeTicket: (id, fields) => {
      const ticket = first.ticketsById.get(id);
      if (ticket) world.change(ticket, fields);
    },
    removeTicket: (id) => {
      for (const account of world.accounts) world.remove(account, id);
    },
    async stop() {
      clearInterval(timer);
      if (server.listening) await close(server);
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
