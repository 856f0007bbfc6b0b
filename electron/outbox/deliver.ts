import type { ApiClient, WholeTicket } from '../api/client.ts';
import { type Problem, problem } from '../contract/problem.ts';
import type { TicketDetail } from '../contract/ticket.ts';
import type { Confirmed, StoredChange } from './change-table.ts';
import type { FileChunks } from './file-chunks.ts';

/** Makes the one API call that a change stands for, and puts the answer into the words of the log. */
export class Deliverer {
  readonly #api: ApiClient;
  readonly #chunks: FileChunks;

  constructor(api: ApiClient, chunks: FileChunks) {
    this.#api = api;
    this.#chunks = chunks;
  }

  /**
   * Sends a change.
   * @param before the ticket as it was read just before, for updates and cancellations
   * @throws ProblemError for `outcomeOfFailedSend` to judge
   */
  async deliver(
    stored: StoredChange,
    before: WholeTicket | null,
    onProgress: (doneBytes: number) => void,
    signal: AbortSignal,
  ): Promise<Confirmed> {
    const { change, ticketId } = stored;
    switch (change.kind) {
      case 'create': {
        const { correlationId, ...ticket } = await this.#api.createTicket(change.fields, signal);
        const { id } = ticket.summary;
        return { confirmation: { serverRef: id, answer: `Created as ${id}.`, correlationId }, ticket };
      }
      case 'update': {
        const { correlationId, summary, detail } = await this.#api.updateTicket(ticketId, change.fields, signal);
        const ticket = { summary, detail: withComments(detail, before) };
        return { confirmation: { serverRef: null, answer: 'Changed.', correlationId }, ticket };
      }
      case 'cancel': {
        const { correlationId, message } = await this.#api.cancelTicket(ticketId, change.reason, signal);
        const ticket = before && { ...before, summary: { ...before.summary, status: 'Cancelled' } };
        return { confirmation: { serverRef: null, answer: message || 'Cancelled.', correlationId }, ticket };
      }
      case 'comment': {
        const { correlationId, commentedOn } = await this.#api.addComment(ticketId, change.comment, signal);
        return { confirmation: { serverRef: commentedOn, answer: 'Added.', correlationId }, ticket: null };
      }
      case 'attachment': {
        const { fileName, sizeBytes } = change;
        const file = { fileName, sizeBytes, chunks: () => this.#chunks.read(stored.id) };
        const { correlationId, id } = await this.#api.uploadAttachment(ticketId, file, onProgress, signal);
        return { confirmation: { serverRef: id, answer: 'Attached.', correlationId }, ticket: null };
      }
    }
  }
}

/** Keeps the known comments where the answer to an update leaves them out (section 6 shows `[]`). */
function withComments(detail: TicketDetail, before: WholeTicket | null): TicketDetail {
  return detail.comments.length === 0 && before ? { ...detail, comments: before.detail.comments } : detail;
}

/**
 * Returns why the server refused a change. The vendor answers a missing permission with 404 (companion page "Tickets"): for
 * a create, which names no ticket that could be unknown, it can mean nothing else.
 */
export function refusalOf({ change }: StoredChange, cause: Problem): Problem {
  if (change.kind !== 'create' || cause.kind !== 'not-found') return cause;
  const { kind: _kind, message: _message, todo: _todo, ...details } = cause;
  return problem('no-permission', details);
}
