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
import { ProblemError, problem } from '../contract/problem.ts';
import type { Catalogue, Location, Site } from '../contract/reference-data.ts';
import { type CancelReason, categoriesByRequestType } from '../contract/specification.ts';
import type { TicketComment, TicketDetail, TicketSummary } from '../contract/ticket.ts';
import { AccountHttp, type AccountIds, type TokenSource } from './account-http.ts';
import type { Http, Written } from './http.ts';
import { type FileSource, multipartOf } from './multipart.ts';
import { UnsentError } from './network-errors.ts';
import { serversWords } from './sign-in.ts';
import {
  attachmentAnswerSchema,
  attachmentsAnswerSchema,
  cancelAnswerSchema,
  categoriesAnswerSchema,
  commentAnswerSchema,
  locationsAnswerSchema,
  sitesAnswerSchema,
  type TicketListPage,
  ticketAnswerSchema,
  ticketListAnswerSchema,
} from './wire.ts';

const tickets = 'v1/customer-support-tickets';

/** Asked for in turn where the server refuses larger pages. */
const smallerPageSizes = [100, 25];

/** A ticket as the single call gives it. */
export type WholeTicket = { summary: TicketSummary; detail: TicketDetail };

/** Fields that are left out of a new ticket where they are empty. */
const optionalFields = [
  'location',
  'customerReference',
  'notificationRecipients',
] as const satisfies (keyof NewTicket)[];

/**
 * The vendor's API as one account sees it. Every method rejects with a `ProblemError`, or with the abort of its signal.
 * Reads can be repeated at will. What a failed write may have done, `isSafeToRetry` tells.
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
  readTicket(id: TicketId, signal?: AbortSignal): Promise<WholeTicket> {
    return this.#http.send({ method: 'GET', path: pathOf(id), signal }, ticketAnswerSchema);
  }

  /** The sites assigned to the account (companion page "Sites"). */
  listSites(signal?: AbortSignal): Promise<Site[]> {
    return this.#http.send({ method: 'GET', path: 'v1/sites', signal }, sitesAnswerSchema);
  }

  /** The places of a site (companion page "Locations"). */
  listLocations(site: string, signal?: AbortSignal): Promise<Location[]> {
    return this.#http.send({ method: 'GET', path: 'v1/locations', query: { site }, signal }, locationsAnswerSchema);
  }

  /**
   * The request types with their categories (section 8). The specification marks `requestType` as mandatory and shows a
   * call without it: where the server insists on it, each type of the specification's own table is asked for.
   */
  async listCategories(signal?: AbortSignal): Promise<Catalogue> {
    const request = (query: { requestType?: string }) =>
      this.#http.send({ method: 'GET', path: `${tickets}/categories`, query, signal }, categoriesAnswerSchema);
    try {
      const catalogue = await request({});
      if (catalogue.length > 0) return catalogue;
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.kind !== 'rejected') throw error;
    }
    const catalogue: Catalogue = [];
    for (const requestType of Object.keys(categoriesByRequestType)) {
      catalogue.push(...(await request({ requestType })));
    }
    return catalogue;
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

  /*
   * The calls that change something at the operator's. Nothing leaves that the specification does not allow, wherever it
   * came from, and nothing is repeated here: whether a failed one may be sent again is the outbox's to decide.
   */

  /** Opens a ticket (section 5). Optional fields that are empty are left out. */
  async createTicket(fields: NewTicket, signal?: AbortSignal): Promise<Written<WholeTicket>> {
    const json: Partial<NewTicket> = { ...checked(newTicketSchema, fields) };
    for (const field of optionalFields) if (json[field]?.trim() === '') delete json[field];
    return await this.#http.write({ method: 'POST', path: tickets, json, signal }, ticketAnswerSchema);
  }

  /** Changes the given fields of an open ticket (section 6). */
  async updateTicket(id: TicketId, fields: TicketEdit, signal?: AbortSignal): Promise<Written<WholeTicket>> {
    const json = checked(ticketEditSchema, fields);
    return await this.#http.write({ method: 'PUT', path: pathOf(id), json, signal }, ticketAnswerSchema);
  }

  /** Cancels an open ticket (section 7). */
  async cancelTicket(id: TicketId, reason: CancelReason, signal?: AbortSignal): Promise<Written<{ message: string }>> {
    const json = { cancelReason: reason };
    return await this.#http.write({ method: 'PUT', path: `${pathOf(id)}/cancel`, json, signal }, cancelAnswerSchema);
  }

  /** Says something on an open ticket (companion page "Comments"). */
  async addComment(id: TicketId, comment: string, signal?: AbortSignal): Promise<Written<TicketComment>> {
    const json = { requestId: id, comment: checked(commentTextSchema, comment) };
    return await this.#http.write({ method: 'POST', path: 'v1/comments', json, signal }, commentAnswerSchema);
  }

  /** Attaches a file to an open ticket (companion page "Attachments"). @throws UnsentError `file-empty`, `file-unusable` */
  async uploadAttachment(
    id: TicketId,
    file: FileSource,
    onProgress: (doneBytes: number) => void,
    signal?: AbortSignal,
  ): Promise<Written<Attachment>> {
    if (file.sizeBytes === 0) throw new UnsentError(problem('file-empty'));
    const { contentType, bytes, fileBytesIn } = await multipartOf(file);
    return await this.#http.upload(
      {
        path: 'v1/attachments',
        query: { requestId: id, file_name: file.fileName },
        contentType,
        body: bytes,
        onProgress: (sentBytes) => onProgress(fileBytesIn(sentBytes)),
        signal,
      },
      attachmentAnswerSchema,
    );
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

const pathOf = (id: TicketId) => `${tickets}/${encodeURIComponent(id)}`;

/** The forms and the outbox check as well; a fault there must not reach the server. */
function checked<S extends z.ZodType>(schema: S, value: unknown): z.infer<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const details = { field: issue?.path.join('.') ?? '', todo: issue?.message ?? '' };
  throw new UnsentError(problem('invalid-input', details), parsed.error);
}
