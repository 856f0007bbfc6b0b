import type { z } from 'zod';
import type { TicketId } from '../contract/ids.ts';
import { ProblemError } from '../contract/problem.ts';
import type { TicketDetail, TicketSummary } from '../contract/ticket.ts';
import type { Http, HttpRequest } from './http.ts';
import { requestAccounts, serversWords } from './sign-in.ts';
import {
  type SiteAnswer,
  sitesAnswerSchema,
  type TicketListPage,
  ticketAnswerSchema,
  ticketListAnswerSchema,
} from './wire.ts';

/** Hands out a token that is good now. */
export interface TokenSource {
  current(): Promise<string>;
  /** Called when the server refused `refused`: gives a newer one. */
  renewed(refused: string): Promise<string>;
}

/** The pair that stands in the headers `Master-Account-Id` and `Account-Id`. */
export type AccountIds = { masterAccountId: string; accountId: string };

const tickets = 'v1/customer-support-tickets';

/** The vendor's API as one account sees it. Every method rejects with a `ProblemError`, or with the abort of its signal. */
export class ApiClient {
  readonly #http: Http;
  readonly #tokens: TokenSource;
  readonly #account: AccountIds;

  constructor(http: Http, tokens: TokenSource, account: AccountIds) {
    this.#http = http;
    this.#tokens = tokens;
    this.#account = account;
  }

  /** One page of the ticket list (section 4); the server may give fewer rows than `size`. Pages count from 0. */
  async listTickets(
    page: number,
    size: number,
    signal?: AbortSignal,
    filters: { status?: string } = {},
  ): Promise<TicketListPage> {
    const query = { page, size, ...filters };
    try {
      return await this.#send({ method: 'GET', path: tickets, query, signal }, ticketListAnswerSchema);
    } catch (error) {
      throw await this.#explainRefusal(error);
    }
  }

  /** One ticket with its detail (section 4). @throws ProblemError `not-found` */
  readTicket(id: TicketId, signal?: AbortSignal): Promise<{ summary: TicketSummary; detail: TicketDetail }> {
    return this.#send({ method: 'GET', path: `${tickets}/${encodeURIComponent(id)}`, signal }, ticketAnswerSchema);
  }

  /** The sites assigned to the account (companion page "Sites"). */
  listSites(signal?: AbortSignal): Promise<SiteAnswer[]> {
    return this.#send({ method: 'GET', path: 'v1/sites', signal }, sitesAnswerSchema);
  }

  async #send<S extends z.ZodType>(request: HttpRequest, schema: S): Promise<z.infer<S>> {
    const token = await this.#tokens.current();
    try {
      return await this.#http.send(this.#authorized(request, token), schema);
    } catch (error) {
      if (!isKind(error, 'unauthorized')) throw error;
    }
    return await this.#http.send(this.#authorized(request, await this.#tokens.renewed(token)), schema);
  }

  #authorized(request: HttpRequest, token: string): HttpRequest {
    const account = { 'Master-Account-Id': this.#account.masterAccountId, 'Account-Id': this.#account.accountId };
    return { ...request, headers: { Authorization: `Bearer ${token}`, ...account } };
  }

  /** The vendor answers a missing permission with 404 (companion page "Tickets"), and a vanished account likewise: the accounts call tells which. */
  async #explainRefusal(error: unknown): Promise<unknown> {
    if (!(error instanceof ProblemError)) return error;
    if (!['not-found', 'no-permission', 'unauthorized', 'rejected'].includes(error.problem.kind)) return error;
    const accounts = await requestAccounts(this.#http, await this.#tokens.current());
    const isListed = accounts.some((account) => account.accountId === this.#account.accountId);
    return new ProblemError(isListed ? 'no-permission' : 'account-gone', serversWords(error), error);
  }
}

function isKind(error: unknown, kind: string): boolean {
  return error instanceof ProblemError && error.problem.kind === kind;
}
