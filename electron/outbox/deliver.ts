import type { ApiClient, WholeTicket } from '../api/client.ts';
import type { ChangeId } from '../contract/ids.ts';
import type { TicketDetail } from '../contract/ticket.ts';
import type { Confirmation } from './change-table.ts';
import type { StoredChange } from './stored-change.ts';

export type DeliverTools = {
  api: ApiClient;
  signal: AbortSignal;
  /** The file that goes with an attachment. */
  chunksOf: (id: ChangeId) => AsyncIterable<Uint8Array>;
  onProgress: (doneBytes: number) => void;
};

/** What the server confirmed, and the ticket as it is now, where that is known. */
export type Delivered = { confirmation: Confirmation; ticket: WholeTicket | null };

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
