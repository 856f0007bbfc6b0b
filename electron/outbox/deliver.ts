/* Makes the one API call that a change stands for, and puts the answer into the words of the log. */

import type { ApiClient, WholeTicket } from '../api/client.ts';
import type { Change } from '../contract/change.ts';
import { type Problem, problem, problemOf } from '../contract/problem.ts';
import type { TicketDetail } from '../contract/ticket.ts';
import { words } from '../words/words.ts';
import { changedComment, changedFileName, changedTexts, withSentences } from './changed-texts.ts';
import type { FileChunks } from './file-chunks.ts';
import type { FileLimit } from './file-limit.ts';
import { echoOfComment, echoOfFile, echoOfTicket } from './lookalikes.ts';
import type { Confirmed, StoredChange } from './stored-change.ts';

/** Sends changes. */
export class Deliverer {
  readonly #api: ApiClient;
  readonly #chunks: FileChunks;
  readonly #fileLimit: FileLimit;

  constructor(api: ApiClient, chunks: FileChunks, fileLimit: FileLimit) {
    this.#api = api;
    this.#chunks = chunks;
    this.#fileLimit = fileLimit;
  }

  /**
   * Sends a change.
   * @param before the ticket as it was read just before, where it was
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
        const answer = withSentences(words().answers.created({ id }), changedTexts(change.fields, ticket));
        return { confirmation: { serverRef: id, answer, correlationId, echo: echoOfTicket(ticket.summary) }, ticket };
      }
      case 'update': {
        const { correlationId, summary, detail } = await this.#api.updateTicket(ticketId, change.fields, signal);
        const ticket = { summary, detail: withComments(detail, before) };
        const answer = withSentences(words().answers.changed, changedTexts(change.fields, ticket));
        return { confirmation: { serverRef: null, answer, correlationId }, ticket };
      }
      case 'cancel': {
        const { correlationId, message } = await this.#api.cancelTicket(ticketId, change.reason, signal);
        const ticket = before && {
          summary: { ...before.summary, status: 'Cancelled' },
          detail: { ...before.detail, cancelReason: change.reason },
        };
        return {
          confirmation: { serverRef: null, answer: message || words().answers.cancelled, correlationId },
          ticket,
        };
      }
      case 'comment': {
        const { correlationId, ...comment } = await this.#api.addComment(ticketId, change.comment, signal);
        const answer = withSentences(words().answers.added, changedComment(change.comment, comment.comment));
        const echo = echoOfComment(comment);
        return { confirmation: { serverRef: comment.commentedOn, answer, correlationId, echo }, ticket: before };
      }
      case 'attachment':
        return await this.#upload(stored, change, onProgress, signal);
    }
  }

  async #upload(
    { id, ticketId }: StoredChange,
    { fileName, sizeBytes }: Extract<Change, { kind: 'attachment' }>,
    onProgress: (doneBytes: number) => void,
    signal: AbortSignal,
  ): Promise<Confirmed> {
    const source = { fileName, sizeBytes, chunks: () => this.#chunks.read(id) };
    try {
      const { correlationId, ...file } = await this.#api.uploadAttachment(ticketId, source, onProgress, signal);
      this.#fileLimit.noteTaken(sizeBytes);
      const answer = withSentences(words().answers.attached, changedFileName(fileName, file.fileName));
      return { confirmation: { serverRef: file.id, answer, correlationId, echo: echoOfFile(file) }, ticket: null };
    } catch (error) {
      if (problemOf(error).kind === 'file-too-large') this.#fileLimit.noteRefused(sizeBytes);
      throw error;
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
