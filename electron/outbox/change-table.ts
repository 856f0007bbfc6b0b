import { z } from 'zod';
import { type Change, changeSchema, changeStateSchema, type OutboxItem } from '../contract/change.ts';
import { type HeldFields, heldFieldsSchema } from '../contract/fields.ts';
import { type ChangeId, changeIdSchema, type TicketId, ticketIdSchema } from '../contract/ids.ts';
import { type Problem, problemSchema } from '../contract/problem.ts';
import type { SqlValue, Writer } from '../store/database.ts';

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
const storedChangeSchema = z.object({
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
const changeColumns = `seq, id, ticket_id AS ticketId, ticket_title AS ticketTitle, content AS change, state,
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

type NewChange = { id: ChangeId; ticketId: TicketId; ticketTitle: string; change: Change; createdAtMs: number };

/** What confirms a change: what the server said, and what it holds because of it. */
export type Confirmation = { claim: string | null; answer: string; correlationId?: string | null | undefined };

const withoutLastSending = `
  first_sent_skew_ms = CASE WHEN first_sent_at_ms = last_sent_at_ms THEN NULL ELSE first_sent_skew_ms END,
  known_alike = CASE WHEN first_sent_at_ms = last_sent_at_ms THEN NULL ELSE known_alike END,
  first_sent_at_ms = CASE WHEN first_sent_at_ms = last_sent_at_ms THEN NULL ELSE first_sent_at_ms END`;

/** The changes in the outbox's file. Every method is whole or has no effect; several are made one by `transaction`. */
export class ChangeTable {
  readonly #file: Writer;
  /** What `pending` answered, until something is written. */
  #pending: readonly StoredChange[] | null = null;

  constructor(file: Writer) {
    this.#file = file;
  }

  /** What was being sent when the application ended may have arrived or not. */
  recover(): void {
    this.#run(`UPDATE change SET state = 'unconfirmed' WHERE state = 'sending'`);
  }

  find(id: ChangeId): StoredChange | null {
    return this.#select('WHERE id = ?', id)[0] ?? null;
  }

  /** Those that are not confirmed, oldest first. */
  pending(): readonly StoredChange[] {
    this.#pending ??= this.#select(`WHERE state <> 'sent' ORDER BY seq`);
    return this.#pending;
  }

  /** Those that the server confirmed, newest first. */
  sent(offset: number, limit: number): { changes: StoredChange[]; total: number } {
    const total = this.#file.first(`SELECT count(*) AS n FROM change WHERE state = 'sent'`)?.n;
    const order = 'ORDER BY answered_at_ms DESC, seq DESC LIMIT ? OFFSET ?';
    return { changes: this.#select(`WHERE state = 'sent' ${order}`, limit, offset), total: Number(total) };
  }

  /** The confirmed ones of a ticket. */
  sentOf(ticketId: TicketId): StoredChange[] {
    return this.#select(`WHERE ticket_id = ? AND state = 'sent' ORDER BY seq`, ticketId);
  }

  /** Those that were confirmed at `sinceMs` or later: what is found on the server may be theirs. */
  confirmedSince(sinceMs: number): StoredChange[] {
    return this.#select(`WHERE state = 'sent' AND answered_at_ms >= ? ORDER BY seq`, sinceMs);
  }

  /** Removes the oldest ones that were confirmed before `beforeMs`, so many at a time that nobody feels it. */
  forgetSent(beforeMs: number): void {
    this.#run(
      `DELETE FROM change WHERE seq IN
         (SELECT seq FROM change WHERE state = 'sent' AND answered_at_ms < ? ORDER BY answered_at_ms LIMIT 500)`,
      beforeMs,
    );
  }

  insert({ id, ticketId, ticketTitle, change, createdAtMs }: NewChange): void {
    this.#run(
      `INSERT INTO change (id, ticket_id, ticket_title, content, state, created_at_ms) VALUES (?, ?, ?, ?, 'waiting', ?)`,
      id,
      ticketId,
      ticketTitle,
      JSON.stringify(change),
      createdAtMs,
    );
  }

  /** Another content in the same place; what was said of the old one goes. */
  replace(id: ChangeId, change: Change): void {
    this.#run(
      `UPDATE change SET content = ?, state = 'waiting', problem = NULL, conflict = NULL, known_alike = NULL,
       first_sent_at_ms = NULL, first_sent_skew_ms = NULL WHERE id = ?`,
      JSON.stringify(change),
      id,
    );
  }

  /** To be written before the first byte leaves; `skewMs` is how far this computer's clock is ahead of the server's. */
  markSending(id: ChangeId, nowMs: number, skewMs: number, knownAlike: readonly string[] | null): void {
    this.#run(
      `UPDATE change SET state = 'sending', first_sent_at_ms = coalesce(first_sent_at_ms, ?), last_sent_at_ms = ?,
       first_sent_skew_ms = coalesce(first_sent_skew_ms, ?),
       known_alike = coalesce(known_alike, ?), problem = NULL, conflict = NULL, needs_decision = 0 WHERE id = ?`,
      nowMs,
      nowMs,
      Math.round(skewMs),
      knownAlike && JSON.stringify(knownAlike),
      id,
    );
  }

  /** The sending did not leave, or had no effect: only an earlier one may have had any. */
  markWaiting(id: ChangeId, problem: Problem): void {
    this.#run(
      `UPDATE change SET state = 'waiting', problem = ?, ${withoutLastSending} WHERE id = ?`,
      JSON.stringify(problem),
      id,
    );
  }

  /** The user wants it sent again, whatever became of it before. */
  markAgain(id: ChangeId): void {
    this.#run(
      `UPDATE change SET state = 'waiting', problem = NULL, conflict = NULL, needs_decision = 0 WHERE id = ?`,
      id,
    );
  }

  /** Why it does not go on, where its state stays what it is. */
  noteProblem(id: ChangeId, problem: Problem): void {
    this.#run('UPDATE change SET problem = ? WHERE id = ?', JSON.stringify(problem), id);
  }

  markUnconfirmed(id: ChangeId, problem: Problem | null, needsDecision: boolean): void {
    this.#run(
      `UPDATE change SET state = 'unconfirmed', problem = ?, needs_decision = ? WHERE id = ?`,
      problem && JSON.stringify(problem),
      needsDecision ? 1 : 0,
      id,
    );
  }

  markRefused(id: ChangeId, nowMs: number, problem: Problem, conflict: HeldFields | null): void {
    this.#run(
      `UPDATE change SET state = 'refused', answered_at_ms = ?, problem = ?, conflict = ?, needs_decision = 0,
       correlation_id = ?, ${withoutLastSending} WHERE id = ?`,
      nowMs,
      JSON.stringify(problem),
      conflict && JSON.stringify(conflict),
      problem.correlationId ?? null,
      id,
    );
  }

  markSent(id: ChangeId, nowMs: number, { claim, answer, correlationId }: Confirmation): void {
    this.#run(
      `UPDATE change SET state = 'sent', answered_at_ms = ?, problem = NULL, conflict = NULL, needs_decision = 0, claim = ?,
       answer = ?, correlation_id = ? WHERE id = ?`,
      nowMs,
      claim,
      answer,
      correlationId ?? null,
      id,
    );
  }

  /** What hangs on a ticket goes to the one that the server made of it. */
  moveTo(from: TicketId, to: TicketId): void {
    this.#run('UPDATE change SET ticket_id = ? WHERE ticket_id = ?', to, from);
  }

  retitle(ticketId: TicketId, ticketTitle: string): void {
    this.#run(`UPDATE change SET ticket_title = ? WHERE ticket_id = ? AND state <> 'sent'`, ticketTitle, ticketId);
  }

  remove(id: ChangeId): void {
    this.#run('DELETE FROM change WHERE id = ?', id);
  }

  transaction<T>(work: () => T): T {
    try {
      return this.#file.transaction(work);
    } finally {
      this.#pending = null; // also what was rolled back
    }
  }

  #run(sql: string, ...values: SqlValue[]): void {
    this.#pending = null;
    this.#file.run(sql, ...values);
  }

  #select(condition: string, ...values: SqlValue[]): StoredChange[] {
    return z
      .array(storedChangeSchema)
      .parse(this.#file.all(`SELECT ${changeColumns} FROM change ${condition}`, ...values));
  }
}

/** The pending changes as the window is told of them. `doneBytes` is how much of a file is on its way. */
export function itemsOf(pending: readonly StoredChange[], doneBytes: (id: ChangeId) => number | null): OutboxItem[] {
  return pending.map((stored) => {
    const done = doneBytes(stored.id);
    const { change } = stored;
    const isUpload = change.kind === 'attachment' && done !== null;
    const progress = isUpload ? { doneBytes: done, totalBytes: change.sizeBytes } : null;
    return itemOf(stored, { dependents: dependentsOf(stored, pending).length, progress });
  });
}

/** What hangs on a ticket that a change is to create, and is discarded with it. */
export function dependentsOf({ id, ticketId, change }: StoredChange, pending: readonly StoredChange[]): StoredChange[] {
  if (change.kind !== 'create') return [];
  return pending.filter((other) => other.ticketId === ticketId && other.id !== id);
}
