/*
 * What the user keeps for himself: marks on tickets, notes on sites, saved views and texts for comments. It is never sent, and
 * is in the outbox's file with everything else that the user typed. `Personal` puts this folder together.
 */

import { setImmediate as breathe } from 'node:timers/promises';
import type { Maintenance } from '../contract/calendar.ts';
import type { TicketId } from '../contract/ids.ts';
import type { SiteNote } from '../contract/marks.ts';
import type { VariableValues } from '../contract/template-text.ts';
import type { SqliteFile } from '../store/database.ts';
import { CommentTexts } from './comment-texts.ts';
import { MaintenanceDates } from './maintenance-dates.ts';
import { type ReminderEvents, Reminders } from './reminders.ts';
import { type RepeatEvents, RepeatingRequests } from './repeats.ts';
import { saveTyped } from './save-typed.ts';
import { SavedViews } from './saved-views.ts';
import { SiteNotes } from './site-notes.ts';
import { TicketMarks } from './ticket-marks.ts';

export type PersonalEvents = ReminderEvents &
  RepeatEvents & {
    /** What the window shows of these tickets is different; `null` when that may be any. */
    onTicketsChanged(ids: TicketId[] | null): void;
  };

type PersonalOptions = {
  /** The id that a ticket has now; `null` for a local one that was discarded. */
  currentIdOf(id: TicketId): TicketId | null;
  events: PersonalEvents;
  /** What the known variables of templates stand for; nothing when it is left out. */
  valuesAt?: ((now: Date, site: string) => VariableValues) | undefined;
  nowMs?: (() => number) | undefined;
};

/** So many tickets are marked within some ten milliseconds; then it is others' turn. */
const ticketsPerTurn = 10_000;

/** The user's own data of one account. */
export class Personal {
  readonly marks: TicketMarks;
  readonly siteNotes: SiteNotes;
  readonly views: SavedViews;
  readonly commentTexts: CommentTexts;
  readonly repeats: RepeatingRequests;
  readonly maintenance: MaintenanceDates;
  readonly #options: PersonalOptions;
  readonly #nowMs: () => number;
  readonly #reminders: Reminders;

  /** @param file as returned by `openOutboxFile` */
  constructor(file: SqliteFile, options: PersonalOptions) {
    const { events, nowMs = Date.now, valuesAt = () => ({}) } = options;
    this.marks = new TicketMarks(file);
    this.siteNotes = new SiteNotes(file);
    this.views = new SavedViews(file);
    this.commentTexts = new CommentTexts(file);
    this.repeats = new RepeatingRequests(file, { nowMs, valuesAt, events });
    this.maintenance = new MaintenanceDates(file, nowMs);
    this.#options = options;
    this.#nowMs = nowMs;
    this.#reminders = new Reminders(this.marks, nowMs, {
      onProblem: events.onProblem,
      onDue: (ids) => {
        events.onTicketsChanged(ids);
        events.onDue(ids);
      },
    });
  }

  /** Begins to remind of snoozes that are over, and to prepare repeating requests. */
  start(): void {
    this.#reminders.start();
    void this.repeats.start();
  }

  /** The computer woke up. */
  wake(): void {
    this.#reminders.check();
    void this.repeats.check();
  }

  /** To be called before the file is closed. */
  stop(): void {
    this.#reminders.stop();
    this.repeats.stop();
  }

  star(ids: readonly TicketId[], isStarred: boolean): Promise<void> {
    return this.#mark(ids, (current) => this.marks.star(current, isStarred));
  }

  /** @param untilMs `null` brings the tickets back */
  snooze(ids: readonly TicketId[], untilMs: number | null): Promise<void> {
    return this.#mark(ids, (current) => {
      this.marks.snooze(current, untilMs, this.#nowMs());
      this.#reminders.check();
    });
  }

  /**
   * Replaces a private note; `''` removes it. @throws ProblemError `disk-full`, `disk-error`
   * @param before the saved note that it was typed over, as far as the window knew; left out, it replaces whatever is saved
   */
  note(id: TicketId, note: string, before?: string): Promise<void> {
    return this.#mark([id], ([current]) => current && saveTyped(() => this.marks.note(current, note, before)));
  }

  /** Sets the dates of planned maintenance, or with `null` removes them. @throws ProblemError `invalid-input`, `disk-…` */
  setMaintenance(id: TicketId, dates: Maintenance | null): Promise<void> {
    return this.#mark([id], ([current]) => current && this.maintenance.save(current, dates));
  }

  /** Moves what is kept about a local ticket to the one that the server made of it. To be called within a transaction. */
  moveTicket(from: TicketId, to: TicketId): void {
    this.marks.move(from, to);
    this.maintenance.move(from, to);
  }

  /** Forgets what is kept about a local ticket that is discarded. To be called within a transaction. */
  forgetTicket(id: TicketId): void {
    this.marks.remove(id);
    this.maintenance.remove(id);
  }

  /** The user has looked at these tickets. */
  endReminders(ids: readonly TicketId[]): void {
    this.#report(this.marks.endReminders(this.#current(ids), this.#nowMs()));
  }

  /** Brings back a ticket that is snoozed and was answered by somebody else. Of the answer the user hears as of any other. */
  wakeAnswered(id: TicketId): void {
    this.#report(this.marks.wake([id], this.#nowMs()));
  }

  /** @throws ProblemError `invalid-input` for a time zone that does not exist, `disk-full`, `disk-error` */
  saveSiteNote(siteNote: SiteNote): void {
    this.siteNotes.save(siteNote);
    this.#options.events.onTicketsChanged(null);
  }

  async #mark(ids: readonly TicketId[], mark: (current: TicketId[]) => void): Promise<void> {
    for (let from = 0; from < ids.length; from += ticketsPerTurn) {
      if (from > 0) await breathe();
      const current = this.#current(ids.slice(from, from + ticketsPerTurn));
      mark(current);
      this.#report(current);
    }
  }

  #report(ids: TicketId[]): void {
    if (ids.length > 0) this.#options.events.onTicketsChanged(ids);
  }

  /** A local ticket may have been created, or discarded, since the window learned its id. */
  #current(ids: readonly TicketId[]): TicketId[] {
    return ids.flatMap((id) => this.#options.currentIdOf(id) ?? []);
  }
}
