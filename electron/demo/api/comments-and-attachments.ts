/* The calls for comments and attachments, and what each refuses. */

import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { limits, openStatuses } from '../../contract/specification.ts';
import { type DemoAttachment, makeAttachment } from '../portfolio/files.ts';
import type { ServiceState } from '../state.ts';
import type { ApiEnv } from './env.ts';
import { answerRows } from './lists.ts';
import { notFound, refuse } from './responses.ts';

const commentSchema = z.strictObject({
  requestId: z
    .string('requestId is required.')
    .min(1, 'requestId is required.')
    .max(limits.ticketId, 'requestId is too long.'),
  comment: z
    .string('comment is required.')
    .max(limits.comment, `comment must not be longer than ${limits.comment} characters.`)
    .refine((comment) => comment.trim() !== '', 'comment is required.'),
});

/** Comments and attachments (section 9, companion pages "Comments" and "Attachments"). */
export function commentAndAttachmentRoutes(state: ServiceState): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .post('/comments', async (context) => {
      const body = commentSchema.safeParse(await context.req.json().catch(() => null));
      if (!body.success) return refuse(context, 400, body.error.issues.map((issue) => issue.message).join(' '));
      const { ticket, refusal } = ticketOf(context, body.data.requestId, 'commented');
      if (refusal) return refusal;
      return context.json(state.comment(ticket, `API ${context.get('client').id}`, body.data.comment));
    })
    .post('/attachments', async (context) => {
      const filename = context.req.query('file_name');
      if (!filename) return refuse(context, 400, 'Missing required parameter: file_name.');
      const { ticket, refusal } = ticketOf(context, context.req.query('requestId') ?? '', 'attached to');
      if (refusal) return refusal;
      const { file } = await context.req.parseBody();
      if (!(file instanceof File)) return refuse(context, 400, 'The part "file" is required.');
      // The vendor's response to an empty file.
      if (file.size === 0) return refuse(context, 500, 'Snow downstream error: attachment could not be stored.');
      if (file.size > state.options().maxAttachmentBytes) return refuse(context, 413, 'The file is too large.');
      const attachment = makeAttachment(randomUUID().replaceAll('-', ''), {
        filename,
        content: await file.bytes(),
        createdBy: `API ${context.get('client').id}`,
        createdOn: state.now(),
      });
      state.attach(context.get('account'), ticket, attachment);
      return context.json(rowOf(attachment));
    })
    .get('/attachments/:ticketId', (context) => {
      const account = context.get('account');
      const ticket = account.ticketsById.get(context.req.param('ticketId'));
      return ticket ? answerRows(context, state.attachmentsOf(account, ticket).map(rowOf)) : notFound(context);
    })
    .get('/attachments/:ticketId/file/:attachmentId', (context) => {
      const account = context.get('account');
      const ticket = account.ticketsById.get(context.req.param('ticketId'));
      const attachments = ticket ? state.attachmentsOf(account, ticket) : [];
      const found = attachments.find(({ id }) => id === context.req.param('attachmentId'));
      if (!found) return notFound(context);
      const fileName = encodeURIComponent(found.filename);
      return context.body(found.content.slice().buffer, 200, {
        'Content-Type': 'application/octet-stream',
        'Content-Disposition': `attachment; filename*=UTF-8''${fileName}`,
      });
    });
}

function ticketOf(context: Context<ApiEnv>, id: string, done: string) {
  const ticket = context.get('account').ticketsById.get(id);
  if (!ticket) return { refusal: notFound(context) };
  if (openStatuses.includes(ticket.status)) return { ticket };
  return { refusal: refuse(context, 400, `ServiceTicket '${id}' is ${ticket.status} and can not be ${done}.`) };
}

function rowOf({ id, filename, hash, createdBy, createdOn }: DemoAttachment) {
  return { id, filename, hash, createdBy, createdOn };
}
