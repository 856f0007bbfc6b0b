/*
 * The fields that the user may write and their limits, as strict as the specification (sections 5 to 7, companion page
 * "Comments"): the server accepts what passes here, as far as one field can tell. Which category belongs to which request
 * type depends on the server's table, so the outbox checks that when a new ticket comes in. The messages are shown to the
 * user.
 *
 * The specification counts characters and does not say which. Counted here are UTF-16 units, of which there are at least as
 * many as code points, so that most emoji count as two: no server that counts characters counts more. Bytes are not counted,
 * since a text in Greek would then end half-way to the limit that the form shows. A line end counts as the one character
 * that is sent, since a server checks what it receives.
 */

import { z } from 'zod';
import { isAddress } from './addresses.ts';
import { cancelReasons, limits } from './specification.ts';
import { sharedWords } from './words/words.ts';

/** What is said of a field; made when it is needed, since the language is not known when this file is loaded. */
const words = () => sharedWords().fields;

type FieldWords = { isTooLong: (values: { limit: number }) => string };

/** Not zod's `max`, which counts code points. */
const upTo = (limit: number, wordsOf: () => FieldWords) =>
  z.string().refine((text) => text.length <= limit, { error: () => wordsOf().isTooLong({ limit }) });

const needed = (limit: number, wordsOf: () => FieldWords & { isNeeded: string }) =>
  upTo(limit, wordsOf).refine((text) => text.trim() !== '', { error: () => wordsOf().isNeeded });

const recipients = upTo(limits.notificationRecipients, () => words().notificationRecipients).superRefine(
  (text, context) => {
    const wrong = text.trim() === '' ? undefined : text.split(',').find((part) => !isAddress(part.trim()));
    if (wrong !== undefined) context.addIssue(words().notificationRecipients.isNoAddress({ part: wrong.trim() }));
  },
);

/** The fields of a new ticket (section 5). Optional fields are `''` when empty. */
export const newTicketSchema = z.strictObject({
  title: needed(limits.title, () => words().title),
  site: needed(limits.site, () => words().site),
  location: upTo(limits.location, () => words().location),
  requestType: needed(200, () => words().requestType),
  category: needed(200, () => words().category),
  description: needed(limits.description, () => words().description),
  customerReference: upTo(limits.customerReference, () => words().customerReference),
  notificationRecipients: recipients,
});
export type NewTicket = z.infer<typeof newTicketSchema>;
export type NewTicketField = keyof NewTicket;

export const emptyNewTicket: NewTicket = {
  title: '',
  site: '',
  location: '',
  requestType: '',
  category: '',
  description: '',
  customerReference: '',
  notificationRecipients: '',
};

/** The fields that the update call accepts (section 6 and the companion page "Tickets"). */
export const editableFields = ['title', 'description', 'customerReference', 'notificationRecipients'] as const;
export type EditableField = (typeof editableFields)[number];

export const editableTicketSchema = newTicketSchema.pick({
  title: true,
  description: true,
  customerReference: true,
  notificationRecipients: true,
});
/** All editable fields of a ticket, as the edit form holds them. */
export type EditableTicket = z.infer<typeof editableTicketSchema>;

/** What the server holds in some of those fields. Its text may exceed the limits for writing. */
export const heldFieldsSchema = z
  .strictObject({
    title: z.string(),
    description: z.string(),
    customerReference: z.string(),
    notificationRecipients: z.string(),
  } satisfies Record<EditableField, z.ZodString>)
  .partial();
export type HeldFields = z.infer<typeof heldFieldsSchema>;

/** The fields that an edit sends: those that changed, at least one. */
export const ticketEditSchema = editableTicketSchema
  .partial()
  .refine((fields) => Object.keys(fields).length > 0, { error: () => words().edit.isEmpty });
export type TicketEdit = z.infer<typeof ticketEditSchema>;

/** The fields of one line: the white space around their text is not sent. A description keeps each of its characters. */
const oneLineFields = ['title', 'location', 'customerReference', 'notificationRecipients'] as const;

/** Returns the fields of a new ticket or of an edit as they are sent, and so as they are counted. */
export function fieldsToSend<Fields extends { [F in NewTicketField]?: string | undefined }>(fields: Fields): Fields {
  const trimmed = oneLineFields.flatMap((name) => {
    const text = fields[name];
    return text === undefined ? [] : [[name, text.trim()]];
  });
  return { ...fields, ...Object.fromEntries(trimmed) };
}

export const cancelReasonSchema = z.enum(cancelReasons);

export const commentTextSchema = needed(limits.comment, () => words().comment);
