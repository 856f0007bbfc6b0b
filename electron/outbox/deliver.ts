import type { ApiClient, WholeTicket } from '../api/client.ts';
import { isSafeToRetry } from '../api/network-errors.ts';
import type { ChangeId } from '../contract/ids.ts';
import { type Problem, ProblemError, type ProblemKind, problem } from '../contract/problem.ts';
import type { TicketDetail } from '../contract/ticket.ts';
import type { Confirmation, StoredChange } from './change-table.ts';

type DeliverTools = {
  api: ApiClient;
  signal: AbortSignal;
  /** The file that goes with an attachment. */
  chunksOf: (id: ChangeId) => AsyncIterable<Uint8Array>;
  onProgress: (doneBytes: number) => void;
};

/** What the server confirmed, and the ticket as it is now, where that is known. */
type Delivered = { confirmation: Confirmation; ticket: WholeTicket | null };

/**
 * Makes the one call that a change is. `before` is the ticket as it was read just now, for changes that look first.
 * @throws ProblemError what went wrong
 */
export async function deliver(
  stored: StoredChange,
  before: WholeTicket | null,
  { api, signal, chunksOf, onProgress }: DeliverTools,
): Promise<Delivered> {
  const { change, ticketId } = stored;
  switch (change.kind) {
    case 'create': {
      const { correlationId, ...ticket } = await api.createTicket(change.fields, signal);
      const { id } = ticket.summary;
      return { confirmation: { claim: id, answer: `Created as ${id}.`, correlationId }, ticket };
    }
    case 'update': {
      const { correlationId, summary, detail } = await api.updateTicket(ticketId, change.fields, signal);
      const ticket = { summary, detail: withComments(detail, before) };
      return { confirmation: { claim: null, answer: 'Changed.', correlationId }, ticket };
    }
    case 'cancel': {
      const { correlationId, message } = await api.cancelTicket(ticketId, change.reason, signal);
      const ticket = before && { ...before, summary: { ...before.summary, status: 'Cancelled' } };
      return { confirmation: { claim: null, answer: message || 'Cancelled.', correlationId }, ticket };
    }
    case 'comment': {
      const { correlationId, commentedOn } = await api.addComment(ticketId, change.comment, signal);
      return { confirmation: { claim: commentedOn, answer: 'Added.', correlationId }, ticket: null };
    }
    case 'attachment': {
      const { fileName, sizeBytes } = change;
      const file = { fileName, sizeBytes, chunks: () => chunksOf(stored.id) };
      const { correlationId, id } = await api.uploadAttachment(ticketId, file, onProgress, signal);
      return { confirmation: { claim: id, answer: 'Attached.', correlationId }, ticket: null };
    }
  }
}

/** The answer to an update may come without the ticket's comments (section 6 shows `[]`): those that are known stay. */
function withComments(detail: TicketDetail, before: WholeTicket | null): TicketDetail {
  return detail.comments.length === 0 && before ? { ...detail, comments: before.detail.comments } : detail;
}

const refusals: readonly ProblemKind[] = ['rejected', 'not-found', 'no-permission', 'account-gone'];

/** What is wrong with the change itself was found before anything left. */
const faults: readonly ProblemKind[] = ['invalid-input', 'file-empty', 'file-unusable'];

/**
 * What a failure means for the change that was being sent: it is refused, it had no effect, or, in every other case,
 * nobody knows.
 */
export function outcomeOf(error: unknown): 'refused' | 'not-done' | 'unknown' {
  if (!(error instanceof ProblemError)) return 'unknown';
  const { kind } = error.problem;
  if (isSafeToRetry(error)) return faults.includes(kind) ? 'refused' : 'not-done';
  return refusals.includes(kind) ? 'refused' : 'unknown';
}

/** The vendor answers a missing permission with 404 (companion page "Tickets"): a ticket that is not there yet cannot be unknown. */
export function refusalOf({ change }: StoredChange, cause: Problem): Problem {
  if (change.kind !== 'create' || cause.kind !== 'not-found') return cause;
  const { kind: _kind, message: _message, todo: _todo, ...details } = cause;
  return problem('no-permission', details);
}
