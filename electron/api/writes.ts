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
import { problem } from '../contract/problem.ts';
import type { CancelReason } from '../contract/specification.ts';
import type { TicketComment, TicketDetail, TicketSummary } from '../contract/ticket.ts';
import type { AccountHttp } from './account-http.ts';
import { UnsentError } from './certainty.ts';
import type { Written } from './http.ts';
import { type FileSource, multipartOf } from './multipart.ts';
import { ticketAnswerSchema } from './wire.ts';
import { attachmentAnswerSchema, cancelAnswerSchema, commentAnswerSchema } from './wire-conversation.ts';

/*
 * The calls that change something at the operator's. Nothing leaves that the specification does not allow, wherever it
 * came from, and nothing is repeated here: whether a failed one may be sent again is the outbox's to decide.
 */

const tickets = 'v1/customer-support-tickets';

type Ticket = { summary: TicketSummary; detail: TicketDetail };

const optional = ['location', 'customerReference', 'notificationRecipients'] as const satisfies (keyof NewTicket)[];

/** Opens a ticket (section 5). Optional fields that are empty are left out. */
export async function createTicket(
  http: AccountHttp,
  fields: NewTicket,
  signal: AbortSignal | undefined,
): Promise<Written<Ticket>> {
  const body: Partial<NewTicket> = { ...checked(newTicketSchema, fields) };
  for (const field of optional) if (body[field]?.trim() === '') delete body[field];
  return await http.write({ method: 'POST', path: tickets, json: body, signal }, ticketAnswerSchema);
}

/** Changes the given fields of an open ticket (section 6). */
export async function updateTicket(
  http: AccountHttp,
  id: TicketId,
  fields: TicketEdit,
  signal: AbortSignal | undefined,
): Promise<Written<Ticket>> {
  const json = checked(ticketEditSchema, fields);
  return await http.write({ method: 'PUT', path: pathOf(id), json, signal }, ticketAnswerSchema);
}

/** Cancels an open ticket (section 7). */
export async function cancelTicket(
  http: AccountHttp,
  id: TicketId,
  cancelReason: CancelReason,
  signal: AbortSignal | undefined,
): Promise<Written<{ message: string }>> {
  const json = { cancelReason };
  return await http.write({ method: 'PUT', path: `${pathOf(id)}/cancel`, json, signal }, cancelAnswerSchema);
}

/** Says something on an open ticket (companion page "Comments"). */
export async function addComment(
  http: AccountHttp,
  id: TicketId,
  comment: string,
  signal: AbortSignal | undefined,
): Promise<Written<TicketComment>> {
  const json = { requestId: id, comment: checked(commentTextSchema, comment) };
  return await http.write({ method: 'POST', path: 'v1/comments', json, signal }, commentAnswerSchema);
}

/** Attaches a file to an open ticket (companion page "Attachments"). @throws UnsentError `file-empty`, `file-unusable` */
export async function uploadAttachment(
  http: AccountHttp,
  id: TicketId,
  file: FileSource,
  onProgress: (doneBytes: number) => void,
  signal: AbortSignal | undefined,
): Promise<Written<Attachment>> {
  if (file.sizeBytes === 0) throw new UnsentError(problem('file-empty'));
  const { contentType, bytes, fileBytesIn } = await multipartOf(file);
  return await http.upload(
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

const pathOf = (id: TicketId) => `${tickets}/${encodeURIComponent(id)}`;

/** The forms and the outbox check as well; a fault there must not reach the server. */
function checked<S extends z.ZodType>(schema: S, value: unknown): z.infer<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const details = { field: issue?.path.join('.') ?? '', todo: issue?.message ?? '' };
  throw new UnsentError(problem('invalid-input', details), parsed.error);
}
