/*
 * The user's own marks on tickets: stars, snoozes and private notes. They are never sent, and nothing else has them, so they
 * are in the outbox's file and not in the cache.
 */

import { z } from 'zod';
import { type TicketId, ticketIdSchema } from '../contract/ids.ts';
import { isReminderDue, isSnoozed, joinNotes, type Marks, noMarks, noteTypedOver } from '../contract/marks.ts';
import type { Writer } from '../store/database.ts';
import { storable } from './save-typed.ts';

type AllMarks = ReadonlyMap<TicketId, Marks>;

/** Reads and writes the marks. All of them are in memory, since every query of the list depends on them. */
export class TicketMarks {
  readonly #file: Writer;
  /** `null` until they are needed, and when the file may have become different. */
  #loaded: { marks: AllMarks; reminded: ReadonlySet<TicketId> } | null = null;

  constructor(file: Writer) {
    this.#file = file;
  }

  /** The tickets with any marks: another map after each change. */
  get all(): AllMarks {
    return this.#load().marks;
  }

  of(id: TicketId): Marks {
    return this.all.get(id) ?? noMarks;
  }

  star(ids: readonly TicketId[], isStarred: boolean): void {
    this.#change(ids, (marks) => ({ ...marks, isStarred }));
  }

  /**
   * Puts tickets out of the way until a moment; `null` brings them back. The user is to be reminded of it, but not of one that is
   * over already: that was put back as it was before, when the user had been reminded.
   */
  snooze(ids: readonly TicketId[], untilMs: number | null, nowMs: number): void {
    const snoozedUntilMs = untilMs === null ? null : Math.round(Math.min(Math.max(untilMs, 0), latestMs));
    const isOver = snoozedUntilMs !== null && snoozedUntilMs <= nowMs;
    this.#change(ids, (marks) => ({ ...marks, snoozedUntilMs }), isOver ? 'remember' : 'forget');
  }

  /** Ends the snoozes of tickets that are out of the way, of which the user hears in another way. Returns which these are. */
  wake(ids: readonly TicketId[], nowMs: number): TicketId[] {
    const asleep = ids.filter((id) => isSnoozed(this.of(id), nowMs));
    this.#change(asleep, (marks) => ({ ...marks, snoozedUntilMs: nowMs }), 'remember');
    return asleep;
  }

  /** Takes away the reminders that are due, because the user has looked at the tickets. Returns which had one. */
  endReminders(ids: readonly TicketId[], nowMs: number): TicketId[] {
    const looked = new Set(ids);
    const due = [...this.all].flatMap(([id, marks]) => (isReminderDue(marks, nowMs) && looked.has(id) ? [id] : []));
    this.#change(due, (marks) => ({ ...marks, snoozedUntilMs: null }), 'forget');
    return due;
  }

  /** As `Personal.note`. */
  note(id: TicketId, note: string, before = this.of(id).note): void {
    this.#change([id], (marks) => ({ ...marks, note: storable(noteTypedOver(marks.note, before, note)) }));
  }

  /** Returns the tickets whose snooze is over and of which the user was not reminded, and notes that now the user is. */
  takeReminders(nowMs: number): TicketId[] {
    const { marks, reminded } = this.#load();
    const due = [...marks].flatMap(([id, each]) => (isReminderDue(each, nowMs) && !reminded.has(id) ? [id] : []));
    this.#change(due, (each) => ({ ...each }), 'remember'); // they are others for whoever compares them
    return due;
  }

  /** Returns when the next snooze ends; `null` when no ticket is snoozed. */
  nextEndMs(nowMs: number): number | null {
    let nextMs = Number.POSITIVE_INFINITY;
    for (const { snoozedUntilMs } of this.all.values()) {
      if (snoozedUntilMs !== null && snoozedUntilMs > nowMs && snoozedUntilMs < nextMs) nextMs = snoozedUntilMs;
    }
    return nextMs === Number.POSITIVE_INFINITY ? null : nextMs;
  }

  /** Moves the marks of a local ticket to the ticket that the server made of it. To be called within a transaction. */
  move(from: TicketId, to: TicketId): void {
    const [own, other] = [this.of(from), this.of(to)];
    if (isUnmarked(own)) return;
    const joined = {
      isStarred: own.isStarred || other.isStarred,
      snoozedUntilMs: own.snoozedUntilMs ?? other.snoozedUntilMs,
      note: joinNotes(own.note, other.note),
    };
    const { reminded } = this.#load();
    const isReminded = reminded.has(own.snoozedUntilMs === null ? to : from);
    this.#write([[to, joined]], new Set(isReminded ? [to] : []));
    this.remove(from);
  }

  /** Removes the marks of a local ticket that is discarded. To be called within a transaction, which may be rolled back. */
  remove(id: TicketId): void {
    this.#file.run('DELETE FROM mark WHERE ticket_id = ?', id);
    this.#loaded = null;
  }

  /** @param reminders what becomes of the note that the user was reminded of these tickets; it stays when left out */
  #change(ids: readonly TicketId[], change: (marks: Marks) => Marks, reminders?: 'remember' | 'forget'): void {
    if (ids.length === 0) return;
    const before = this.#load();
    const changed = [...new Set(ids)].map((id) => [id, change(before.marks.get(id) ?? noMarks)] as const);
    const reminded = new Set(before.reminded);
    for (const [id] of changed) {
      if (reminders === 'remember') reminded.add(id);
      if (reminders === 'forget') reminded.delete(id);
    }
    this.#file.transaction(() => this.#write(changed, reminded));
    const marks = new Map(before.marks);
    for (const [id, each] of changed) {
      if (isUnmarked(each)) marks.delete(id);
      else marks.set(id, each);
    }
    this.#loaded = { marks, reminded };
  }

  #write(changed: readonly (readonly [TicketId, Marks])[], reminded: ReadonlySet<TicketId>): void {
    const rows = changed.flatMap(([id, marks]) => {
      const { isStarred, snoozedUntilMs, note } = marks;
      return isUnmarked(marks) ? [] : [[id, Number(isStarred), snoozedUntilMs, note, Number(reminded.has(id))]];
    });
    const unmarked = changed.flatMap(([id, marks]) => (isUnmarked(marks) ? [id] : []));
    this.#file.run('DELETE FROM mark WHERE ticket_id IN (SELECT value FROM json_each(?))', JSON.stringify(unmarked));
    this.#file.run(
      `INSERT OR REPLACE INTO mark (ticket_id, is_starred, snoozed_until_ms, note, is_reminded)
       SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?)`,
      JSON.stringify(rows),
    );
  }

  #load() {
    if (!this.#loaded) {
      const rows = z.array(rowSchema).parse(this.#file.all(`SELECT ${columns} FROM mark`));
      const marks = new Map(rows.map(({ id, isReminded: _isReminded, ...each }) => [id, each]));
      const reminded = new Set(rows.filter(({ isReminded }) => isReminded).map(({ id }) => id));
      this.#loaded = { marks, reminded };
    }
    return this.#loaded;
  }
}

/** The latest moment that a `Date` can hold. */
const latestMs = 8.64e15;

const isUnmarked = ({ isStarred, snoozedUntilMs, note }: Marks): boolean =>
  !isStarred && snoozedUntilMs === null && note === '';

const columns = `ticket_id AS id, is_starred AS isStarred, snoozed_until_ms AS snoozedUntilMs, note,
  is_reminded AS isReminded`;

const flagSchema = z.number().transform((value) => value === 1);

const rowSchema = z.object({
  id: ticketIdSchema,
  isStarred: flagSchema,
  snoozedUntilMs: z.number().nullable(),
  note: z.string(),
  isReminded: flagSchema,
});
