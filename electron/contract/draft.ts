import { z } from 'zod';
import { cancelReasonSchema, type editableFields } from './fields.ts';
import { changeIdSchema, ticketIdSchema } from './ids.ts';
import { longestTemplateName } from './specification.ts';

/** Of any length: a draft keeps what stands in a form also where it is not valid yet, and what is refused here would be lost. */
const typed = z.string();

const typedNewTicket = z.strictObject({
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

/** What stands in a form. `changeId` is there when the form edits a change that lies in the outbox. */
export const draftContentSchema = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('new'), fields: typedNewTicket, changeId: changeIdSchema.nullable() }),
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
]);
export type DraftContent = z.infer<typeof draftContentSchema>;

/** The window's own name for a draft; the same form has the same one, so that saving again replaces. */
export const draftKeySchema = z.string().min(1).max(200);

export const draftSchema = z.object({
  key: draftKeySchema,
  content: draftContentSchema,
  /** In milliseconds since 1970. */
  savedAtMs: z.number(),
});
export type Draft = z.infer<typeof draftSchema>;

/** A filled form that is kept under a name, to begin new tickets from. */
export const templateSchema = z.object({
  id: z.uuid(),
  name: z.string().min(1).max(longestTemplateName),
  fields: typedNewTicket,
});
export type Template = z.infer<typeof templateSchema>;
