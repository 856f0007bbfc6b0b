/*
 * What the user keeps for himself: marks on tickets, notes on sites, saved views and texts for comments. It is never sent, and
 * is in the outbox's file with everything else that the user typed. `Personal` puts this folder together.
 */

import { setImmediate as breathe } from 'node:timers/promises';
import type { TicketId } from '../contract/ids.ts';
import type { SiteNote } from '../contract/marks.ts';
import type { TicketNews } from '../contract/news.ts';
import type { SqliteFile } from '../store/database.ts';
import { CommentTexts } from './comment-texts.ts';
import { type ReminderEvents, Reminders } from './reminders.ts';
import { saveTyped } from './save-typed.ts';
import { SavedViews } from './saved-views.ts';
import { SiteNotes } from './site-notes.ts';
import { TicketMarks } from './ticket-marks.ts';

export type PersonalEvents = ReminderEvents & {
  /** What the window shows of these tickets is different; `null` when that may be any. */
  onTicketsChanged(ids: TicketId[] | null): void;
};

type PersonalOptions = {
  /** The id that a ticket has now; `null` for a local one that was discarded. */
  currentIdOf(id: TicketId): TicketId | null;
  events: PersonalEvents;
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
  readonly #options: PersonalOptions;
  readonly #nowMs: () => number;
  readonly #reminders: Reminders;

  /** @param file as returned by `openOutboxFile` */
  constructor(file: SqliteFile, options: PersonalOptions) {
    const { events, nowMs = Date.now } = options;
    this.marks = new TicketMarks(file);
    this.siteNotes = new SiteNotes(file);
    this.views = new SavedViews(file);
    this.commentTexts = new CommentTexts(file);
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

  /** Begins to remind of snoozes that are over. */
  start(): void {
    this.#reminders.start();
  }

  /** The computer woke up. */
  wake(): void {
    this.#reminders.check();
  }

  /** To be called before the file is closed. */
  stop(): void {
    this.#reminders.stop();
  }

  star(ids: readonly TicketId[], isStarred: boolean): Promise<void> {
    return this.#mark(ids, (current) => this.marks.star(current, isStarred));
  }

  /** @param untilMs `null` brings the tickets back */
  snooze(ids: readonly TicketId[], untilMs: number | null): Promise<void> {
    return this.#mark(ids, (current) => {
      this.marks.snooze(current, untilMs);
      this.#reminders.check();
    });
  }

  /** @throws ProblemError `disk-full`, `disk-error` */
  note(id: TicketId, note: string): Promise<void> {
    return this.#mark([id], ([current]) => current && saveTyped(() => this.marks.note(current, note)));
  }

  /** The user has looked at these tickets. */
  endReminders(ids: readonly TicketId[]): void {
    this.#report(this.marks.endReminders(this.#current(ids), this.#nowMs()));
  }

  /** Brings back what is snoozed and was answered by somebody else. Of the answer itself the user hears as of any other. */
  wakeAnswered(news: readonly TicketNews[]): void {
    const answered = news.filter(({ what }) => what === 'comment' || what === 'status').map(({ id }) => id);
    this.#report(this.marks.wake(answered, this.#nowMs()));
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
