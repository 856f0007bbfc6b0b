/* The sync of one account: when it runs, what it reports, and how it is paused and stopped. */

import { setTimeout as wait } from 'node:timers/promises';
import type { ApiClient } from '../api/client.ts';
import type { TicketId } from '../contract/ids.ts';
import type { TicketNews } from '../contract/news.ts';
import { type Problem, problemOf } from '../contract/problem.ts';
import type { SyncStatus } from '../contract/sync-status.ts';
import type { Cache } from '../store/cache.ts';
import type { OwnChanges } from '../store/ticket-record.ts';
import type { SyncAccount, SyncContext } from './context.ts';
import { affectsOneCallOnly, connectionOf } from './problem-scope.ts';
import { type ReferenceDataEvents, ReferenceDataFetcher } from './reference-data.ts';
import { RoundSchedule } from './schedule.ts';
import { SlowCalls } from './slow-calls.ts';
import { StatusBoard } from './status-board.ts';
import { defaultOptions, newAccount, type SyncOptions } from './sync-account.ts';
import { TicketDetails } from './ticket-details.ts';
import { NewsCollector } from './ticket-news.ts';
import { TicketSync, type TicketSyncOutcome } from './ticket-sync.ts';

/** Between the steps that read the cache into memory at the start, so that the window can paint in between. */
const warmPauseMs = 15;

/** How often to look whether the server may be asked again, which it said not to do before some time. */
const askAgainMs = 250;

/** A round, or a fetch of details between rounds. */
type Task = { ended: Promise<void>; abort: AbortController };

/**
 * Keeps the cache of one account up to date with the server, in rounds: one at the start, then on a timer and on request.
 * A round updates the tickets (`TicketSync`) and then what forms choose from. Rounds never overlap. Between rounds the
 * missing details are fetched; a round that begins aborts this.
 */
export class SyncEngine {
  readonly #account: SyncAccount;
  readonly #slowCalls: SlowCalls;
  readonly #events: SyncEvents;
  readonly #ticketSync: TicketSync;
  readonly #ticketDetails: TicketDetails;
  readonly #referenceData: ReferenceDataFetcher;
  readonly #schedule: RoundSchedule;
  readonly #board: StatusBoard;
  readonly #news: NewsCollector;
  readonly #stopped = new AbortController();
  #round: Task | null = null;
  #details: Task | null = null;
  #isAnotherRoundWanted = false;
  #historyDays: number;

  /** @param own tells what the user did, which is no news */
  constructor(api: ApiClient, cache: Cache, own: OwnChanges, events: SyncEvents, options: Partial<SyncOptions> = {}) {
    const all = { ...defaultOptions, ...options };
    const { historyDays, slowMs, walkIntervalMs } = all;
    const onProblem = (problem: Problem, error: unknown) => events.onProblem(problem, error);
    this.#events = events;
    this.#account = newAccount(api, cache, all, onProblem);
    this.#historyDays = historyDays;
    this.#news = new NewsCollector(cache, own, (id) => events.onAnswered?.(id));
    cache.setJudge(this.#news);
    this.#board = new StatusBoard(cache, (status) => events.onSyncStatus(status));
    this.#slowCalls = new SlowCalls(slowMs, (isSlow) => this.#board.setSlow(isSlow));
    this.#ticketSync = new TicketSync(walkIntervalMs, onProblem);
    this.#referenceData = new ReferenceDataFetcher(api, cache, events);
    this.#schedule = new RoundSchedule(() => this.#beginRound(), this.#stopped.signal);
    const receivers = {
      onTicketsChanged: (ids: TicketId[]) => events.onTicketsChanged(ids),
      onNews: () => this.#reportNews(),
      onFailure: (error: unknown) => this.#noteFailureOfOpened(error),
      onAnswer: () => this.#wakeIfOffline(),
    };
    const mayAsk = () => this.mayAsk;
    this.#ticketDetails = new TicketDetails(this.#account, receivers, mayAsk, this.#stopped.signal);
  }

  get status(): SyncStatus {
    return this.#board.status;
  }

  /** Whether calls may be made that the user did not ask for (`RoundSchedule.mayAsk`). */
  get mayAsk(): boolean {
    return this.#schedule.mayAsk;
  }

  /** Whether nothing is being fetched, and calls of low priority may be made: not in quiet times, a pause or trouble. */
  get isIdle(): boolean {
    const { connection, isPaused } = this.status;
    const isAtRest = this.#round === null && this.#details === null && !isPaused;
    return isAtRest && connection === 'online' && this.#schedule.hasHadRound && !this.#schedule.isQuiet && this.mayAsk;
  }

  /** Begins a round now, or right after the one under way. Ends a pause. */
  syncNow(): void {
    if (this.status.isPaused) this.#board.set({ isPaused: false });
    this.#beginRound();
  }

  /** The computer or its network woke up: begins a round, unless the server asked for a pause. */
  wake(): void {
    this.#ticketSync.distrustFeed();
    if (this.mayAsk) this.#beginRound();
  }

  /** Interrupts the round under way and begins no other until it is called with `false` or the user asks for one. */
  pause(isPaused: boolean): void {
    if (!isPaused) {
      this.syncNow();
      return;
    }
    this.#schedule.cancel();
    this.#abortAll();
    this.#board.set({ isPaused, progress: null, round: null });
  }

  /** Asks the server less often while the window is hidden or the computer runs on its battery; then at once if a round is due. */
  setQuiet(isQuiet: boolean): void {
    if (!this.#schedule.setQuiet(isQuiet)) return;
    const isBetweenRounds = this.#round === null && this.status.problem === null && this.#schedule.hasHadRound;
    if (isBetweenRounds && !this.status.isPaused) this.#schedule.scheduleNext();
  }

  /** Sets how far back details are kept; a round that begins now is followed by those that are missing. */
  setHistoryDays(days: number): void {
    if (days === this.#historyDays) return;
    this.#historyDays = days;
    if (this.#schedule.hasHadRound && this.mayAsk) this.#beginRound();
  }

  /** Reads a ticket that the user opened or, with `isChanged`, just changed: a response already on its way is then too old. */
  refresh(id: TicketId, isChanged = false): void {
    this.#ticketDetails.refresh(id, isChanged);
  }

  /** How long it takes to fetch the details of so many tickets, in milliseconds; `null` before any was fetched. */
  expectedDetailsMs(count: number): number | null {
    return this.#ticketDetails.expectedMs(count);
  }

  /**
   * Fetches the details of these tickets because the user wants them now, whatever their age. Rounds go on meanwhile; where the
   * server limits requests this waits as long as it asks. Tickets that cannot be read are skipped.
   * @throws ProblemError of the network; what was fetched before is kept
   */
  async fetchDetails(
    ids: readonly TicketId[],
    signal: AbortSignal,
    onAnswer: (id: TicketId) => void = () => undefined,
  ): Promise<void> {
    const ended = AbortSignal.any([signal, this.#stopped.signal]);
    const left = new Set(ids);
    const noteAnswer = (id: TicketId) => {
      left.delete(id);
      onAnswer(id);
    };
    while (!ended.aborted) {
      if (this.mayAsk) {
        try {
          await this.#ticketDetails.fetch([...left], ended, noteAnswer);
          return;
        } catch (error) {
          if (ended.aborted) return;
          this.#noteFailure(error);
          if (problemOf(error).kind !== 'rate-limited') throw error;
        }
      }
      await wait(askAgainMs, undefined, { signal: ended }).catch(() => undefined); // stopped
    }
  }

  /** Takes the server's clock from a response, in milliseconds since 1970. */
  noteServerTime(serverTimeMs: number): void {
    this.#account.sightings.noteServerTime(serverTimeMs);
    this.#board.noteServerTime(serverTimeMs);
  }

  /** Aborts everything under way; the cache is not used after this. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    this.#schedule.cancel();
    await this.#round?.ended;
    await this.#details?.ended;
    await this.#ticketDetails.idle();
  }

  #beginRound(): void {
    if (this.#stopped.signal.aborted || this.status.isPaused) return;
    this.#schedule.cancel();
    this.#announceRound();
    if (this.#round) this.#isAnotherRoundWanted = true;
    else this.#round = this.#begin((signal) => this.#runRound(signal));
  }

  /** The user sees at once that the server is being asked. */
  #announceRound(): void {
    if (this.status.round) return;
    try {
      const { cache } = this.#account;
      this.#board.set({
        round: { isSlow: false, expectedMs: cache.progress.roundMs(this.#ticketSync.willWalk(cache)) },
      });
    } catch {
      // The disk cannot be read: the round will report it.
    }
  }

  #begin(run: (signal: AbortSignal) => Promise<void>): Task {
    const abort = new AbortController();
    return { abort, ended: run(AbortSignal.any([abort.signal, this.#stopped.signal])) };
  }

  #abortAll(): void {
    this.#round?.abort.abort();
    this.#details?.abort.abort();
  }

  async #runRound(signal: AbortSignal): Promise<void> {
    this.#details?.abort.abort();
    await this.#details?.ended;
    const { cache } = this.#account;
    const beganMs = performance.now();
    let costMs: number | null = null;
    try {
      while (cache.preloadChunk()) await wait(warmPauseMs);
      const { failure, ...outcome } = await this.#syncTickets(this.#contextFor(signal));
      costMs = outcome.costMs;
      await this.#referenceData.fetchAll(signal);
      if (!failure) await this.#ticketSync.tryFeed(this.#contextFor(signal));
      this.#schedule.roundEnded(failure?.problem ?? null, costMs);
      this.#details = this.#begin((signal) => this.#fetchDetails(signal));
    } catch (error) {
      // What a walk read is kept, and not read again.
      costMs ??= this.status.progress ? this.#ticketSync.updateMs : performance.now() - beganMs;
      if (!signal.aborted) this.#noteFailure(error, { round: null }, costMs);
    } finally {
      await cache.stopWorker();
      this.#round = null;
      if (this.#isAnotherRoundWanted) {
        this.#isAnotherRoundWanted = false;
        this.#beginRound();
      }
    }
  }

  async #syncTickets(context: SyncContext): Promise<TicketSyncOutcome> {
    const { cache } = context;
    const beganMs = performance.now();
    const outcome = await this.#ticketSync.run(context);
    const problem = outcome.failure?.problem ?? null;
    if (!problem) cache.progress.saveRoundMs(outcome.isWalk, Math.round(performance.now() - beganMs));
    const confirmedAtMs = cache.progress.confirmedAtMs();
    this.#board.set({ connection: connectionOf(problem), problem, progress: null, round: null, confirmedAtMs });
    this.#reportNews();
    return outcome;
  }

  #contextFor(signal: AbortSignal): SyncContext {
    const { cache, api } = this.#account;
    // Only a walk has progress.
    const onTicketsChanged = (ids: TicketId[]) => {
      this.#ticketDetails.noteListed(ids);
      this.#events.onTicketsChanged(ids, this.status.progress !== null);
    };
    return {
      ...this.#account,
      api: this.#slowCalls.watch(api),
      signal,
      onProgress: (progress) => {
        if (signal.aborted) return; // responses to calls made before the interruption still come in
        const { round } = this.status;
        const walkRound =
          round && !this.status.progress ? { ...round, expectedMs: cache.progress.roundMs(true) } : round;
        this.#board.set({ connection: 'online', problem: null, progress, round: walkRound });
      },
      onSaved: (saved) => {
        if (saved.length > 0) onTicketsChanged(saved.map(({ ticket }) => ticket.id));
      },
      onGone: (id) => {
        if (cache.ticket(id) === null) this.#news.removed(id);
        onTicketsChanged([id]);
      },
    };
  }

  async #fetchDetails(signal: AbortSignal): Promise<void> {
    try {
      await this.#ticketDetails.fetchWanted(this.#historyDays, signal);
      // Not earlier: details that fail every time would make one round follow the other without a delay.
      if (this.status.problem === null) this.#schedule.resetFailures();
      this.#reportNews();
    } catch (error) {
      if (!signal.aborted) this.#noteFailure(error);
    } finally {
      this.#details = null;
    }
  }

  /** A response while the status is offline: the network is back. */
  #wakeIfOffline(): void {
    if (this.status.connection === 'offline') this.wake();
  }

  #reportNews(): void {
    const news = this.#news.take();
    if (news.length > 0) this.#events.onNews?.(news);
  }

  /** A ticket that the user opened could not be read. That may lie in the ticket alone, which says nothing about the sync. */
  #noteFailureOfOpened(error: unknown): void {
    if (!affectsOneCallOnly(error)) this.#noteFailure(error);
    else if (!this.#stopped.signal.aborted) this.#events.onProblem(problemOf(error), error);
  }

  #noteFailure(error: unknown, ended: Partial<SyncStatus> = {}, costMs = 0): void {
    if (this.#stopped.signal.aborted) return;
    const problem = problemOf(error);
    this.#events.onProblem(problem, error);
    if (problem.kind === 'cache-set-aside') return; // the owner of the cache replaces it, and stops this engine
    if (problem.kind === 'rate-limited') {
      // All calls pause. A walk that got on is not failing: it goes on as soon as the server allows it.
      this.#abortAll();
      ended.round = null;
      if (this.status.progress) this.#schedule.resetFailures();
    }
    this.#schedule.failed(problem, costMs);
    this.#board.set({ connection: connectionOf(problem), problem, progress: null, ...ended });
  }
}

/** Reported as they happen, in a walk with each batch of pages: the bridge limits how often they reach the window. */
export type SyncEvents = ReferenceDataEvents & {
  onSyncStatus(status: SyncStatus): void;
  /** `isFromWalk`: found by a walk over the whole list, which finds many one after another. */
  onTicketsChanged(ids: TicketId[], isFromWalk?: boolean): void;
  /** Somebody else commented on a ticket or changed its status: told as soon as it is on the disk. */
  onAnswered?(id: TicketId): void;
  /** What was found that others did: each piece of news once, and none during the first fill of the cache. */
  onNews?(news: TicketNews[]): void;
};
