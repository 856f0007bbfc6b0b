/* Starts the demo service: a server for the vendor's API, with faults and with control for tests. */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import { advance, openTicket } from './advance.ts';
import { makeApi } from './api/api.ts';
import { answerWithFault, FaultPicker } from './faults.ts';
import { Morning } from './morning.ts';
import { type DemoOptions, defaultOptions, type ReceivedRequest } from './options.ts';
import type { DemoAttachment } from './portfolio/files.ts';
import type { DemoTicket } from './portfolio/portfolio.ts';
import { Random } from './portfolio/random.ts';
import { ServiceState } from './state.ts';

/** A running demo service: the vendor's API on loopback, for the demo environment and for tests. */
export type DemoService = {
  baseUrl: string;
  /** The requests since the start or the last `clearRequests`, oldest first; only the newest if there are very many. */
  readonly requests: readonly ReceivedRequest[];
  clearRequests(): void;
  /** Changes options from the next request on; `ticketCount`, `hasOddRows` and `changesEveryMs` only count at the start. */
  set(options: Partial<DemoOptions>): void;
  /** Disconnects the service (the port refuses connections, requests under way break off), or reconnects it. */
  setConnected(isConnected: boolean): Promise<void>;
  /** Simulates one event in the first account. */
  advance(): void;
  /** The tickets of an account (by default the first) as they are now, newest first. */
  tickets(accountId?: string): readonly DemoTicket[];
  /** The files of a ticket of the first account, oldest first. */
  attachments(ticketId: string): readonly DemoAttachment[];
  /** Adds a ticket to the first account, as a colleague would; only the feed lists one of another `ticketType`. Returns its id. */
  addTicket(fields: Partial<DemoTicket>): string;
  /** Changes a ticket of the first account, as the operator would. */
  changeTicket(id: string, fields: Partial<DemoTicket>): void;
  /** Changes so many tickets that the user may not see (up to 60): the feed counts them, but leaves their rows out. */
  changeUnseen(count: number): void;
  /** Removes a ticket, which no call of the API can do. */
  removeTicket(id: string): void;
  stop(): Promise<void>;
};

/** Far more than any test looks at; the demo may run for days. */
const maxRequests = 10_000;

/** A list of tickets is asked for. */
const listPath = /tickets[^/]*[?]/;

/** Starts the service on a port of loopback, or on any free one for 0. */
export async function startDemoService(given: Partial<DemoOptions> = {}, port = 0): Promise<DemoService> {
  let options: DemoOptions = { ...defaultOptions, ...given };
  const state = new ServiceState(() => options);
  const handle = getRequestListener(makeApi(state).fetch);
  const faults = new FaultPicker();
  let requests: ReceivedRequest[] = [];

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = '', url: path = '' } = request;
    if (requests.length >= maxRequests) requests = requests.slice(maxRequests / 2);
    requests.push({ method, path });
    options.onRequest({ method, path });
    if (method === 'GET' && listPath.test(path)) morning?.noteList();
    response.setHeader('Date', new Date(state.nowMs()).toUTCString());
    if (options.latencyMs > 0) await wait(options.latencyMs);
    const fault = faults.pick(options.faults, method, path);
    await (fault ? answerWithFault(fault, request, response, handle) : handle(request, response));
  };
  const [first] = state.accounts;
  const morning = options.playsMorning ? new Morning(state, first, () => options.onMorningOver()) : null;
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await listen(server, port);
  const { port: ownPort } = server.address() as AddressInfo; // not a string, since it listens on a port

  const random = new Random(1);
  const advanceFirst = () => advance(state, first, random);
  const timer = options.changesEveryMs > 0 ? setInterval(advanceFirst, options.changesEveryMs) : undefined;
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
    advance: advanceFirst,
    tickets: (accountId = first.accountId) =>
      state.accounts.find((account) => account.accountId === accountId)?.tickets ?? [],
    attachments: (ticketId) => {
      const ticket = first.ticketsById.get(ticketId);
      return ticket ? state.attachmentsOf(first, ticket) : [];
    },
    addTicket: (fields) => openTicket(state, first, random, fields).id,
    changeTicket: (id, fields) => {
      const ticket = first.ticketsById.get(id) ?? state.otherTickets(first).seen.find((other) => other.id === id);
      if (ticket) state.change(ticket, fields);
    },
    changeUnseen: (count) => {
      for (const ticket of state.otherTickets(first).unseen.slice(0, count)) state.change(ticket, {});
    },
    removeTicket: (id) => {
      for (const account of state.accounts) state.remove(account, id);
    },
    async stop() {
      clearInterval(timer);
      morning?.stop();
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
