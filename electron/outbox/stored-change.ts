import { z } from 'zod';
import { changeSchema, changeStateSchema, type OutboxItem } from '../contract/change.ts';
import { heldFieldsSchema } from '../contract/fields.ts';
import { changeIdSchema, ticketIdSchema } from '../contract/ids.ts';
import { problemSchema } from '../contract/problem.ts';

function json<S extends z.ZodType>(schema: S) {
  return z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue('no JSON');
        return z.NEVER;
      }
    })
    .pipe(schema);
}

/** A change as it lies in the file. */
export const storedChangeSchema = z.object({
  seq: z.int(),
  id: changeIdSchema,
  ticketId: ticketIdSchema,
  ticketTitle: z.string(),
  change: json(changeSchema),
  state: changeStateSchema,
  createdAtMs: z.number(),
  firstSentAtMs: z.number().nullable(),
  lastSentAtMs: z.number().nullable(),
  firstSentSkewMs: z.number().nullable(),
  answeredAtMs: z.number().nullable(),
  // Words of another version's, say, must not keep the change itself from being read.
  problem: json(problemSchema).nullable().catch(null),
  needsDecision: z.number().transform((value) => value === 1),
  conflict: json(heldFieldsSchema).nullable().catch(null),
  answer: z.string().nullable(),
  correlationId: z.string().nullable(),
  knownAlike: json(z.array(z.string())).nullable(),
  claim: z.string().nullable(),
});
export type StoredChange = z.infer<typeof storedChangeSchema>;

/** Selects what `storedChangeSchema` wants, under its names. */
export const changeColumns = `seq, id, ticket_id AS ticketId, ticket_title AS ticketTitle, content AS change, state,
  created_at_ms AS createdAtMs, first_sent_at_ms AS firstSentAtMs, first_sent_skew_ms AS firstSentSkewMs, last_sent_at_ms AS lastSentAtMs,
  answered_at_ms AS answeredAtMs, problem, needs_decision AS needsDecision, conflict, answer,
  correlation_id AS correlationId, known_alike AS knownAlike, claim`;

/** What the window is told of a change. */
export function itemOf(
  stored: StoredChange,
  more: Pick<OutboxItem, 'dependents' | 'progress'> = { dependents: 0, progress: null },
): OutboxItem {
  const {
    seq: _seq,
    firstSentAtMs: _firstSentAtMs,
    firstSentSkewMs: _firstSentSkewMs,
    knownAlike: _knownAlike,
    claim: _claim,
    ...shown
  } = stored;
  return { ...shown, ...more };
}

/** Whether an earlier sending may have arrived. */
export const wasPerhapsSent = ({ firstSentAtMs }: StoredChange): boolean => firstSentAtMs !== null;
