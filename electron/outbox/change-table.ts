/*
 * The table `change` of the outbox's file: every change that the user made, pending ones and, as a log, those that were sent.
 * A row is written before the first byte of its change leaves this computer.
 */

import { z } from 'zod';
import type { Change } from '../contract/change.ts';
import type { HeldFields } from '../contract/fields.ts';
import type { ChangeId, GroupId, TicketId } from '../contract/ids.ts';
import { type Problem, ProblemError } from '../contract/problem.ts';
import type { SqlValue, Writer } from '../store/database.ts';
import { words } from '../words/words.ts';
import { PendingChanges } from './pending-changes.ts';
import {
  type Confirmation,
  changeColumns,
  type Echo,
  jsonOfProblem,
  type StoredChange,
  type StoredLookalike,
  storedChangeSchema,
} from './stored-change.ts';

type NewChange = {
  id: ChangeId;
  groupId: GroupId | null;
  ticketId: TicketId;
  ticketTitle: string;
  change: Change;
  createdAtMs: number;
};

const sentTimeSchema = z.object({
  seq: z.int(),
  kind: z.string(),
  answeredAtMs: z.number(),
  sentAtMs: z.number().nullable(),
});
/** When a confirmed change was first sent, as far as that is known, and when it was answered. */
export type SentTime = z.infer<typeof sentTimeSchema>;
/** A place in the order of the answers. */
type SentPlace = Pick<SentTime, 'answeredAtMs' | 'seq'>;

/** Forgets the first sending if it is also the last, because that one had no effect. */
const withoutLastSending = `
  first_sent_skew_ms = CASE WHEN first_sent_at_ms = last_sent_at_ms THEN NULL ELSE first_sent_skew_ms END,
  known_alike = CASE WHEN first_sent_at_ms = last_sent_at_ms THEN NULL ELSE known_alike END,
  first_sent_at_ms = CASE WHEN first_sent_at_ms = last_sent_at_ms THEN NULL ELSE first_sent_at_ms END`;

/** Takes the decision from the user, and what there was to decide by. */
const undecided = 'needs_decision = 0, lookalikes = NULL';

/** Reads and writes the changes. Each method is atomic, and `transaction` joins several. */
export class ChangeTable {
  readonly #file: Writer;
  readonly #pending: PendingChanges;

  constructor(file: Writer) {
    this.#file = file;
    this.#pending = new PendingChanges(
      () => this.#select(`WHERE state IN ('waiting', 'sending', 'unconfirmed', 'refused') ORDER BY seq`), // by the index
      (id) => this.find(id),
    );
  }

  /** Marks changes that were being sent when the application ended: they may have arrived. */
  recover(): void {
    this.#runOnAny(`UPDATE change SET state = 'unconfirmed' WHERE state = 'sending'`);
  }

  find(id: ChangeId): StoredChange | null {
    return this.#select('WHERE id = ?', id)[0] ?? null;
  }

  /** @throws ProblemError `invalid-input` for a change that was discarded, `change-sent` for one that is confirmed */
  requirePending(id: ChangeId): StoredChange {
    const stored = this.find(id);
    if (!stored) throw new ProblemError('invalid-input', { ...words().outbox.discarded, field: 'id' });
    if (stored.state === 'sent') throw new ProblemError('change-sent');
    return stored;
  }

  /** Returns the changes that are not confirmed, oldest first. */
  pending(): readonly StoredChange[] {
    return this.#pending.all();
  }

  /** Returns those of one ticket, oldest first. */
  pendingOf(ticketId: TicketId): readonly StoredChange[] {
    return this.#pending.of(ticketId);
  }

  /** Returns a slice of the confirmed changes, newest first, and how many there are. */
  sent(offset: number, limit: number): { changes: StoredChange[]; total: number } {
    const total = this.#file.first(`SELECT count(*) AS n FROM change WHERE state = 'sent'`)?.n;
    const order = 'ORDER BY answered_at_ms DESC, seq DESC LIMIT ? OFFSET ?';
    return { changes: this.#select(`WHERE state = 'sent' ${order}`, limit, offset), total: Number(total) };
  }

  /** Returns when some of the confirmed changes were sent and answered, by time from `after` on; the last one is where to go on. */
  sentTimes({ answeredAtMs, seq }: SentPlace, limit: number): SentTime[] {
    const rows = this.#file.all(
      `SELECT seq, content ->> 'kind' AS kind, answered_at_ms AS answeredAtMs, coalesce(first_sent_at_ms, last_sent_at_ms) AS sentAtMs
       FROM change WHERE state = 'sent' AND (answered_at_ms, seq) > (?, ?) ORDER BY answered_at_ms, seq LIMIT ?`,
      answeredAtMs,
      seq,
      limit,
    );
    return z.array(sentTimeSchema).parse(rows);
  }

  /** Returns the confirmed changes of a ticket. */
  sentOf(ticketId: TicketId): StoredChange[] {
    return this.#select(`WHERE ticket_id = ? AND state = 'sent' ORDER BY seq`, ticketId);
  }

  /** Returns the confirmed changes that made what a reference stands for. */
  sentWithRef(serverRef: string): StoredChange[] {
    return this.#select(`WHERE state = 'sent' AND claim = ? ORDER BY seq`, serverRef);
  }

  /** Returns the changes confirmed at `sinceMs` or later: what is found on the server may be their effect. */
  confirmedSince(sinceMs: number): StoredChange[] {
    return this.#select(`WHERE state = 'sent' AND answered_at_ms >= ? ORDER BY seq`, sinceMs);
  }

  /** Returns what the server said of the last confirmed change of a kind for which it named an author; `null` if none is known. */
  lastEchoOf(kind: Change['kind']): Echo | null {
    const [stored] = this.#select(
      `WHERE state = 'sent' AND answered_at_ms > 0 AND content ->> 'kind' = ? AND echo ->> 'author' <> ''
       ORDER BY answered_at_ms DESC, seq DESC LIMIT 1`,
      kind,
    );
    return stored?.echo ?? null;
  }

  /** Returns how many changes of each of these groups are confirmed; groups without any are left out. */
  confirmedOfGroups(groupIds: readonly GroupId[]): ReadonlyMap<string, number> {
    const rows = this.#file.all(
      `SELECT group_id AS id, count(*) AS n FROM change
       WHERE state = 'sent' AND group_id IN (SELECT value FROM json_each(?)) GROUP BY group_id`,
      JSON.stringify(groupIds),
    );
    return new Map(rows.map(({ id, n }) => [String(id), Number(n)]));
  }

  /** Whether the user has changed a ticket, or has a change of it waiting. */
  hasChanged(ticketId: TicketId): boolean {
    return this.#file.first('SELECT 1 FROM change WHERE ticket_id = ? LIMIT 1', ticketId) !== undefined;
  }

  /** Whether the server named this author for one of the user's changes. */
  isOwnAuthor(author: string): boolean {
    return this.#file.first('SELECT 1 FROM own_author WHERE author = ?', author) !== undefined;
  }

  /** Removes the oldest changes confirmed before `beforeMs`, at most 500 at a time so that it takes no noticeable time. */
  deleteSentBefore(beforeMs: number): void {
    this.#runOnAny(
      `DELETE FROM change WHERE seq IN
         (SELECT seq FROM change WHERE state = 'sent' AND answered_at_ms < ? ORDER BY answered_at_ms LIMIT 500)`,
      beforeMs,
    );
  }

  insert({ id, groupId, ticketId, ticketTitle, change, createdAtMs }: NewChange): void {
    this.#run(
      id,
      `INSERT INTO change (id, group_id, ticket_id, ticket_title, content, state, created_at_ms)
       VALUES (?, ?, ?, ?, ?, 'waiting', ?)`,
      id,
      groupId,
      ticketId,
      ticketTitle,
      JSON.stringify(change),
      createdAtMs,
    );
  }

  /** Puts another content in a change's place of the order, and forgets what became of the old one. */
  replace(id: ChangeId, change: Change): void {
    this.#run(
      id,
      `UPDATE change SET content = ?, state = 'waiting', problem = NULL, lost_answer = NULL, conflict = NULL,
       known_alike = NULL, first_sent_at_ms = NULL, first_sent_skew_ms = NULL WHERE id = ?`,
      JSON.stringify(change),
      id,
    );
  }

  /**
   * Must be written before the first byte leaves. What is known of the first sending is kept on later ones.
   * @param skewMs this computer's clock minus the server's
   */
  markSending(id: ChangeId, nowMs: number, skewMs: number, priorRefs: readonly string[] | null): void {
    this.#run(
      id,
      `UPDATE change SET state = 'sending', first_sent_at_ms = coalesce(first_sent_at_ms, ?), last_sent_at_ms = ?,
       first_sent_skew_ms = coalesce(first_sent_skew_ms, ?),
       known_alike = coalesce(known_alike, ?), problem = NULL, conflict = NULL, ${undecided} WHERE id = ?`,
      nowMs,
      nowMs,
      Math.round(skewMs),
      priorRefs && JSON.stringify(priorRefs),
      id,
    );
  }

  /** The last sending had no effect; only an earlier one may have had any. */
  markWaiting(id: ChangeId, problem: Problem): void {
    this.#run(
      id,
      `UPDATE change SET state = 'waiting', problem = ?, ${withoutLastSending} WHERE id = ?`,
      jsonOfProblem(problem),
      id,
    );
  }

  /** The user wants the change sent again, regardless of what became of it before. */
  requeue(id: ChangeId): void {
    this.#run(
      id,
      `UPDATE change SET state = 'waiting', problem = NULL, conflict = NULL, ${undecided} WHERE id = ?`,
      id,
    );
  }

  /** Notes why a change is held up; its state stays the same. */
  noteProblem(id: ChangeId, problem: Problem): void {
    this.#run(id, 'UPDATE change SET problem = ? WHERE id = ?', jsonOfProblem(problem), id);
  }

  /** It is not known whether the last sending arrived. @param lostAnswer as in `StoredChange`; `null` leaves that as it is */
  markUnconfirmed(id: ChangeId, lostAnswer: Problem | null): void {
    this.#run(
      id,
      `UPDATE change SET state = 'unconfirmed', problem = NULL, lost_answer = coalesce(?, lost_answer), ${undecided}
       WHERE id = ?`,
      lostAnswer && jsonOfProblem(lostAnswer),
      id,
    );
  }

  /** It was searched for in vain: the user decides, perhaps by one of the `lookalikes`. */
  markUndecided(id: ChangeId, problem: Problem, lookalikes: readonly StoredLookalike[]): void {
    this.#run(
      id,
      `UPDATE change SET state = 'unconfirmed', problem = ?, needs_decision = 1, lookalikes = ? WHERE id = ?`,
      jsonOfProblem(problem),
      JSON.stringify(lookalikes),
      id,
    );
  }

  /** The server refused the last sending, so that it had no effect. */
  markSendingRefused(id: ChangeId, nowMs: number, problem: Problem): void {
    this.transaction(() => {
      this.markRefused(id, nowMs, problem, null);
      this.#run(id, `UPDATE change SET ${withoutLastSending} WHERE id = ?`, id);
    });
  }

  /** It may not be made. An earlier sending may still have had an effect. */
  markRefused(id: ChangeId, nowMs: number, problem: Problem, conflict: HeldFields | null): void {
    this.#run(
      id,
      `UPDATE change SET state = 'refused', answered_at_ms = ?, problem = ?, conflict = ?, correlation_id = ?,
       ${undecided} WHERE id = ?`,
      nowMs,
      jsonOfProblem(problem),
      conflict && JSON.stringify(conflict),
      problem.correlationId ?? null,
      id,
    );
  }

  markSent(id: ChangeId, nowMs: number, { serverRef, answer, correlationId, echo }: Confirmation): void {
    this.#run(
      id,
      `UPDATE change SET state = 'sent', answered_at_ms = ?, problem = NULL, conflict = NULL, claim = ?, answer = ?,
       correlation_id = ?, echo = ?, ${undecided} WHERE id = ?`,
      nowMs,
      serverRef,
      answer,
      correlationId ?? null,
      echo ? JSON.stringify(echo) : null,
      id,
    );
    if (echo?.author) this.#file.run('INSERT OR IGNORE INTO own_author (author) VALUES (?)', echo.author);
  }

  /** Moves the changes of a local ticket to the ticket that the server made of it. */
  moveToTicket(from: TicketId, to: TicketId): void {
    this.#runOnAny('UPDATE change SET ticket_id = ? WHERE ticket_id = ?', to, from);
  }

  retitle(ticketId: TicketId, ticketTitle: string): void {
    this.#runOnAny(`UPDATE change SET ticket_title = ? WHERE ticket_id = ? AND state <> 'sent'`, ticketTitle, ticketId);
  }

  remove(id: ChangeId): void {
    this.#run(id, 'DELETE FROM change WHERE id = ?', id);
  }

  /** The language has changed: what is kept in memory is read anew, with sentences in that language. */
  forget(): void {
    this.#pending.forget();
  }

  transaction<T>(work: () => T): T {
    try {
      return this.#file.transaction(work);
    } catch (error) {
      this.#pending.forget(); // what was written meanwhile is rolled back
      throw error;
    }
  }

  /** Writes one change. */
  #run(id: ChangeId, sql: string, ...values: SqlValue[]): void {
    this.#file.run(sql, ...values);
    this.#pending.noteWritten(id);
  }

  /** Writes any number of changes. */
  #runOnAny(sql: string, ...values: SqlValue[]): void {
    this.#file.run(sql, ...values);
    this.#pending.forget();
  }

  #select(condition: string, ...values: SqlValue[]): StoredChange[] {
    return z
      .array(storedChangeSchema)
      .parse(this.#file.all(`SELECT ${changeColumns} FROM change ${condition}`, ...values));
  }
}
