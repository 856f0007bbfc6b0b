/*
 * The table `change` of the outbox's file: every change that the user made, pending ones and, as a log, those that were sent.
 * A row is written before the first byte of its change leaves this computer.
 */

import type { Change } from '../contract/change.ts';
import type { HeldFields } from '../contract/fields.ts';
import type { ChangeId, GroupId, TicketId } from '../contract/ids.ts';
import { type Problem, ProblemError } from '../contract/problem.ts';
import type { SqlValue, Writer } from '../store/database.ts';
import { words } from '../words/words.ts';
import { ConfirmedChanges } from './confirmed-changes.ts';
import { PendingChanges } from './pending-changes.ts';
import {
  type Confirmation,
  jsonOfProblem,
  type StoredChange,
  type StoredLookalike,
  selectChanges,
} from './stored-change.ts';

type NewChange = {
  id: ChangeId;
  groupId: GroupId | null;
  ticketId: TicketId;
  ticketTitle: string;
  change: Change;
  createdAtMs: number;
};

/** Forgets the first sending if it is also the last, because that one had no effect. */
const withoutLastSending = `
  first_sent_skew_ms = CASE WHEN first_sent_at_ms = last_sent_at_ms THEN NULL ELSE first_sent_skew_ms END,
  known_alike = CASE WHEN first_sent_at_ms = last_sent_at_ms THEN NULL ELSE known_alike END,
  first_sent_at_ms = CASE WHEN first_sent_at_ms = last_sent_at_ms THEN NULL ELSE first_sent_at_ms END`;

/** Finds the changes that are not confirmed, by the index. */
const isPending = `state IN ('waiting', 'sending', 'unconfirmed', 'refused')`;

/** Takes the decision from the user, and what there was to decide by. */
const undecided = 'needs_decision = 0, lookalikes = NULL';

/** Reads and writes the changes. Each method is atomic, and `transaction` joins several. */
export class ChangeTable {
  /** The log: those that the server has confirmed. */
  readonly confirmed: ConfirmedChanges;
  readonly #file: Writer;
  readonly #pending: PendingChanges;
  #unreadable: number | null = null;

  constructor(file: Writer) {
    this.confirmed = new ConfirmedChanges(file);
    this.#file = file;
    this.#pending = new PendingChanges(
      () => selectChanges(file, `WHERE ${isPending} ORDER BY seq`),
      (id) => this.find(id),
    );
  }

  /** Marks changes that were being sent when the application ended: they may have arrived. */
  recover(): void {
    this.#runOnAny(`UPDATE change SET state = 'unconfirmed' WHERE state = 'sending'`);
  }

  find(id: ChangeId): StoredChange | null {
    return selectChanges(this.#file, 'WHERE id = ?', id)[0] ?? null;
  }

  /**
   * @param whyGone what is said of a change that was discarded; its text is still in a form where nothing is given
   * @throws ProblemError `change-discarded` for that one, `change-sent` for one that is confirmed
   */
  requirePending(id: ChangeId, whyGone: Partial<Problem> = words().outbox.discarded): StoredChange {
    const stored = this.find(id);
    if (!stored) throw new ProblemError('change-discarded', whyGone);
    if (stored.state === 'sent') throw new ProblemError('change-sent');
    return stored;
  }

  /** Returns the changes that are not confirmed, oldest first. */
  pending(): readonly StoredChange[] {
    return this.#pending.all();
  }

  /** Returns how many more there are that cannot be read: counted once, since nothing is done to those. */
  countUnreadable(): number {
    this.#unreadable ??=
      Number(this.#file.first(`SELECT count(*) AS count FROM change WHERE ${isPending}`)?.count) -
      this.pending().length;
    return this.#unreadable;
  }

  /** Returns those of one ticket, oldest first. */
  pendingOf(ticketId: TicketId): readonly StoredChange[] {
    return this.#pending.of(ticketId);
  }

  /** Whether the user has changed a ticket, or has a change of it waiting. */
  hasChanged(ticketId: TicketId): boolean {
    return this.#file.first('SELECT 1 FROM change WHERE ticket_id = ? LIMIT 1', ticketId) !== undefined;
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

  /** Notes what an edit starts from now; what became of it stays. */
  rebase(id: ChangeId, change: Extract<Change, { kind: 'update' }>): void {
    this.#run(id, 'UPDATE change SET content = ? WHERE id = ?', JSON.stringify(change), id);
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
}
