/*
 * The operator's server: the demo service in this process, in all its dialects. It notes every write that it carries out, so
 * that what the application says of its changes can be held against it.
 */

import { makeApi } from '../../electron/demo/api/api.ts';
import { type DemoOptions, defaultOptions } from '../../electron/demo/options.ts';
import { makeAttachment } from '../../electron/demo/portfolio/files.ts';
import type { DemoTicket } from '../../electron/demo/portfolio/portfolio.ts';
import type { Random } from '../../electron/demo/portfolio/random.ts';
import { type DemoAccount, ServiceState } from '../../electron/demo/state.ts';
import type { SimulatedTime } from './simulated-time.ts';

export const accountNumbers = [0, 1] as const;
export type AccountNumber = (typeof accountNumbers)[number];

/** Stands in every text of an account, its own user's and the operator's, so that it can be found elsewhere. */
export const markerOf = (account: AccountNumber): string => (account === 0 ? 'EU§' : 'AM§');

/** What the server did. Texts are without white space at their ends, which a server may take away. */
export type Deed = { account: AccountNumber; kind: string; ticketId: string; text: string };

export type Arrived = { method: string; url: string; headers: Record<string, string>; body: Uint8Array | null };

export class SimulatedServer {
  readonly state: ServiceState;
  readonly deeds: Deed[] = [];
  /** The ids of each account's tickets that ever were. */
  readonly ids: readonly [Set<string>, Set<string>];
  /** Each title that a ticket ever had, after its id; tickets that were ever closed, and that are no longer there. */
  readonly titles = new Set<string>();
  readonly closed = new Set<string>();
  readonly removed = new Set<string>();
  /** The tickets that the operator worked on, or that look different. */
  readonly touched = new Set<string>();
  /** What the operator said in tickets. */
  readonly othersComments: { ticketId: string; comment: string }[] = [];
  /** The latest time that the user's clock has shown. */
  latestClockMs = 0;
  /** Problems of privacy: requests in one account's name with the other's text. */
  readonly mixedUp: string[] = [];
  readonly #options: DemoOptions;
  readonly #random: Random;
  #api: ReturnType<typeof makeApi>;

  constructor(time: SimulatedTime, random: Random, dialect: Partial<DemoOptions>) {
    this.#random = random;
    this.#options = { ...defaultOptions, ticketCount: 9, tokenLength: 200, ...dialect };
    // The server's clock is right, whatever this computer's shows.
    this.state = new ServiceState(() => ({ ...this.#options, clockOffsetMs: -time.clockErrorMs }));
    this.ids = [new Set(), new Set()];
    for (const number of accountNumbers) {
      const account = this.account(number);
      account.sites = [account.sites[0]]; // each site has a list of its own to fetch
      for (const ticket of this.account(number).tickets) {
        ticket.title = markerOf(number) + ticket.title;
        this.ids[number].add(ticket.id);
        if (dialect.hasOddRows) this.touched.add(ticket.id); // they are not as they were when the first sync was made
        this.#noteTicket(ticket);
        const file = { filename: `${markerOf(number)}plan.txt`, createdBy: 'Technician', createdOn: ticket.createdOn };
        const content = Buffer.from(`${markerOf(number)}${ticket.title}\n`.repeat(200));
        this.state.attach(account, ticket, makeAttachment(`file-of-${ticket.id}`, { ...file, content }));
      }
    }
    this.#api = makeApi(this.state);
  }

  account(number: AccountNumber): DemoAccount {
    return this.state.accounts[number];
  }

  /** Knows none of its tokens any more. */
  forgetTokens(): void {
    this.#api = makeApi(this.state);
  }

  /** Nothing lags any more. */
  calm(): void {
    Object.assign(this.#options, { ticketDelayMs: 0, commentDelayMs: 0 });
  }

  async answer({ method, url, headers, body }: Arrived): Promise<Response> {
    const request = new Request(url, { method, headers, body: body as Uint8Array<ArrayBuffer> | null });
    const response = await this.#api.fetch(request);
    if (method !== 'GET' && response.ok) this.#note(method, new URL(url), headers, body, await response.clone().text());
    return response;
  }

  /** Something happens at the operator's. */
  work(number: AccountNumber, kind: 'comment' | 'status' | 'title' | 'open' | 'close' | 'remove', place: number): void {
    const account = this.account(number);
    const marker = markerOf(number);
    const ticket = account.tickets[place % account.tickets.length];
    const now = this.state.now();
    if (kind === 'open' || !ticket) this.#open(account, number, now);
    else if (kind === 'comment') {
      const comment = `${marker}same words`;
      this.state.comment(ticket, 'Technician', comment);
      this.othersComments.push({ ticketId: ticket.id, comment });
    } else if (kind === 'status') this.state.change(ticket, { status: 'In Progress' });
    else if (kind === 'title') this.state.change(ticket, { title: `${marker}changed by the operator` });
    else if (kind === 'close') this.state.change(ticket, { status: 'Completed', closedOn: now });
    else {
      this.state.remove(account, ticket.id);
      this.removed.add(ticket.id);
    }
    if (ticket) {
      this.touched.add(ticket.id);
      this.#noteTicket(ticket);
    }
  }

  #open(account: DemoAccount, number: AccountNumber, now: string): void {
    const [like] = account.tickets;
    if (!like) return;
    // By somebody else: nobody could tell it from a copy of a ticket of the user's own.
    const own = { title: `${markerOf(number)}opened elsewhere`, createdBy: 'Technician', status: 'New' };
    const times = { createdOn: now, updatedOn: now, closedOn: '' };
    const ticket: DemoTicket = { ...like, ...own, ...times, comments: [], id: this.state.nextId() };
    if (this.#random.chance(0.5)) ticket.title = `${markerOf(number)}same words`;
    this.state.add(account, ticket);
    this.ids[number].add(ticket.id);
    this.#noteTicket(ticket);
  }

  #noteTicket({ id, title, status }: DemoTicket): void {
    this.titles.add(`${id} ${title.trim()}`);
    if (/Cancel|Completed|Closed/.test(status)) this.closed.add(id);
  }

  #note(method: string, url: URL, headers: Record<string, string>, body: Uint8Array | null, answer: string): unknown {
    const number = this.account(0).accountId === headers['account-id'] ? 0 : 1;
    const sent = Buffer.from(body ?? []).toString();
    const { pathname } = url;
    if (pathname.startsWith('/v2/')) return null;
    if ((sent + decodeURIComponent(url.search)).includes(markerOf(number === 0 ? 1 : 0))) this.mixedUp.push(pathname);
    const deed = (kind: string, ticketId: string, text: unknown) =>
      this.deeds.push({ account: number, kind, ticketId, text: String(text ?? '').trim() });
    if (pathname === '/v1/attachments') {
      return deed('attachment', url.searchParams.get('requestId') ?? '', url.searchParams.get('file_name'));
    }
    const fields: Record<string, unknown> = JSON.parse(sent || '{}');
    const answered: Record<string, unknown> = JSON.parse(answer || '{}');
    if (pathname === '/v1/comments') return deed('comment', String(fields.requestId), fields.comment);
    const id = pathname.split('/')[3] ?? String(answered.id);
    const ticket = this.account(number).ticketsById.get(id);
    if (ticket) this.#noteTicket(ticket);
    if (method === 'POST') {
      this.ids[number].add(String(answered.id));
      return deed('create', String(answered.id), fields.title);
    }
    return deed(pathname.endsWith('/cancel') ? 'cancel' : 'update', id, fields.title ?? fields.description);
  }
}
