/*
 * What others did to each ticket, and whether the user has looked since. Both are written in the transaction that writes the
 * ticket, so that a kill between the two loses nothing.
 */

import { z } from 'zod';
import type { Attachment } from '../contract/attachment.ts';
import type { TicketId } from '../contract/ids.ts';
import { recordKeptDays, type TicketChange, type TicketRecord, ticketChangeSchema } from '../contract/news.ts';
import { parseServerTime } from '../contract/server-time.ts';
import type { TicketComment, TicketDetail, TicketSummary } from '../contract/ticket.ts';
import type { Reader, Writer } from './database.ts';
import type { NewestStates } from './newest-states.ts';
import { readState } from './sync-state.ts';
import { changesOfDetail, changesOfSummary, withoutKnown } from './ticket-differences.ts';
import type { Unread } from './ticket-state.ts';

/** Tells what the user did here from what others did. */
export type OwnChanges = {
  /** Whether the user created a ticket. */
  isOwnTicket(ticket: TicketSummary): boolean;
  /** Returns those of the changes that others made. `ticket` is as it is after them. */
  othersChanges(ticket: TicketSummary, changes: readonly TicketChange[]): readonly TicketChange[];
  /** Returns those of all comments of a ticket that others wrote. */
  othersComments(id: TicketId, comments: readonly TicketComment[]): readonly TicketComment[];
  /** Returns those of a ticket's files that others attached. */
  othersFiles(id: TicketId, files: readonly Attachment[]): readonly Attachment[];
};

/** Decides what is worth a record, and hears of what was recorded. */
export type ChangeJudge = {
  readonly own: OwnChanges;
  /** Whether a ticket that is new to the cache is no news all the same: it has been there for long. */
  isOld(ticket: TicketSummary): boolean;
  /** Called once it is on the disk. */
  onRecorded(ticket: TicketSummary, changes: readonly TicketChange[]): void;
};

type Entry = { row: number; ticket: TicketSummary; change: TicketChange };
type Undecided = { row: number; since: string; isExplained: boolean };

/** Whether a change answers the user: a comment or a new status. */
export const isAnswer = ({ what }: TicketChange): boolean => what === 'comment' || what === 'status';

const touched: TicketChange = { what: 'touched' };

/**
 * Returns what records the changes of one transaction; `null` while the cache is filled for the first time, which counts as
 * read.
 */
export function beginRecording(
  database: Writer,
  judge: ChangeJudge | null,
  newest: NewestStates,
  nowMs: number,
): Recording | null {
  const isFirstFill = readState(database, 'confirmedAtMs') === null;
  return judge && !isFirstFill ? new Recording(database, judge, newest, nowMs) : null;
}

/** The changes by others that one transaction finds. `write` puts them into it, and `report` tells of them afterwards. */
export class Recording {
  readonly #database: Writer;
  readonly #judge: ChangeJudge;
  readonly #newest: NewestStates;
  readonly #nowMs: number;
  readonly #entries: Entry[] = [];
  readonly #undecided: Undecided[] = [];
  readonly #written: Entry[] = [];
  readonly #flags = new Map<number, Unread>();
  #lastSeq: number | null = null;

  constructor(database: Writer, judge: ChangeJudge, newest: NewestStates, nowMs: number) {
    this.#database = database;
    this.#judge = judge;
    this.#newest = newest;
    this.#nowMs = nowMs;
  }

  /** Takes a ticket that is new in the cache, with `before` as `null`, or whose summary changed. */
  summary(row: number, ticket: TicketSummary, before: TicketSummary | null): void {
    if (!before) {
      if (this.#judge.isOld(ticket)) return;
      if (!this.#judge.own.isOwnTicket(ticket)) this.#add(row, ticket, [{ what: 'created' }]);
      this.#undecided.push({ row, since: '', isExplained: true });
      return;
    }
    const known = this.#newest.before(ticket, before);
    if (!known) return;
    const others = this.#judge.own.othersChanges(ticket, changesOfSummary(ticket, known));
    this.#add(row, ticket, others);
    if (ticket.updatedOn === known.updatedOn) return;
    this.#undecided.push({ row, since: known.updatedOn, isExplained: others.length > 0 });
  }

  /**
   * Takes a ticket's detail, and with it the decision about what a list left open. What can be told of a first detail is only
   * which comments are newer than the change that a list showed.
   */
  detail(row: number, ticket: TicketSummary, detail: TicketDetail, cached: TicketDetail | null): void {
    const newest = this.#newest.beforeDetail(ticket.id, cached);
    if (!newest) return;
    const { detail: before } = newest;
    const undecided = this.#takeUndecided(row);
    const { own } = this.#judge;
    const others = own.othersComments(ticket.id, detail.comments);
    const known = before && this.#newest.comments(ticket.id, detail.comments, before.comments);
    const isSince = ({ commentedOn }: TicketComment) =>
      undecided !== null && (parseServerTime(commentedOn) === null || commentedOn > undecided.since);
    const comments = known ? withoutKnown(others, known) : others.filter(isSince);
    const changes: TicketChange[] = [
      ...own.othersChanges(ticket, before ? changesOfDetail(detail, before) : []),
      ...comments.map(({ comment, commentedBy, commentedOn }): TicketChange => {
        return { what: 'comment', comment, by: commentedBy, on: commentedOn };
      }),
    ];
    if (changes.length > 0) this.#replaceTouched(row, ticket, changes);
    else if (undecided?.isExplained === false) this.#add(row, ticket, own.othersChanges(ticket, [touched]));
  }

  /** Takes the files that a ticket's list did not hold before. */
  files(row: number, ticket: TicketSummary, added: readonly Attachment[]): void {
    const changes = this.#judge.own
      .othersFiles(ticket.id, added)
      .map(({ fileName, createdBy, createdOn }): TicketChange => {
        return { what: 'file', fileName, by: createdBy, on: createdOn };
      });
    if (changes.length > 0) this.#replaceTouched(row, ticket, changes);
  }

  /** Writes what was taken since the last call. On the worker it cannot be read back before the transaction ends. */
  write(): void {
    this.#writeUndecided();
    if (this.#entries.length === 0) return;
    this.#lastSeq ??= lastSeq(this.#database);
    const firstSeqs = new Map<number, { seq: number; isAnswered: boolean }>();
    const values = this.#entries.map(({ row, change }) => {
      const seq = (this.#lastSeq ?? 0) + 1;
      this.#lastSeq = seq;
      const first = firstSeqs.get(row);
      firstSeqs.set(row, { seq: first?.seq ?? seq, isAnswered: (first?.isAnswered ?? false) || isAnswer(change) });
      return [seq, row, JSON.stringify(change)];
    });
    this.#noteFlags(firstSeqs);
    this.#database.run(
      `INSERT INTO ticket_change (seq, row, found_at_ms, change)
       SELECT value ->> 0, value ->> 1, ?, value ->> 2 FROM json_each(?)`,
      this.#nowMs,
      JSON.stringify(values),
    );
    this.#database.run(
      `INSERT INTO unread (row, first_seq, is_answered)
       SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?) WHERE true
       ON CONFLICT (row) DO UPDATE SET first_seq = coalesce(first_seq, excluded.first_seq),
         is_answered = max(is_answered, excluded.is_answered)`,
      JSON.stringify([...firstSeqs].map(([row, { seq, isAnswered }]) => [row, seq, isAnswered ? 1 : 0])),
    );
    this.#written.push(...this.#entries.splice(0));
  }

  /** Tells of what was written; to be called once it is on the disk. Returns the tickets that are unread by it. */
  report(): ReadonlyMap<number, Unread> {
    const byRow = new Map<number, { ticket: TicketSummary; changes: TicketChange[] }>();
    for (const { row, ticket, change } of this.#written) {
      byRow.set(row, { ticket, changes: [...(byRow.get(row)?.changes ?? []), change] });
    }
    for (const { ticket, changes } of byRow.values()) this.#judge.onRecorded(ticket, changes);
    return this.#flags;
  }

  #add(row: number, ticket: TicketSummary, changes: readonly TicketChange[]): void {
    this.#entries.push(...changes.map((change) => ({ row, ticket, change })));
  }

  /** What was only known to have changed is known better now. */
  #replaceTouched(row: number, ticket: TicketSummary, changes: readonly TicketChange[]): void {
    this.#database.run(
      `DELETE FROM ticket_change WHERE row = ?1 AND change = ?2
         AND seq >= (SELECT first_seq FROM unread WHERE row = ?1)`,
      row,
      JSON.stringify(touched),
    );
    this.#add(row, ticket, changes);
  }

  #takeUndecided(row: number): Undecided | null {
    const found = this.#database.first('SELECT since, is_explained FROM undecided WHERE row = ?', row);
    if (!found) return null;
    this.#database.run('DELETE FROM undecided WHERE row = ?', row);
    return { row, since: z.string().parse(found.since), isExplained: found.is_explained === 1 };
  }

  #writeUndecided(): void {
    if (this.#undecided.length === 0) return;
    const values = this.#undecided.splice(0).map(({ row, since, isExplained }) => [row, since, isExplained ? 1 : 0]);
    this.#database.run(
      `INSERT INTO undecided (row, since, is_explained)
       SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?) WHERE true
       ON CONFLICT (row) DO UPDATE SET is_explained = max(is_explained, excluded.is_explained)`,
      JSON.stringify(values),
    );
  }

  #noteFlags(changed: ReadonlyMap<number, { isAnswered: boolean }>): void {
    const answered = this.#database.all(
      'SELECT row FROM unread WHERE is_answered = 1 AND row IN (SELECT value FROM json_each(?))',
      JSON.stringify([...changed.keys()]),
    );
    for (const { row } of answered) this.#flags.set(Number(row), 2);
    for (const [row, { isAnswered }] of changed) {
      if (isAnswered || !this.#flags.has(row)) this.#flags.set(row, isAnswered ? 2 : 1);
    }
  }
}

/** Returns the number of the last change that was recorded; 0 before the first one. */
export function lastSeq(database: Reader): number {
  return Number(database.first(`SELECT seq FROM sqlite_sequence WHERE name = 'ticket_change'`)?.seq ?? 0);
}

const recordRowSchema = z.object({
  foundAtMs: z.number(),
  isNew: z.number().transform((value) => value === 1),
  change: z
    .string()
    .transform((json): unknown => JSON.parse(json))
    .pipe(ticketChangeSchema),
});

/** Returns what others did to a ticket, oldest first. */
export function readRecord(database: Reader, id: TicketId): TicketRecord {
  const rows = database.all(
    `SELECT found_at_ms AS foundAtMs, coalesce(seq >= first_seq, 0) AS isNew, change
     FROM ticket JOIN ticket_change USING (row) LEFT JOIN unread USING (row) WHERE id = ? ORDER BY seq`,
    id,
  );
  return z.array(recordRowSchema).parse(rows);
}

export function isUnread(database: Reader, id: TicketId): boolean {
  return database.first('SELECT 1 FROM ticket JOIN unread USING (row) WHERE id = ?', id) !== undefined;
}

/**
 * Marks tickets as read or unread. Returns the rows of those that were not so before. One of which something was found after
 * the change `seenSeq` is not read: the user has not seen that.
 */
export function writeRead(database: Writer, ids: readonly TicketId[], isRead: boolean, seenSeq: number): number[] {
  const list = JSON.stringify(ids);
  const changed = database.all(
    `SELECT ticket.row AS row FROM ticket LEFT JOIN unread USING (row)
     WHERE id IN (SELECT value FROM json_each(?)) AND (unread.row IS NULL) = ?
       AND (? OR NOT EXISTS (SELECT 1 FROM ticket_change WHERE ticket_change.row = ticket.row AND seq > ?))`,
    list,
    isRead ? 0 : 1,
    isRead ? 0 : 1,
    seenSeq,
  );
  const rows = z.array(z.object({ row: z.number() })).parse(changed);
  const written = JSON.stringify(rows.map(({ row }) => row));
  if (isRead) database.run('DELETE FROM unread WHERE row IN (SELECT value FROM json_each(?))', written);
  else {
    database.run('INSERT INTO unread (row, first_seq, is_answered) SELECT value, NULL, 0 FROM json_each(?)', written);
  }
  return rows.map(({ row }) => row);
}

/** Removes the record of a ticket that is removed. */
export function removeRecord(database: Writer, row: number): void {
  for (const table of ['ticket_change', 'unread', 'undecided']) {
    database.run(`DELETE FROM ${table} WHERE row = ?`, row);
  }
}

/** Removes the oldest of what was found more than `recordKeptDays` ago, at most so much that it takes no noticeable time. */
export function trimRecord(database: Writer, nowMs: number): void {
  database.run(
    `DELETE FROM ticket_change WHERE seq IN
       (SELECT seq FROM ticket_change WHERE found_at_ms < ? ORDER BY found_at_ms LIMIT 500)`,
    nowMs - recordKeptDays * 86_400_000,
  );
}
