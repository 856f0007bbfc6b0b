import type { TicketId } from '../contract/ids.ts';
import { type Problem, problemOf } from '../contract/problem.ts';
import type { TicketMarks } from './ticket-marks.ts';

/** A timer does not run while the computer sleeps, and the clock may be set: so it is looked at this often, in milliseconds. */
const longestWaitMs = 60_000;

export type ReminderEvents = {
  /** The snoozes of these tickets are over. Told once, also across restarts. */
  onDue(ids: TicketId[]): void;
  onProblem(problem: Problem, error: unknown): void;
};

/** Tells when snoozes are over, also those that ended while Colodesk was not running. */
export class Reminders {
  readonly #marks: TicketMarks;
  readonly #nowMs: () => number;
  readonly #events: ReminderEvents;
  #timer: NodeJS.Timeout | undefined;
  #isRunning = false;

  constructor(marks: TicketMarks, nowMs: () => number, events: ReminderEvents) {
    this.#marks = marks;
    this.#nowMs = nowMs;
    this.#events = events;
  }

  start(): void {
    this.#isRunning = true;
    this.check();
  }

  /** To be called when snoozes changed, and when the computer wakes up. Does nothing before `start` and after `stop`. */
  check(): void {
    if (!this.#isRunning) return;
    clearTimeout(this.#timer);
    let waitMs: number | null = longestWaitMs;
    try {
      const nowMs = this.#nowMs();
      const due = this.#marks.takeReminders(nowMs);
      const nextMs = this.#marks.nextEndMs(nowMs);
      waitMs = nextMs === null ? null : Math.min(nextMs - nowMs, longestWaitMs);
      if (due.length > 0) this.#events.onDue(due);
    } catch (error) {
      this.#events.onProblem(problemOf(error), error); // the disk refuses; the user is told once it no longer does
    }
    if (waitMs !== null) this.#timer = setTimeout(() => this.check(), waitMs);
  }

  stop(): void {
    this.#isRunning = false;
    clearTimeout(this.#timer);
  }
}
