import type { TicketListPage } from '../api/wire.ts';
import type { Attachment } from '../contract/attachment.ts';
import type { NewTicket, TicketEdit } from '../contract/fields.ts';
import type { TicketId } from '../contract/ids.ts';
import type { CancelReason } from '../contract/specification.ts';
import type { TicketComment, TicketDetail, TicketSummary } from '../contract/ticket.ts';

export type WholeTicket = { summary: TicketSummary; detail: TicketDetail };

/** An answer with the server's name for the exchange, where it sent one. */
export type Written<T> = T & { readonly correlationId?: string | null };

/** A file to upload; `chunks` gives it from its beginning each time that it is called. */
export type Upload = { fileName: string; sizeBytes: number; chunks: () => AsyncIterable<Uint8Array> };

/** What the outbox needs of the vendor's API. Every method rejects with a `ProblemError`, or with the abort of its signal. */
export interface OutboxApi {
  listTickets(page: number, size: number, signal?: AbortSignal): Promise<TicketListPage>;
  readTicket(id: TicketId, signal?: AbortSignal): Promise<WholeTicket>;
  listAttachments(id: TicketId, signal?: AbortSignal): Promise<Attachment[]>;
  createTicket(fields: NewTicket, signal?: AbortSignal): Promise<Written<WholeTicket>>;
  updateTicket(id: TicketId, fields: TicketEdit, signal?: AbortSignal): Promise<Written<WholeTicket>>;
  cancelTicket(id: TicketId, reason: CancelReason, signal?: AbortSignal): Promise<Written<{ message: string }>>;
  addComment(id: TicketId, comment: string, signal?: AbortSignal): Promise<Written<TicketComment>>;
  uploadAttachment(
    id: TicketId,
    file: Upload,
    onProgress: (doneBytes: number) => void,
    signal?: AbortSignal,
  ): Promise<Written<Attachment>>;
}
