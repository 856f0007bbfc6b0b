/*
 * Works through the outbox: reconciles each change with the server, sends it where it may be sent, and writes down what
 * became of it. Changes of one ticket go one after another, those of different tickets side by side.
 */

import { queueOf } from '../contract/change.ts';
import type { ChangeId } from '../contract/ids.ts';
import { type Problem, ProblemError, problemOf } from '../contract/problem.ts';
import { words } from '../words/words.ts';
import { Backoff, concernsAll, type RetryPolicy } from './backoff.ts';
import type { ChangeTable } from './change-table.ts';
import { type Deliverer, refusalOf } from './deliver.ts';
import { nextLostAnswer, notConfirmed } from './lost-answer.ts';
import type { NotFound, Reconciler, Reconciliation, Sendable } from './reconcile.ts';
import { isIdempotent, nextToSend, outcomeOfFailedSend } from './send-rules.ts';
import type { Confirmed, StoredChange } from './stored-change.ts';
import type { Clock, YoungTickets } from './young-tickets.ts';

/** How many changes are sent or searched for at the same time, each of another ticket. */
const maxConcurrentJobs = 3;

export type SenderEvents = {
  /** Something that the window shows of the changes is different. */
  onItemsChanged(): void;
  onConfirmed(stored: StoredChange, confirmed: Confirmed): void;
  onRefused(stored: StoredChange): void;
  onProblem(problem: Problem, error: unknown): void;
};

type Job = { abort: AbortController; ended: Promise<void> };

export class Sender {
  readonly #table: ChangeTable;
  readonly #reconciler: Reconciler;
  readonly #deliverer: Deliverer;
  readonly #young: YoungTickets;
  readonly #clock: Clock;
  readonly #retryPolicy: RetryPolicy;
  readonly #events: SenderEvents;
  readonly #jobs = new Map<ChangeId, Job>();
  /** On the monotonic clock, since the user may change the system time. */
  readonly #backoff: Backoff<ChangeId>;
  /** How often a change was searched for in vain since it was last sent or the application started. */
  readonly #searches = new Map<ChangeId, number>();
  readonly #doneBytes = new Map<ChangeId, number>();
  /** Changes that the user is editing or discarding: no job begins for them. */
  readonly #held = new Set<ChangeId>();
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(
    table: ChangeTable,
    reconciler: Reconciler,
    deliverer: Deliverer,
    young: YoungTickets,
    clock: Clock,
    retryPolicy: RetryPolicy,
    events: SenderEvents,
  ) {
    this.#table = table;
    this.#reconciler = reconciler;
    this.#deliverer = deliverer;
    this.#young = young;
    this.#clock = clock;
    this.#retryPolicy = retryPolicy;
    this.#events = events;
    this.#backoff = new Backoff(retryPolicy);
  }

  /** Begins a job for every change that is due, and sets a timer for the next one that is not. */
  beginDue(): void {
    if (this.#isClosed) return;
    clearTimeout(this.#timer);
    try {
      this.#beginJobs();
    } catch (error) {
      this.#events.onProblem(problemOf(error), error); // the disk refuses; the next call tries again
    }
  }

  /** Tries everything at once that the server did not ask to delay, because the network may be back. */
  wake(): void {
    this.#backoff.wake();
    this.beginDue();
  }

  /** Tries a change at once that was edited: its earlier failures do not count. */
  retry(id: ChangeId): void {
    this.#backoff.forget(id);
    this.#searches.delete(id);
    this.wake();
  }

  /** Tries a change at once because the user wants it, and those before it that it waits for, whatever the server asked for. */
  sendNow(stored: StoredChange): void {
    const queue = queueOf(stored);
    for (const other of this.#table.pending()) {
      if (other.seq > stored.seq) continue;
      if (other.ticketId === stored.ticketId || queueOf(other) === queue) this.#backoff.release(other.id);
    }
    this.#searches.delete(stored.id);
    this.wake();
  }

  /** Returns how much of a change's file has been uploaded; `null` when no upload is under way. */
  doneBytesOf(id: ChangeId): number | null {
    return this.#doneBytes.get(id) ?? null;
  }

  /**
   * Runs `work` while no job touches a change; a job that is under way is aborted first.
   * @throws ProblemError `change-sent` when other work holds the change
   */
  whileHeld<T>(id: ChangeId, work: () => Promise<T> | T): Promise<T> {
    return this.whileAllHeld([id], work);
  }

  /** As `whileHeld`, for several changes at once. */
  async whileAllHeld<T>(ids: readonly ChangeId[], work: () => Promise<T> | T): Promise<T> {
    if (ids.some((id) => this.#held.has(id))) {
      throw new ProblemError('change-sent', { message: words().outbox.isBusy });
    }
    for (const id of ids) this.#held.add(id);
    try {
      const jobs = ids.flatMap((id) => this.#jobs.get(id) ?? []);
      for (const job of jobs) job.abort.abort();
      await Promise.all(jobs.map((job) => job.ended));
      return await work();
    } finally {
      for (const id of ids) this.#held.delete(id);
      this.beginDue();
    }
  }

  /** Whether the user is editing or discarding a change. */
  isHeld(id: ChangeId): boolean {
    return this.#held.has(id);
  }

  /** Begins no more jobs, and returns when those under way have ended; `abort` ends the others. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#isClosed = true;
    await Promise.all([...this.#jobs.values()].map((job) => job.ended));
  }

  /** Aborts the jobs that are still under way after `stop`. They write nothing any more, so the file can be closed. */
  abort(): void {
    for (const job of this.#jobs.values()) job.abort.abort();
    this.#jobs.clear();
  }

  #beginJobs(): void {
    const nowMs = performance.now();
    let nextMs = Number.POSITIVE_INFINITY;
    for (const stored of nextToSend(this.#table.pending())) {
      if (this.#jobs.size >= (this.#backoff.isSlowed ? 1 : maxConcurrentJobs)) return; // the end of any job begins the next one
      if (this.#jobs.has(stored.id) || this.#held.has(stored.id)) continue;
      const untilMs = this.#backoff.untilMs(stored.id);
      if (untilMs > nowMs) nextMs = Math.min(nextMs, untilMs);
      else this.#beginJob(stored);
    }
    if (nextMs === Number.POSITIVE_INFINITY) return;
    this.#timer = setTimeout(() => this.beginDue(), nextMs - nowMs);
  }

  #beginJob(stored: StoredChange): void {
    const abort = new AbortController();
    const ended = this.#run(stored, abort.signal)
      .catch((error: unknown) => {
        // The disk refuses. What is on it is still true: a change left as `sending` is searched for.
        this.#events.onProblem(problemOf(error), error);
        this.#backoff.noteFailure(stored.id, null, performance.now());
      })
      .finally(() => {
        this.#jobs.delete(stored.id);
        this.#doneBytes.delete(stored.id);
        this.beginDue();
      });
    this.#jobs.set(stored.id, { abort, ended });
  }

  async #run(stored: StoredChange, signal: AbortSignal): Promise<void> {
    const result = await this.#reconcile(stored, signal);
    if (!result || signal.aborted) return;
    if (result.kind === 'sendable') {
      await this.#send(stored, result, signal);
      return;
    }
    if (result.kind === 'confirmed') this.#confirm(stored, result);
    else if (result.kind === 'refused') {
      this.#table.markRefused(stored.id, this.#clock.nowMs(), result.problem, result.conflict);
      this.#events.onRefused(stored);
    } else this.#searchAgainOrAskUser(stored, result);
    this.#events.onItemsChanged();
  }

  /** Returns `null` when the server cannot be asked: the change stays as it is and is tried again later. */
  async #reconcile(stored: StoredChange, signal: AbortSignal): Promise<Reconciliation | null> {
    try {
      return await this.#reconciler.reconcile(stored, signal);
    } catch (error) {
      if (signal.aborted) return null;
      const cause = problemOf(error);
      this.#events.onProblem(cause, error);
      this.#backoff.noteFailure(stored.id, cause, performance.now());
      this.#table.noteProblem(stored.id, cause);
      this.#noteOnOthers(cause);
      this.#events.onItemsChanged();
      return null;
    }
  }

  async #send(stored: StoredChange, { ticket, priorRefs }: Sendable, signal: AbortSignal): Promise<void> {
    if (this.#isClosed) return;
    const { id } = stored;
    this.#table.markSending(id, this.#clock.nowMs(), this.#clock.skewMs(), priorRefs);
    this.#events.onItemsChanged();
    const onProgress = (doneBytes: number) => {
      this.#doneBytes.set(id, doneBytes);
      this.#events.onItemsChanged();
    };
    try {
      const confirmed = await this.#deliverer.deliver(stored, ticket, onProgress, signal);
      if (!this.#isAbandoned(signal)) this.#confirm(stored, confirmed);
    } catch (error) {
      if (!this.#isAbandoned(signal)) this.#noteFailedSend(stored, error, signal);
    }
    if (!this.#isAbandoned(signal)) this.#events.onItemsChanged();
  }

  /** Whether the outbox was closed over a job: then nothing may be written. */
  #isAbandoned(signal: AbortSignal): boolean {
    return this.#isClosed && signal.aborted;
  }

  #noteFailedSend(stored: StoredChange, error: unknown, signal: AbortSignal): void {
    const { id } = stored;
    if (signal.aborted) {
      this.#table.markUnconfirmed(id, null);
      return;
    }
    const lag = this.#young.lagOf(stored.ticketId, error);
    const cause = problemOf(lag ?? error);
    this.#events.onProblem(cause, error);
    const outcome = lag ? 'not-done' : outcomeOfFailedSend(error);
    if (outcome === 'refused') {
      this.#backoff.noteSuccess(id, performance.now()); // the server has answered
      this.#table.markSendingRefused(id, this.#clock.nowMs(), refusalOf(stored, cause));
      this.#events.onRefused(stored);
      return;
    }
    if (outcome === 'not-done') this.#table.markWaiting(id, cause);
    else this.#table.markUnconfirmed(id, nextLostAnswer(stored.lostAnswer, cause));
    this.#backoff.noteFailure(id, cause, performance.now());
    this.#noteOnOthers(cause);
    if (outcome === 'unknown' && !isIdempotent(stored)) this.#scheduleSearch(id, 0);
  }

  /** A problem of the connection is the same for all changes: what another one met earlier is no longer what keeps it. */
  #noteOnOthers(cause: Problem): void {
    if (!concernsAll(cause)) return;
    const others = this.#table
      .pending()
      .filter(({ problem }) => problem && concernsAll(problem) && problem.kind !== cause.kind);
    if (others.length === 0) return;
    this.#table.transaction(() => {
      for (const { id } of others) this.#table.noteProblem(id, cause);
    });
  }

  #confirm(stored: StoredChange, confirmed: Confirmed): void {
    this.#backoff.noteSuccess(stored.id, performance.now());
    this.#searches.delete(stored.id);
    this.#events.onConfirmed(stored, confirmed);
  }

  /** Schedules another search after a longer delay or, after the last one, leaves the decision to the user. */
  #searchAgainOrAskUser({ id, state, problem, lostAnswer }: StoredChange, { lookalikes, isAllowed }: NotFound): void {
    const searches = (this.#searches.get(id) ?? 0) + 1;
    if (searches < this.#retryPolicy.searchDelaysMs.length) {
      if (state === 'sending' || problem) this.#table.markUnconfirmed(id, null); // the server could be asked
      this.#scheduleSearch(id, searches);
      return;
    }
    this.#searches.delete(id);
    const found = lookalikes.length > 0 ? 'lookalikes' : isAllowed ? 'nothing' : 'denied';
    this.#table.markUndecided(id, notConfirmed(lostAnswer, found), lookalikes);
  }

  #scheduleSearch(id: ChangeId, searchesBefore: number): void {
    this.#searches.set(id, searchesBefore);
    this.#backoff.delay(id, this.#retryPolicy.searchDelaysMs[searchesBefore] ?? 0, performance.now());
  }
}
