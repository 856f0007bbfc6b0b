import type { Attachment } from '../contract/attachment.ts';
import type { NewTicket, TicketEdit } from '../contract/fields.ts';
import type { TicketId } from '../contract/ids.ts';
import { ProblemError } from '../contract/problem.ts';
import type { Catalogue, Location, Site } from '../contract/reference-data.ts';
import type { CancelReason } from '../contract/specification.ts';
import type { TicketComment, TicketDetail, TicketSummary } from '../contract/ticket.ts';
import { AccountHttp, type AccountIds, type TokenSource } from './account-http.ts';
import { requestCatalogue } from './catalogue.ts';
import type { Http, Written } from './http.ts';
import type { FileSource } from './multipart.ts';
import { serversWords } from './sign-in.ts';
import { type TicketListPage, ticketAnswerSchema, ticketListAnswerSchema } from './wire.ts';
import { attachmentsAnswerSchema } from './wire-conversation.ts';
import { locationsAnswerSchema, sitesAnswerSchema } from './wire-places.ts';
import { addComment, cancelTicket, createTicket, updateTicket, uploadAttachment } from './writes.ts';

const tickets = 'v1/customer-support-tickets';

/** Asked for in turn where the server refuses larger pages. */
const smallerPageSizes = [100, 25];

type Ticket = { summary: TicketSummary; detail: TicketDetail };

/**
 * The vendor's API as one account sees it. Every method rejects with a `ProblemError`, or with the abort of its signal.
 * Reads can be repeated at will. What a failed write may have done, `wasSurelyNotDone` tells.
 */
export class ApiClient {
  readonly #http: AccountHttp;
  #largestPageSize = Number.POSITIVE_INFINITY;

  constructor(http: Http, tokens: TokenSource, account: AccountIds) {
    this.#http = new AccountHttp(http, tokens, account);
  }

  /**
   * One page of the ticket list (section 4); the server may give fewer rows than `size`, or is asked for fewer since it
   * refused as many. Pages count from 0, which is the one to be read first.
   */
  async listTickets(
    page: number,
    size: number,
    signal?: AbortSignal,
    filters: { status?: string } = {},
  ): Promise<TicketListPage> {
    try {
      return await this.#listOfAcceptedSize(page, size, signal, filters);
    } catch (error) {
      throw await this.#explainRefusal(error, signal);
    }
  }

  async #listOfAcceptedSize(
    page: number,
    wantedSize: number,
    signal: AbortSignal | undefined,
    filters: { status?: string },
  ): Promise<TicketListPage> {
    const size = Math.min(wantedSize, this.#largestPageSize);
    const query = { page, size, ...filters };
    try {
      return await this.#http.send({ method: 'GET', path: tickets, query, signal }, ticketListAnswerSchema);
    } catch (error) {
      const smaller = smallerPageSizes.find((candidate) => candidate < size);
      const isRefused = error instanceof ProblemError && error.problem.httpStatus === 400;
      if (!isRefused || smaller === undefined || page > 0) throw error; // elsewhere the number of the page would mean another
      const answer = await this.#listOfAcceptedSize(page, smaller, signal, filters);
      this.#largestPageSize = Math.min(this.#largestPageSize, smaller);
      return answer;
    }
  }

  /** One ticket with its detail (section 4). @throws ProblemError `not-found` */
  readTicket(id: TicketId, signal?: AbortSignal): Promise<Ticket> {
    return this.#http.send({ method: 'GET', path: `${tickets}/${encodeURIComponent(id)}`, signal }, ticketAnswerSchema);
  }

  /** The sites assigned to the account (companion page "Sites"). */
  listSites(signal?: AbortSignal): Promise<Site[]> {
    return this.#http.send({ method: 'GET', path: 'v1/sites', signal }, sitesAnswerSchema);
  }

  /** The places of a site (companion page "Locations"). */
  listLocations(site: string, signal?: AbortSignal): Promise<Location[]> {
    return this.#http.send({ method: 'GET', path: 'v1/locations', query: { site }, signal }, locationsAnswerSchema);
  }

  /** The request types with their categories (section 8). */
  listCategories(signal?: AbortSignal): Promise<Catalogue> {
    return requestCatalogue(this.#http, signal);
  }

  /** A ticket's files (companion page "Attachments"). */
  listAttachments(id: TicketId, signal?: AbortSignal): Promise<Attachment[]> {
    const path = `v1/attachments/${encodeURIComponent(id)}`;
    return this.#http.send({ method: 'GET', path, signal }, attachmentsAnswerSchema);
  }

  /** A file's bytes as they arrive. */
  downloadAttachment(id: TicketId, attachmentId: string, signal?: AbortSignal): Promise<AsyncIterable<Uint8Array>> {
    const path = `v1/attachments/${encodeURIComponent(id)}/file/${encodeURIComponent(attachmentId)}`;
    return this.#http.download({ method: 'GET', path, signal });
  }

  createTicket(fields: NewTicket, signal?: AbortSignal): Promise<Written<Ticket>> {
    return createTicket(this.#http, fields, signal);
  }

  updateTicket(id: TicketId, fields: TicketEdit, signal?: AbortSignal): Promise<Written<Ticket>> {
    return updateTicket(this.#http, id, fields, signal);
  }

  cancelTicket(id: TicketId, reason: CancelReason, signal?: AbortSignal): Promise<Written<{ message: string }>> {
    return cancelTicket(this.#http, id, reason, signal);
  }

  addComment(id: TicketId, comment: string, signal?: AbortSignal): Promise<Written<TicketComment>> {
    return addComment(this.#http, id, comment, signal);
  }

  uploadAttachment(
    id: TicketId,
    file: FileSource,
    onProgress: (doneBytes: number) => void,
    signal?: AbortSignal,
  ): Promise<Written<Attachment>> {
    return uploadAttachment(this.#http, id, file, onProgress, signal);
  }

  /** The vendor answers a missing permission with 404 (companion page "Tickets"), and a vanished account likewise: the accounts call tells which. */
  async #explainRefusal(error: unknown, signal: AbortSignal | undefined): Promise<unknown> {
    if (!(error instanceof ProblemError)) return error;
    if (!['not-found', 'no-permission', 'unauthorized', 'rejected'].includes(error.problem.kind)) return error;
    const isListed = await this.#http.isListed(signal);
    if (isListed && error.problem.kind === 'rejected') return error;
    return new ProblemError(isListed ? 'no-permission' : 'account-gone', serversWords(error), error);
  }
}
