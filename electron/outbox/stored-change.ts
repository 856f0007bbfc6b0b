/* A change as the outbox's file holds it, and what the server's answers add to it. */

import { z } from 'zod';
import type { WholeTicket } from '../api/client.ts';
import { type Change, changeSchema, changeStateSchema, lookalikeSchema } from '../contract/change.ts';
import { typedNewTicketSchema } from '../contract/draft.ts';
import { heldFieldsSchema } from '../contract/fields.ts';
import { changeIdSchema, groupIdSchema, ticketIdSchema } from '../contract/ids.ts';
import { type Problem, problemSchema, withoutStandardSentences, withStandardSentences } from '../contract/problem.ts';
import type { Reader, SqlValue } from '../store/database.ts';
import { jsonColumn, readableRows } from '../store/json-column.ts';

/** The language may be another one when it is read. */
const storedProblemSchema = jsonColumn(problemSchema).transform(withStandardSentences);

/** Returns a problem as its column holds it. */
export const jsonOfProblem = (problem: Problem): string => JSON.stringify(withoutStandardSentences(problem));

const echoSchema = z.object({
  /** The comment, the file's name or the ticket's title. */
  text: z.string(),
  /** Who the server says made it, and when; `''` where it does not say. */
  author: z.string(),
  madeOn: z.string(),
});
/** What a change made on the server, in the server's own words. */
export type Echo = z.infer<typeof echoSchema>;

const storedLookalikeSchema = lookalikeSchema.extend({ echo: echoSchema });
/** A lookalike with what the log keeps if the user recognises it. */
export type StoredLookalike = z.infer<typeof storedLookalikeSchema>;

const [create, update, cancel, comment, attachment] = changeSchema.options;

/**
 * What a change consists of. Its texts were checked when they came in, and are when they are sent. One that does not pass by now,
 * under the limits of another version, must not make all changes unreadable.
 */
const contentSchema: z.ZodType<Change> = z.discriminatedUnion('kind', [
  create.extend({ fields: typedNewTicketSchema }),
  update.extend({ fields: heldFieldsSchema }),
  cancel,
  comment.extend({ comment: z.string() }),
  attachment,
]);

/** A change as the file holds it. Times are milliseconds since 1970 by this computer's clock. */
const storedChangeSchema = z.object({
  seq: z.int(),
  id: changeIdSchema,
  /** The action on many tickets that it is part of. */
  groupId: groupIdSchema.nullable(),
  ticketId: ticketIdSchema,
  ticketTitle: z.string(),
  change: jsonColumn(contentSchema),
  state: changeStateSchema,
  createdAtMs: z.number(),
  /** The first sending that may have arrived; what it made on the server is not older. */
  firstSentAtMs: z.number().nullable(),
  lastSentAtMs: z.number().nullable(),
  /** This computer's clock minus the server's at that first sending. */
  firstSentSkewMs: z.number().nullable(),
  answeredAtMs: z.number().nullable(),
  // A problem that another version wrote, for example, must not make the change itself unreadable.
  problem: storedProblemSchema.nullable().catch(null),
  /** Why it is not known whether a sending arrived: what came in place of an answer, or that nothing came. */
  lostAnswer: storedProblemSchema.nullable().catch(null),
  needsDecision: z.number().transform((value) => value === 1),
  /** With `needsDecision`: what the last search found that may be its effect. */
  lookalikes: jsonColumn(z.array(storedLookalikeSchema)).catch([]),
  conflict: jsonColumn(heldFieldsSchema).nullable().catch(null),
  answer: z.string().nullable(),
  correlationId: z.string().nullable(),
  /** References to what was on the server before the change was first sent: none of it is its effect. */
  priorRefs: jsonColumn(z.array(z.string())).nullable(),
  /** What the change made on the server: the ticket's id, the attachment's id, or the time of the comment. */
  serverRef: z.string().nullable(),
  echo: jsonColumn(echoSchema).nullable().catch(null),
});
export type StoredChange = z.infer<typeof storedChangeSchema>;

/** The columns under the names of `storedChangeSchema`. */
const changeColumns = `seq, id, group_id AS groupId, ticket_id AS ticketId, ticket_title AS ticketTitle, content AS change, state,
  created_at_ms AS createdAtMs, first_sent_at_ms AS firstSentAtMs, first_sent_skew_ms AS firstSentSkewMs, last_sent_at_ms AS lastSentAtMs,
  answered_at_ms AS answeredAtMs, problem, lost_answer AS lostAnswer, needs_decision AS needsDecision, lookalikes, conflict,
  answer, correlation_id AS correlationId, known_alike AS priorRefs, claim AS serverRef, echo`;

/** Reads changes from the table `change`. Of one that cannot be read nothing is sent and nothing is removed. */
export function selectChanges(file: Reader, condition: string, ...values: SqlValue[]): StoredChange[] {
  return readableRows(storedChangeSchema, file.all(`SELECT ${changeColumns} FROM change ${condition}`, ...values));
}

/** What the log keeps of a change that the server confirmed. `serverRef` and `echo` are as in `StoredChange`. */
export type Confirmation = {
  serverRef: string | null;
  answer: string;
  correlationId?: string | null | undefined;
  echo?: Echo | undefined;
};

/** A confirmation, and the ticket as the server holds it now, where that is known. */
export type Confirmed = { confirmation: Confirmation; ticket: WholeTicket | null };
