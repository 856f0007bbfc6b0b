/*
 * Drafts (forms that were filled in and not sent) and templates (filled forms kept under a name).
 */

import { z } from 'zod';
import { cancelReasonSchema, type editableFields } from './fields.ts';
import { changeIdSchema, ticketIdSchema } from './ids.ts';
import { longestTemplateName } from './specification.ts';

/** Without limits: a draft keeps the form's text even while it is not valid, and text refused here would be lost. */
const typed = z.string();

/** The fields of a new ticket as they are typed. */
export const typedNewTicketSchema = z.strictObject({
  title: typed,
  site: typed,
  location: typed,
  requestType: typed,
  category: typed,
  description: typed,
  customerReference: typed,
  notificationRecipients: typed,
});
const typedEdit = z.strictObject({
  title: typed,
  description: typed,
  customerReference: typed,
  notificationRecipients: typed,
} satisfies Record<(typeof editableFields)[number], typeof typed>);

/** The content of a form. `changeId` is the change in the outbox that the form edits; `null` for a new change. */
export const draftContentSchema = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('new'), fields: typedNewTicketSchema, changeId: changeIdSchema.nullable() }),
  z.strictObject({
    form: z.literal('edit'),
    ticketId: ticketIdSchema,
    fields: typedEdit,
    /** What the ticket held when the form was opened. */
    base: typedEdit,
    changeId: changeIdSchema.nullable(),
  }),
  z.strictObject({ form: z.literal('cancel'), ticketId: ticketIdSchema, reason: cancelReasonSchema }),
  z.strictObject({
    form: z.literal('comment'),
    ticketId: ticketIdSchema,
    comment: typed,
    changeId: changeIdSchema.nullable(),
  }),
  /** One comment for many tickets. */
  z.strictObject({ form: z.literal('bulkComment'), ticketIds: z.array(ticketIdSchema), comment: typed }),
  /** A text for comments that is not kept under its name yet. */
  z.strictObject({ form: z.literal('commentText'), name: typed, text: typed }),
]);
export type DraftContent = z.infer<typeof draftContentSchema>;

/** The window's name for a draft. One form always has the same key, so saving again replaces the draft. */
export const draftKeySchema = z.string().min(1).max(200);

export const draftSchema = z.object({
  key: draftKeySchema,
  content: draftContentSchema,
  /** In milliseconds since 1970. */
  savedAtMs: z.number(),
});
export type Draft = z.infer<typeof draftSchema>;

/** A filled form, kept under a name, from which new tickets can be started. */
export const templateSchema = z.object({
  id: z.uuid(),
  name: z.string().min(1).max(longestTemplateName),
  fields: typedNewTicketSchema,
});
export type Template = z.infer<typeof templateSchema>;

/** A text for comments, kept under a name. */
export const commentTextTemplateSchema = z.object({
  id: z.uuid(),
  name: z.string().min(1).max(longestTemplateName),
  text: typed,
});
export type CommentTextTemplate = z.infer<typeof commentTextTemplateSchema>;
