import type { ApiClient } from '../api/client.ts';
import { type ChangeId, isLocalTicketId, type TicketId } from '../contract/ids.ts';
import { type Problem, ProblemError, problem, problemOf } from '../contract/problem.ts';
import { Backoff, type RetryPolicy } from './backoff.ts';
import type { ChangeTable, StoredChange } from './change-table.ts';
import { deliver, outcomeOf, refusalOf } from './deliver.ts';
import { endedWithin } from './ended-within.ts';
import { Reconciler, type Reconciliation } from './reconcile.ts';

/** How many changes are on their way at the same time, each of another ticket. */
const sideBySide = 3;

/** A timer cannot be set for more than some weeks, and a server may ask for anything. */
const longestSleepMs = 3_600_000;

type SenderOptions = {
  table: ChangeTable;
  api: ApiClient;
  inspector: Reconciler;
  chunksOf: (id: ChangeId) => AsyncIterable<Uint8Array>;
  /** Tickets in the cache that a create could be taken for. */
  alike: (stored: StoredChange) => TicketId[];
  pace: RetryPolicy;
  nowMs: () => number;
  /** How far this computer's clock is ahead of the server's. */
  skewMs: () => number;
  onNews: () => void;
  /** It is about to leave, and written down as leaving. */
  onSending: (stored: StoredChange) => void;
  /** The server has it: `ticket` is how it is now, where that is known. */
  onConfirmed: (stored: StoredChange, insight: Extract<Reconciliation, { kind: 'done' }>) => void;
  onProblem: (problem: Problem, error: unknown) => void;
};

type Job = { abort: AbortController; ended: Promise<void> };

/** Sends what waits and looks for what has no answer: in order for each ticket, side by side for different ones. */
export class Sender {
  readonly #options: SenderOptions;
  readonly #jobs = new Map<ChangeId, Job>();
  /** By a clock that nobody sets. */
  readonly #pauses: Backoff<ChangeId>;
  /** How often a change without an answer was looked for since the last sending or start. */
  readonly #looks = new Map<ChangeId, number>();
  readonly #progress = new Map<ChangeId, number>();
  /** Those that the user is changing or discarding: nothing else touches them. */
  readonly #held = new Set<ChangeId>();
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(options: SenderOptions) {
    this.#options = options;
    this.#pauses = new Backoff(options.pace);
  }

  /** Begins all that is due, and sets the clock for what is not. */
  wake(): void {
    if (this.#isClosed) return;
    clearTimeout(this.#timer);
    try {
      this.#beginDue();
    } catch (error) {
      this.#options.onProblem(problemOf(error), error); // the disk refuses: tried again with the next reason to wake
    }
  }

  #beginDue(): void {
    const now = performance.now();
    let nextMs = Number.POSITIVE_INFINITY;
    for (const stored of nextInLine(this.#options.table.pending())) {
      if (this.#jobs.size >= sideBySide) return; // the end of any of them wakes again
      if (this.#jobs.has(stored.id) || this.#held.has(stored.id)) continue;
      const untilMs = this.#pauses.untilMs(stored.id);
      if (untilMs > now) nextMs = Math.min(nextMs, untilMs);
      else this.#begin(stored);
    }
    if (nextMs < Number.POSITIVE_INFINITY)
      this.#timer = setTimeout(() => this.wake(), Math.min(nextMs - now, longestSleepMs));
  }

  /** The network may be back: nothing waits for its time any more, but for what the server asked. */
  hurry(): void {
    this.#pauses.hurry();
    this.wake();
  }

  /** A change was made anew or is wanted now: what went wrong with it before does not count. */
  forget(id: ChangeId): void {
    this.#pauses.forget(id);
    this.#looks.delete(id);
    this.hurry();
  }

  progressOf(id: ChangeId): number | null {
    return this.#progress.get(id) ?? null;
  }

  /** Keeps the hands off a change while `work` runs; what is on its way with it is broken off first. */
  async whileHeld<T>(id: ChangeId, work: () => Promise<T> | T): Promise<T> {
    if (this.#held.has(id)) throw new ProblemError('change-sent', { message: 'This change is being changed already.' });
    this.#held.add(id);
    try {
      const job = this.#jobs.get(id);
      job?.abort.abort();
      await job?.ended;
      return await work();
    } finally {
      this.#held.delete(id);
      this.wake();
    }
  }

  /** Ends everything: what is on its way has a moment to arrive; afterwards the file is not touched any more. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    this.#isClosed = true;
    const ended = Promise.all([...this.#jobs.values()].map((job) => job.ended));
    await endedWithin(ended, this.#options.pace.closeGraceMs);
    for (const job of this.#jobs.values()) job.abort.abort();
    this.#jobs.clear();
  }

  #begin(stored: StoredChange): void {
    const abort = new AbortController();
    const ended = this.#work(stored, abort.signal)
      .catch((error: unknown) => {
        // The disk refuses; what is on it is still true, and a change left as `sending` is looked for.
        this.#options.onProblem(problemOf(error), error);
        this.#pauses.noteFailure(stored.id, null, performance.now());
      })
      .finally(() => {
        if (this.#jobs.get(stored.id)?.abort === abort) this.#jobs.delete(stored.id);
        this.#progress.delete(stored.id);
        this.wake();
      });
    this.#jobs.set(stored.id, { abort, ended });
  }

  async #work(stored: StoredChange, signal: AbortSignal): Promise<void> {
    const insight = await this.#inspect(stored, signal);
    if (!insight || signal.aborted) return;
    if (insight.kind === 'open') {
      await this.#send(stored, insight, signal);
    } else {
      this.#settle(stored, insight);
    }
  }

  /** `null` when the look itself failed: the change stays what it is, and is tried again later. */
  async #inspect(stored: StoredChange, signal: AbortSignal): Promise<Reconciliation | null> {
    try {
      return await this.#options.inspector.inspect(stored, signal);
    } catch (error) {
      if (signal.aborted) return null;
      const cause = problemOf(error);
      this.#options.onProblem(cause, error);
      this.#pauses.noteFailure(stored.id, cause, performance.now());
      this.#options.table.noteProblem(stored.id, cause);
      this.#options.onNews();
      return null;
    }
  }

  #settle(stored: StoredChange, insight: Exclude<Reconciliation, { kind: 'open' }>): void {
    const { table, nowMs } = this.#options;
    if (insight.kind === 'done') this.#confirm(stored, insight);
    else if (insight.kind === 'refused') table.markRefused(stored.id, nowMs(), insight.problem, insight.conflict);
    else this.#lookLater(stored);
    this.#options.onNews();
  }

  async #send(
    stored: StoredChange,
    open: Extract<Reconciliation, { kind: 'open' }>,
    signal: AbortSignal,
  ): Promise<void> {
    const { table, nowMs, skewMs, api, chunksOf, alike } = this.#options;
    if (this.#isClosed) return;
    const known = stored.change.kind === 'create' ? alike(stored) : open.alike;
    table.markSending(stored.id, nowMs(), skewMs(), known);
    this.#options.onSending(stored);
    this.#options.onNews();
    const onProgress = (doneBytes: number) => {
      this.#progress.set(stored.id, doneBytes);
      this.#options.onNews();
    };
    try {
      const delivered = await deliver(stored, open.ticket, { api, signal, chunksOf, onProgress });
      if (!this.#isReleased(signal)) this.#confirm(stored, { kind: 'done', ...delivered });
    } catch (error) {
      if (!this.#isReleased(signal)) this.#noteSendFailure(stored, error, signal);
    }
    if (!this.#isReleased(signal)) this.#options.onNews();
  }

  /** After closing, when the grace is over, nothing may be written any more. */
  #isReleased(signal: AbortSignal): boolean {
    return this.#isClosed && signal.aborted;
  }

  #noteSendFailure(stored: StoredChange, error: unknown, signal: AbortSignal): void {
    const { table, nowMs } = this.#options;
    const { id } = stored;
    if (signal.aborted) {
      table.markUnconfirmed(id, null, false);
      return;
    }
    const cause = problemOf(error);
    this.#options.onProblem(cause, error);
    const outcome = outcomeOf(error);
    if (outcome === 'refused') {
      table.markRefused(id, nowMs(), refusalOf(stored, cause), null);
      return;
    }
    if (outcome === 'not-done') table.markWaiting(id, cause);
    else table.markUnconfirmed(id, cause, false);
    this.#pauses.noteFailure(id, cause, performance.now());
    if (outcome === 'unknown' && !Reconciler.isSettledByTicket(stored)) this.#planLook(id, 0);
  }

  #confirm(stored: StoredChange, insight: Extract<Reconciliation, { kind: 'done' }>): void {
    this.#pauses.noteSuccess(stored.id, performance.now());
    this.#looks.delete(stored.id);
    this.#options.onConfirmed(stored, insight);
  }

  /** Not found this time: looked for again after a longer pause, and at last put before the user. */
  #lookLater(stored: StoredChange): void {
    const looks = (this.#looks.get(stored.id) ?? 0) + 1;
    if (looks < this.#options.pace.lookPausesMs.length) {
      if (stored.state === 'sending') this.#options.table.markUnconfirmed(stored.id, null, false);
      this.#planLook(stored.id, looks);
      return;
    }
    this.#looks.delete(stored.id);
    this.#options.table.markUnconfirmed(stored.id, problem('not-confirmed'), true);
  }

  #planLook(id: ChangeId, looks: number): void {
    this.#looks.set(id, looks);
    this.#pauses.wait(id, this.#options.pace.lookPausesMs[looks] ?? 0, performance.now());
  }
}

/**
 * The changes that may be worked on now, oldest first: one of each ticket, in its order. What hangs on a ticket that is
 * not created yet waits for that. Creates of the very same request go one after another, or what one of them made could be
 * taken for the other's.
 */
export function nextInLine(pending: readonly StoredChange[]): StoredChange[] {
  const held = new Set<string>();
  return pending.filter((stored) => {
    const lane = laneOf(stored);
    if (held.has(lane)) return false;
    if (stored.state === 'refused') return false;
    held.add(lane);
    const waitsForCreate = stored.change.kind !== 'create' && isLocalTicketId(stored.ticketId);
    return !waitsForCreate && !stored.needsDecision;
  });
}

function laneOf({ ticketId, change }: StoredChange): string {
  if (change.kind !== 'create') return ticketId;
  const { title, site, location, requestType, category, description, customerReference } = change.fields;
  const compared = [title, site, location, requestType, category, description, customerReference];
  return JSON.stringify(compared.map((text) => text.trim()));
}
