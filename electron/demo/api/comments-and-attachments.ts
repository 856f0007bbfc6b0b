/* The calls for comments and attachments, and what each refuses. */

import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { z } from 'zod';
import { limits } from '../../contract/specification.ts';
import { observedMs } from '../observed-times.ts';
import { type DemoAttachment, makeAttachment } from '../portfolio/files.ts';
import type { ServiceState } from '../state.ts';
import type { ApiEnv } from './env.ts';
import { findOpenTicket, findTicket } from './find-ticket.ts';
import { answerRows } from './lists.ts';
import { notFound, refuse } from './responses.ts';

const commentSchema = z.strictObject({
  requestId: z
    .string('requestId is required.')
    .min(1, 'requestId is required.')
    .max(limits.ticketId, 'requestId is too long.'),
  comment: z
    .string('comment is required.')
    .refine((text) => text.length <= limits.comment, `comment must not be longer than ${limits.comment} characters.`)
    .refine((comment) => comment.trim() !== '', 'comment is required.'),
});

/** Comments and attachments (section 9, companion pages "Comments" and "Attachments"). */
export function commentAndAttachmentRoutes(state: ServiceState): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .post('/comments', async (context) => {
      const body = commentSchema.safeParse(await context.req.json().catch(() => null));
      if (!body.success) return refuse(context, 400, body.error.issues.map((issue) => issue.message).join(' '));
      const wanted = { id: body.data.requestId, done: 'commented' };
      const { ticket, refusal } = await findOpenTicket(context, observedMs.comment, wanted);
      if (refusal) return refusal;
      return context.json(state.comment(ticket, `API ${context.get('client').id}`, body.data.comment));
    })
    .post('/attachments', async (context) => {
      const filename = context.req.query('file_name');
      if (!filename) return refuse(context, 400, 'Missing required parameter: file_name.');
      const { file } = await context.req.parseBody();
      if (!(file instanceof File)) return refuse(context, 400, 'The part "file" is required.');
      // The vendor's response to an empty file.
      if (file.size === 0) return refuse(context, 500, 'Snow downstream error: attachment could not be stored.');
      if (file.size > state.options().maxAttachmentBytes) return refuse(context, 413, 'The file is too large.');
      const wanted = { id: context.req.query('requestId') ?? '', done: 'attached to' };
      const { ticket, refusal } = await findOpenTicket(context, observedMs.upload(file.size), wanted);
      if (refusal) return refusal;
      const attachment = makeAttachment(randomUUID().replaceAll('-', ''), {
        filename,
        content: await file.bytes(),
        createdBy: `API ${context.get('client').id}`,
        createdOn: state.now(),
      });
      state.attach(context.get('account'), ticket, attachment);
      return context.json(rowOf(attachment));
    })
    .get('/attachments/:ticketId', async (context) => {
      const account = context.get('account');
      const { ticket, refusal } = await findTicket(context, observedMs.files, () =>
        account.ticketsById.get(context.req.param('ticketId')),
      );
      return refusal ?? answerRows(context, state.attachmentsOf(account, ticket).map(rowOf));
    })
    .get('/attachments/:ticketId/file/:attachmentId', async (context) => {
      const account = context.get('account');
      const { ticket, refusal } = await findTicket(context, observedMs.files, () =>
        account.ticketsById.get(context.req.param('ticketId')),
      );
      if (refusal) return refusal;
      const attachments = state.attachmentsOf(account, ticket);
      const found = attachments.find(({ id }) => id === context.req.param('attachmentId'));
      if (!found) return notFound(context);
      const fileName = encodeURIComponent(found.filename);
      return context.body(new Uint8Array(found.content).buffer, 200, {
        'Content-Type': 'application/octet-stream',
        'Content-Disposition': `attachment; filename*=UTF-8''${fileName}`,
      });
    });
}

function rowOf({ id, filename, hash, createdBy, createdOn }: DemoAttachment) {
  return { id, filename, hash, createdBy, createdOn };
}
