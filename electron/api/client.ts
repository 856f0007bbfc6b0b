/* Every call of the vendor's API that needs an account, as a method: what is sent, and what the response means. */

import type { z } from 'zod';
import type { Attachment } from '../contract/attachment.ts';
import {
  commentTextSchema,
  type NewTicket,
  newTicketSchema,
  type TicketEdit,
  ticketEditSchema,
} from '../contract/fields.ts';
import type { TicketId } from '../contract/ids.ts';
import { type Problem, ProblemError, problem } from '../contract/problem.ts';
import type { Catalogue, Location, Site } from '../contract/reference-data.ts';
import type { CancelReason } from '../contract/specification.ts';
import type { TicketComment, TicketDetail, TicketSummary } from '../contract/ticket.ts';
import { AccountHttp, type AccountIds, type TokenSource } from './account-http.ts';
import { listCategories } from './categories.ts';
import type { Http, Written } from './http.ts';
import { type FileSource, multipartOf } from './multipart.ts';
import { UnsentError } from './network-errors.ts';
import { serverDetails } from './sign-in.ts';
import { type TicketChangesPage, ticketChangesResponseSchema } from './ticket-changes.ts';
import { ticketListResponseSchema } from './ticket-page.ts';
import {
  attachmentResponseSchema,
  attachmentsResponseSchema,
  cancelResponseSchema,
  categoriesResponseSchema,
  commentResponseSchema,
  locationsResponseSchema,
  sitesResponseSchema,
  type TicketListPage,
  ticketResponseSchema,
} from './wire.ts';

const tickets = 'v1/customer-support-tickets';

/** Tried in turn when the server refuses larger pages. */
const smallerPageSizes = [100, 25];

/** Fields that are left out of a new ticket when they are empty. */
const optionalFields = [
  'location',
  'customerReference',
  'notificationRecipients',
] as const satisfies (keyof NewTicket)[];

/**
 * The vendor's API for one account. Every method throws a `ProblemError`, or the abort of its signal. Reads can be repeated
 * at will; `isSafeToRetry` tells whether a failed write can be.
 */
export class ApiClient {
  readonly #http: AccountHttp;
  #largestPageSize = Number.POSITIVE_INFINITY;

  constructor(http: Http, tokens: TokenSource, account: AccountIds) {
    this.#http = new AccountHttp(http, tokens, account);
  }

  /**
   * Reads a page of the ticket list (section 4). The server may use a smaller `size`, and is asked for a smaller one once it
   * has refused a larger. Pages are numbered from 0, which must be read first.
   */
  async listTickets(
    page: number,
    size: number,
    signal?: AbortSignal,
    filters: { status?: string } = {},
  ): Promise<TicketListPage> {
    try {
      return await this.#requestPage(page, size, signal, filters);
    } catch (error) {
      throw await this.#explainRefusal(error, signal);
    }
  }

  async #requestPage(
    page: number,
    wantedSize: number,
    signal: AbortSignal | undefined,
    filters: { status?: string },
  ): Promise<TicketListPage> {
    const size = Math.min(wantedSize, this.#largestPageSize);
    const query = { page, size, ...filters };
    try {
      const schema = ticketListResponseSchema({ page, size });
      return await this.#http.send({ method: 'GET', path: tickets, query, signal }, schema);
    } catch (error) {
      const smaller = smallerPageSizes.find((candidate) => candidate < size);
      const isRefused = error instanceof ProblemError && error.problem.httpStatus === 400;
      if (!isRefused || smaller === undefined || page > 0) throw error; // with another size, a later number would refer to other rows
      const response = await this.#requestPage(page, smaller, signal, filters);
      this.#largestPageSize = Math.min(this.#largestPageSize, smaller);
      return response;
    }
  }

  /**
   * Finds out why the list was refused. The vendor sends 404 both for a missing permission (companion page "Tickets") and
   * for an account that is gone; the accounts call shows which.
   */
  async #explainRefusal(error: unknown, signal: AbortSignal | undefined): Promise<unknown> {
    if (!(error instanceof ProblemError)) return error;
    if (!['not-found', 'not-permitted', 'rejected'].includes(error.problem.kind)) return error;
    const isListed = await this.#http.isListed(signal);
    if (isListed && error.problem.kind === 'rejected') return error;
    return new ProblemError(isListed ? 'no-permission' : 'account-gone', serverDetails(error), error);
  }

  /** Reads a ticket with its detail (section 4). @throws ProblemError `not-found` */
  readTicket(id: TicketId, signal?: AbortSignal): Promise<WholeTicket> {
    return this.#http.send({ method: 'GET', path: pathOf(id), signal }, ticketResponseSchema);
  }

  /**
   * Reads a page of the tickets of all kinds, by their last change, newest first. Not every user may: the vendor refuses it
   * with 401, 403 or 404. Rows that the user may not see are taken out of the pages, so that even an empty one is no end.
   */
  listChanges(page: number, size: number, signal?: AbortSignal): Promise<TicketChangesPage> {
    const query = { page, size };
    return this.#http.send({ method: 'GET', path: 'v1/service-tickets', query, signal }, ticketChangesResponseSchema);
  }

  /** Returns the sites assigned to the account (companion page "Sites"). */
  listSites(signal?: AbortSignal): Promise<Site[]> {
    return this.#http.send({ method: 'GET', path: 'v1/sites', signal }, sitesResponseSchema);
  }

  /** Returns the locations of a site (companion page "Locations"). */
  listLocations(site: string, signal?: AbortSignal): Promise<Location[]> {
    return this.#http.send({ method: 'GET', path: 'v1/locations', query: { site }, signal }, locationsResponseSchema);
  }

  /** Returns the request types with their categories (section 8). */
  listCategories(signal?: AbortSignal): Promise<Catalogue> {
    return listCategories((query) =>
      this.#http.send({ method: 'GET', path: `${tickets}/categories`, query, signal }, categoriesResponseSchema),
    );
  }

  /**
   * Returns a ticket's files (companion page "Attachments"). The vendor also answers 404 where there are none.
   * @throws ProblemError `not-found` when the server says that it is the ticket which it does not know
   */
  async listAttachments(id: TicketId, signal?: AbortSignal): Promise<Attachment[]> {
    const path = `v1/attachments/${encodeURIComponent(id)}`;
    try {
      return await this.#http.send({ method: 'GET', path, signal }, attachmentsResponseSchema);
    } catch (error) {
      if (error instanceof ProblemError && meansNoFiles(error.problem)) return [];
      throw error;
    }
  }

  /** Returns a file's bytes as they arrive (companion page "Attachments"). */
  downloadAttachment(id: TicketId, attachmentId: string, signal?: AbortSignal): Promise<AsyncIterable<Uint8Array>> {
    const path = `v1/attachments/${encodeURIComponent(id)}/file/${encodeURIComponent(attachmentId)}`;
    return this.#http.download({ method: 'GET', path, signal });
  }

  /*
   * Writes. Each is checked against the specification before it is sent, and none is repeated here: the outbox decides
   * whether a failed one is sent again.
   */

  /** Opens a ticket (section 5). Empty optional fields are left out. */
  async createTicket(fields: NewTicket, signal?: AbortSignal): Promise<Written<WholeTicket>> {
    const json: Partial<NewTicket> = { ...checked(newTicketSchema, fields) };
    for (const field of optionalFields) if (json[field]?.trim() === '') delete json[field];
    return await this.#http.write({ method: 'POST', path: tickets, json, signal }, ticketResponseSchema);
  }

  /** Changes the given fields of an open ticket (section 6). */
  async updateTicket(id: TicketId, fields: TicketEdit, signal?: AbortSignal): Promise<Written<WholeTicket>> {
    const json = checked(ticketEditSchema, fields);
    return await this.#http.write({ method: 'PUT', path: pathOf(id), json, signal }, ticketResponseSchema);
  }

  /** Cancels an open ticket (section 7). */
  async cancelTicket(id: TicketId, reason: CancelReason, signal?: AbortSignal): Promise<Written<{ message: string }>> {
    const json = { cancelReason: reason };
    return await this.#http.write({ method: 'PUT', path: `${pathOf(id)}/cancel`, json, signal }, cancelResponseSchema);
  }

  /** Comments on an open ticket (companion page "Comments"). */
  async addComment(id: TicketId, comment: string, signal?: AbortSignal): Promise<Written<TicketComment>> {
    const json = { requestId: id, comment: checked(commentTextSchema, comment) };
    return await this.#http.write({ method: 'POST', path: 'v1/comments', json, signal }, commentResponseSchema);
  }

  /** Attaches a file to an open ticket (companion page "Attachments"). @throws UnsentError `file-empty`, `file-unusable`; ProblemError `file-too-large` */
  async uploadAttachment(
    id: TicketId,
    file: FileSource,
    onProgress: (doneBytes: number) => void,
    signal?: AbortSignal,
  ): Promise<Written<Attachment>> {
    if (file.sizeBytes === 0) throw new UnsentError(problem('file-empty'));
    const { contentType, bytes, fileBytesIn } = await multipartOf(file);
    const upload = {
      path: 'v1/attachments',
      query: { requestId: id, file_name: file.fileName },
      contentType,
      body: bytes,
      onProgress: (sentBytes: number) => onProgress(fileBytesIn(sentBytes)),
      signal,
    };
    try {
      return await this.#http.upload(upload, attachmentResponseSchema);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.httpStatus !== 413) throw error;
      throw new ProblemError('file-too-large', serverDetails(error), error);
    }
  }
}

/** A ticket as the single call gives it. */
export type WholeTicket = { summary: TicketSummary; detail: TicketDetail };

function meansNoFiles({ kind, serverCode = '', serverMessage = '' }: Problem): boolean {
  const namesTicket = /\bticket|\bwork ?order|REQUEST_ID/i.test(`${serverCode} ${serverMessage}`);
  return kind === 'not-found' && (!namesTicket || /\battachment|\bfile/i.test(serverMessage));
}

const pathOf = (id: TicketId) => `${tickets}/${encodeURIComponent(id)}`;

/** Checks a value that the form and the outbox have checked before: their faults must not reach the server. */
function checked<S extends z.ZodType>(schema: S, value: unknown): z.infer<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const details = { field: issue?.path.join('.') ?? '', todo: issue?.message ?? '' };
  throw new UnsentError(problem('invalid-input', details), parsed.error);
}
