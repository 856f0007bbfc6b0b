import { z } from 'zod';
import {
  cancelReasonSchema,
  commentTextSchema,
  heldFieldsSchema,
  newTicketSchema,
  ticketEditSchema,
} from './fields.ts';
import { changeIdSchema, ticketIdSchema } from './ids.ts';
import { problemSchema } from './problem.ts';

const formChanges = [
  z.strictObject({ kind: z.literal('create'), fields: newTicketSchema }),
  z.strictObject({
    kind: z.literal('update'),
    ticketId: ticketIdSchema,
    fields: ticketEditSchema,
    /** What the edited fields held when the form was opened: what the server must still hold, or it is a conflict. */
    base: heldFieldsSchema,
  }),
  z.strictObject({ kind: z.literal('cancel'), ticketId: ticketIdSchema, reason: cancelReasonSchema }),
  z.strictObject({ kind: z.literal('comment'), ticketId: ticketIdSchema, comment: commentTextSchema }),
] as const;

/** A change that a form makes. `ticketId` may be the local id of a ticket that is itself still waiting to be created. */
export const formChangeSchema = z.discriminatedUnion('kind', formChanges);
export type FormChange = z.infer<typeof formChangeSchema>;

/** What the user wants done: what forms make, and files, which come in by calls of their own. */
export const changeSchema = z.discriminatedUnion('kind', [
  ...formChanges,
  z.strictObject({
    kind: z.literal('attachment'),
    ticketId: ticketIdSchema,
    fileName: z.string().min(1).max(255),
    sizeBytes: z.int().min(1),
  }),
]);
export type Change = z.infer<typeof changeSchema>;

/**
 * `waiting`: not sent yet. `sending`: on its way. `unconfirmed`: sent, no answer; it is being looked for. `refused`: the
 * server, or a conflict, said no. `sent`: confirmed by the server.
 */
export const changeStates = ['waiting', 'sending', 'unconfirmed', 'refused', 'sent'] as const;
export const changeStateSchema = z.enum(changeStates);
export type ChangeState = z.infer<typeof changeStateSchema>;

/** A change as the window is told of it. Times are milliseconds since 1970. */
export const outboxItemSchema = z.object({
  id: changeIdSchema,
  change: changeSchema,
  /** The ticket that it is about: the server's id, or the local one as long as there is no other. */
  ticketId: ticketIdSchema,
  /** That ticket's title. */
  ticketTitle: z.string(),
  state: changeStateSchema,
  createdAtMs: z.number(),
  lastSentAtMs: z.number().nullable(),
  answeredAtMs: z.number().nullable(),
  /** Why it waits or was refused; `null` when nothing is wrong. */
  problem: problemSchema.nullable(),
  /** An unconfirmed change that was looked for long enough and not found: `outbox.send` sends it again. */
  needsDecision: z.boolean(),
  /** For an update that was refused because the ticket changed meanwhile: what the server holds in the edited fields. */
  conflict: heldFieldsSchema.nullable(),
  /** How many other changes hang on this one and are discarded with it. */
  dependents: z.int().min(0),
  /** Of an attachment that is being sent. */
  progress: z.object({ doneBytes: z.int().min(0), totalBytes: z.int().min(0) }).nullable(),
  /** The server's answer in a few words, and its correlation id where it sent one. */
  answer: z.string().nullable(),
  correlationId: z.string().nullable(),
});
export type OutboxItem = z.infer<typeof outboxItemSchema>;

/** The changes that are not confirmed yet, oldest first. */
export const outboxSchema = z.object({ items: z.array(outboxItemSchema) });
export type Outbox = z.infer<typeof outboxSchema>;

/** What was sent, newest first. */
export const sentLogSchema = z.object({ items: z.array(outboxItemSchema), total: z.int().min(0) });
export type SentLog = z.infer<typeof sentLogSchema>;
