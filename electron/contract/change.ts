/*
 * Changes: what the user wants done to a ticket, how far each has come, and the lists of the outbox and its log.
 */

import { z } from 'zod';
import { isMadeOn } from './edit-merge.ts';
import {
  cancelReasonSchema,
  commentTextSchema,
  heldFieldsSchema,
  newTicketSchema,
  ticketEditSchema,
} from './fields.ts';
import { changeIdSchema, groupIdSchema, type TicketId, ticketIdSchema } from './ids.ts';
import { problemSchema } from './problem.ts';
import { longestFileName } from './specification.ts';
import { readableText } from './ticket-equality.ts';

const formChanges = [
  z.strictObject({ kind: z.literal('create'), fields: newTicketSchema }),
  z.strictObject({
    kind: z.literal('update'),
    ticketId: ticketIdSchema,
    fields: ticketEditSchema,
    /** What the edited fields held when the form was opened. If the server holds something else by now, that is a conflict. */
    base: heldFieldsSchema,
  }),
  z.strictObject({ kind: z.literal('cancel'), ticketId: ticketIdSchema, reason: cancelReasonSchema }),
  z.strictObject({ kind: z.literal('comment'), ticketId: ticketIdSchema, comment: commentTextSchema }),
] as const;

/** A change made by a form. `ticketId` may be the local id of a ticket that is itself still in the outbox. */
export const formChangeSchema = z.discriminatedUnion('kind', formChanges);
export type FormChange = z.infer<typeof formChangeSchema>;

/** Any change: those made by forms, and attachments, which come in through the `attachments` calls. */
export const changeSchema = z.discriminatedUnion('kind', [
  ...formChanges,
  z.strictObject({
    kind: z.literal('attachment'),
    ticketId: ticketIdSchema,
    fileName: z.string().min(1).max(longestFileName),
    sizeBytes: z.int().min(1),
  }),
]);
export type Change = z.infer<typeof changeSchema>;

/**
 * `waiting`: not sent yet. `sending`: on its way. `unconfirmed`: sent without an answer, and being looked for on the server.
 * `refused`: rejected by the server, or in conflict with another edit. `sent`: confirmed by the server.
 */
export const changeStates = ['waiting', 'sending', 'unconfirmed', 'refused', 'sent'] as const;
export const changeStateSchema = z.enum(changeStates);
export type ChangeState = z.infer<typeof changeStateSchema>;

/** Whether a change may have reached the server without a confirmation: it is being sent, or its answer never came. */
export const isUnderWay = ({ state }: { state: ChangeState }): boolean =>
  state === 'sending' || state === 'unconfirmed';

/**
 * Returns a key that is equal for changes that go one after another: those of one ticket, and new tickets of the same
 * request, since what one of them made could be mistaken for the other's.
 */
export function queueOf({ ticketId, change }: { ticketId: TicketId; change: Change }): string {
  if (change.kind !== 'create') return ticketId;
  const { title, site, location, requestType, category, description, customerReference } = change.fields;
  const compared = [title, site, location, requestType, category, description, customerReference];
  return JSON.stringify(compared.map(readableText));
}

/**
 * Returns those of some changes that are refused, and the edits that were made on top of one: these wait until the user has decided
 * about it, since the server never held the texts that they start from. @param changes oldest first
 */
export function refusedAndMadeOn<C extends { ticketId: TicketId; change: Change; state: ChangeState }>(
  changes: readonly C[],
): ReadonlySet<C> {
  const found = new Set<C>();
  for (const each of changes) {
    const isOnOne = ({ ticketId, change }: C) =>
      ticketId === each.ticketId &&
      change.kind === 'update' &&
      each.change.kind === 'update' &&
      isMadeOn(each.change, change);
    if (each.state === 'refused' || (each.state === 'waiting' && [...found].some(isOnOne))) found.add(each);
  }
  return found;
}

export const lookalikeSchema = z.object({
  /** What `outbox.claim` takes: the ticket's id, the file's id, or the time of the comment and, if it has to be, a number. */
  ref: z.string(),
  /** The ticket's id and title, the file's name, or the first words of the comment. */
  label: z.string(),
  /** When it appeared, as a server time; `''` if the server does not say. */
  appearedOn: z.string(),
});
/** Something on the server that an unconfirmed change may have made, but that does not equal it. */
export type Lookalike = z.infer<typeof lookalikeSchema>;

/** A change as the window sees it. Times are in milliseconds since 1970. */
export const outboxItemSchema = z.object({
  id: changeIdSchema,
  /** The action on many tickets that it is part of; `null` for a change of its own. */
  groupId: groupIdSchema.nullable(),
  change: changeSchema,
  /** The ticket it changes: the server's id, or the local id until the ticket is created. */
  ticketId: ticketIdSchema,
  /** That ticket's title. */
  ticketTitle: z.string(),
  state: changeStateSchema,
  createdAtMs: z.number(),
  lastSentAtMs: z.number().nullable(),
  answeredAtMs: z.number().nullable(),
  /** Why it is still waiting or was refused; `null` when nothing is wrong. */
  problem: problemSchema.nullable(),
  /** Unconfirmed, and not found on the server for long enough: the user decides whether `outbox.send` sends it again. */
  needsDecision: z.boolean(),
  /** With `needsDecision`: what the user may recognise as this change, most alike first. */
  lookalikes: z.array(lookalikeSchema),
  /** For an update refused because the ticket changed meanwhile: what the server holds in the edited fields. */
  conflict: heldFieldsSchema.nullable(),
  /** How many other changes depend on this one and are discarded with it. */
  dependents: z.int().min(0),
  /** For an attachment that is being sent. */
  progress: z.object({ doneBytes: z.int().min(0), totalBytes: z.int().min(0) }).nullable(),
  /** The server's answer in a few words, and its correlation id where it sent one. */
  answer: z.string().nullable(),
  correlationId: z.string().nullable(),
});
export type OutboxItem = z.infer<typeof outboxItemSchema>;

/** The changes that one action made to many tickets, while any of them is in the outbox. */
export const changeGroupSchema = z.object({
  id: groupIdSchema,
  kind: z.enum(['comment', 'cancel', 'update']),
  /** How many changes there were, without those that were discarded. */
  total: z.int().min(1),
  /** How many of them the server has confirmed; `items` holds the others. */
  confirmed: z.int().min(0),
});
export type ChangeGroup = z.infer<typeof changeGroupSchema>;

/** The changes that the server has not confirmed yet, oldest first, and the groups that some of them belong to. */
export const outboxSchema = z.object({
  items: z.array(outboxItemSchema),
  groups: z.array(changeGroupSchema),
  /** How many others are on the disk and cannot be read here: they are damaged, or another version wrote them. */
  unreadable: z.int().min(0),
});
export type Outbox = z.infer<typeof outboxSchema>;

/** A slice of the log of sent changes, newest first; `total` counts all of them. */
export const sentLogSchema = z.object({ items: z.array(outboxItemSchema), total: z.int().min(0) });
export type SentLog = z.infer<typeof sentLogSchema>;
