/* The sync of one account: when it runs, what it reports, and how it is paused and stopped. */

import { setTimeout as wait } from 'node:timers/promises';
import type { ApiClient } from '../api/client.ts';
import type { Change } from '../contract/change.ts';
import type { TicketId } from '../contract/ids.ts';
import type { TicketNews } from '../contract/news.ts';
import { type Problem, type ProblemError, problemOf } from '../contract/problem.ts';
import type { SyncStatus } from '../contract/sync-status.ts';
import type { Cache } from '../store/cache.ts';
import { AdaptiveConcurrency } from './concurrency.ts';
import type { SyncContext } from './context.ts';
import { type FetchedDetail, fetchDetail, fetchDetails, wantedDetails } from './details.ts';
import { connectionOf } from './problem-scope.ts';
import { type ReferenceDataEvents, ReferenceDataFetcher } from './reference-data.ts';
import { RoundSchedule, walkIntervalMs } from './schedule.ts';
import { SingleFlight } from './single-flight.ts';
import { NewsCollector } from './ticket-news.ts';
import { TicketSync } from './ticket-sync.ts';
import { UnreadableTickets } from './unreadable-tickets.ts';

/** Between the steps that read the cache into memory at the start, so that the window can paint in between. */
const warmPauseMs = 15;

/** A round, or a fetch of details between rounds. */
type Task = { ended: Promise<void>; abort: AbortController };

/**
 * Keeps the cache of one account up to date with the server, in rounds: one at the start, then on a timer and on request.
 * A round updates the tickets (`TicketSync`) and then what forms choose from. Rounds never overlap. Between rounds the
 * missing details are fetched; a round that begins aborts this.
 */
export class SyncEngine {
  readonly #cache: Cache;
  readonly #account: Pick<SyncContext, 'api' | 'cache' | 'concurrency' | 'unreadable'>;
  readonly #events: SyncEvents;
  readonly #ticketSync: TicketSync;
  readonly #referenceData: ReferenceDataFetcher;
  readonly #schedule: RoundSchedule;
  readonly #news = new NewsCollector();
  readonly #stopped = new AbortController();
  readonly #refreshes = new SingleFlight<TicketId>();
  #status: SyncStatus;
  #round: Task | null = null;
  #details: Task | null = null;
  #isAnotherRoundWanted = false;
  #historyDays: number;

  constructor(api: ApiClient, cache: Cache, events: SyncEvents, options: Partial<SyncOptions> = {}) {
    this.#cache = cache;
    this.#events = events;
    const onProblem = (problem: Problem, error: unknown) => events.onProblem(problem, error);
    const unreadable = new UnreadableTickets(onProblem);
    this.#account = { api, cache, concurrency: new AdaptiveConcurrency(), unreadable };
    const { historyDays, walkIntervalMs } = { ...defaultOptions, ...options };
    this.#historyDays = historyDays;
    this.#ticketSync = new TicketSync(walkIntervalMs, onProblem);
    this.#referenceData = new ReferenceDataFetcher(api, cache, events);
    this.#schedule = new RoundSchedule(() => this.#beginRound(), this.#stopped.signal);
    this.#status = {
      connection: 'connecting',
      ticketCount: cache.count(),
      progress: null,
      round: null,
      isPaused: false,
      confirmedAtMs: cache.confirmedAtMs(),
      problem: null,
      clockSkewMs: null,
    };
  }

  get status(): SyncStatus {
    try {
      this.#status = { ...this.#status, ticketCount: this.#cache.count() };
    } catch {
      // The disk cannot be read: the status keeps the last known count, beside the problem.
    }
    return this.#status;
  }

  /** Whether calls may be made that the user did not ask for (`RoundSchedule.mayAsk`). */
  get mayAsk(): boolean {
    return this.#schedule.mayAsk;
  }

  /** Begins a round now, or right after the one under way. Ends a pause. */
  syncNow(): void {
    if (this.#status.isPaused) this.#setStatus({ isPaused: false });
    this.#beginRound();
  }

  /** The computer or its network woke up: begins a round, unless the server asked for a pause. */
  wake(): void {
    if (this.mayAsk) this.#beginRound();
  }

  /** Interrupts the round under way and begins no other until it is called with `false` or the user asks for one. */
  pause(isPaused: boolean): void {
    if (!isPaused) {
      this.syncNow();
      return;
    }
    this.#schedule.cancel();
    this.#round?.abort.abort();
    this.#details?.abort.abort();
    this.#setStatus({ isPaused, progress: null });
  }

  /** Asks the server less often while the window is hidden or the computer runs on its battery; then at once if a round is due. */
  setQuiet(isQuiet: boolean): void {
    if (!this.#schedule.setQuiet(isQuiet)) return;
    const isBetweenRounds = this.#round === null && this.#status.problem === null && this.#schedule.hasHadRound;
    if (isBetweenRounds && !this.#status.isPaused) this.#schedule.scheduleNext();
  }

  /** Sets how far back details are kept; a round that begins now is followed by those that are missing. */
  setHistoryDays(days: number): void {
    if (days === this.#historyDays) return;
    this.#historyDays = days;
    if (this.#schedule.hasHadRound) this.wake();
  }

  /** The user changed this ticket here: a round that finds the change does not report it as news. */
  expectEcho(id: TicketId, kind: Change['kind']): void {
    this.#news.expectEcho(id, kind, Date.now());
  }

  /** Reads a ticket that the user opened or, with `isChanged`, just changed: a response already on its way is then too old. */
  refresh(id: TicketId, isChanged = false): void {
    this.#refreshes.run(id, () => this.#refresh(id), isChanged);
  }

  /** Takes the server's clock from a response, in milliseconds since 1970. */
  noteServerTime(serverTimeMs: number): void {
    const clockSkewMs = noticeableSkewMs(this.#status.clockSkewMs, serverTimeMs);
    if (clockSkewMs !== this.#status.clockSkewMs) this.#setStatus({ clockSkewMs });
  }

  /** Aborts everything under way; the cache is not used after this. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    this.#schedule.cancel();
    await this.#round?.ended;
    await this.#details?.ended;
    await this.#refreshes.idle();
  }

  #beginRound(): void {
    if (this.#stopped.signal.aborted || this.#status.isPaused) return;
    this.#schedule.cancel();
    if (this.#round) this.#isAnotherRoundWanted = true;
    else this.#round = this.#begin((signal) => this.#runRound(signal));
  }

  #begin(run: (signal: AbortSignal) => Promise<void>): Task {
    const abort = new AbortController();
    return { abort, ended: run(AbortSignal.any([abort.signal, this.#stopped.signal])) };
  }

  async #runRound(signal: AbortSignal): Promise<void> {
    this.#details?.abort.abort();
    await this.#details?.ended;
    try {
      while (this.#cache.preloadChunk()) await wait(warmPauseMs);
      const failure = await this.#syncTickets(signal);
      await this.#referenceData.fetchAll(signal);
      this.#schedule.roundEnded(failure?.problem ?? null);
      this.#details = this.#begin((signal) => this.#fetchDetails(signal));
    } catch (error) {
      if (!signal.aborted) this.#noteFailure(error);
    } finally {
      await this.#cache.stopWorker();
      this.#round = null;
      if (this.#isAnotherRoundWanted) {
        this.#isAnotherRoundWanted = false;
        this.#beginRound();
      }
    }
  }

  /** Returns what kept the tickets from being confirmed although reference data and details can be fetched. */
  async #syncTickets(signal: AbortSignal): Promise<ProblemError | null> {
    const failure = await this.#ticketSync.run(this.#contextFor(signal));
    const problem = failure?.problem ?? null;
    const confirmedAtMs = this.#cache.confirmedAtMs();
    this.#setStatus({ connection: connectionOf(problem), problem, progress: null, confirmedAtMs });
    this.#reportNews();
    return failure;
  }

  #contextFor(signal: AbortSignal): SyncContext {
    const isFirstFill = this.#cache.confirmedAtMs() === null;
    // Only a walk has progress.
    const onTicketsChanged = (ids: TicketId[]) => this.#events.onTicketsChanged(ids, this.#status.progress !== null);
    return {
      ...this.#account,
      signal,
      onProgress: (progress) => {
        if (signal.aborted) return; // responses to calls made before the interruption still come in
        this.#setStatus({ connection: 'online', problem: null, progress });
      },
      onSaved: (saved) => {
        if (!isFirstFill) this.#news.addSaved(saved, Date.now());
        if (saved.length > 0) onTicketsChanged(saved.map(({ ticket }) => ticket.id));
      },
      onRemoved: (id) => onTicketsChanged([id]),
    };
  }

  async #fetchDetails(signal: AbortSignal): Promise<void> {
    try {
      const ids = wantedDetails(this.#cache, this.#historyDays, Date.now());
      await fetchDetails({ ...this.#account, signal }, ids, (fetched) => this.#reportDetail(fetched));
      // Not earlier: details that fail every time would make one round follow the other without a delay.
      if (this.#status.problem === null) this.#schedule.resetFailures();
      this.#reportNews();
    } catch (error) {
      if (!signal.aborted) this.#noteFailure(error);
    } finally {
      this.#details = null;
    }
  }

  async #refresh(id: TicketId): Promise<void> {
    const { signal } = this.#stopped;
    if (signal.aborted || !this.mayAsk) return;
    try {
      const fetched = await fetchDetail(this.#account.api, this.#cache, id, signal);
      if (fetched && (fetched.saved || fetched.isDetailNew)) {
        this.#news.echoReceived(id);
        this.#events.onTicketsChanged([id]);
      }
      // A response while the status is offline: the network is back.
      if (this.#status.connection !== 'online') this.wake();
    } catch (error) {
      this.#noteFailure(error);
    }
  }

  #reportDetail({ summary, saved, isDetailNew, isDetailAlone }: FetchedDetail): void {
    if (saved) this.#news.addSaved([saved], Date.now());
    // A detail that changed while the list's row stayed the same has a new comment.
    else if (isDetailAlone) this.#news.addComment(summary, Date.now());
    if (saved || isDetailNew) this.#events.onTicketsChanged([summary.id]);
  }

  #reportNews(): void {
    const news = this.#news.take();
    if (news.length > 0) this.#events.onNews?.(news);
  }

  #noteFailure(error: unknown): void {
    if (this.#stopped.signal.aborted) return;
    const problem = problemOf(error);
    this.#events.onProblem(problem, error);
    if (problem.kind === 'cache-set-aside') {
      this.#events.onCorruptCache();
      return;
    }
    this.#schedule.failed(problem);
    this.#setStatus({ connection: connectionOf(problem), problem, progress: null });
  }

  #setStatus(changes: Partial<SyncStatus>): void {
    this.#status = { ...this.#status, ...changes };
    this.#events.onSyncStatus(this.status);
  }
}

/** Reported as they happen, in a walk with each batch of pages: the bridge limits how often they reach the window. */
export type SyncEvents = ReferenceDataEvents & {
  onSyncStatus(status: SyncStatus): void;
  /** `isFromWalk`: found by a walk over the whole list, which finds many one after another. */
  onTicketsChanged(ids: TicketId[], isFromWalk?: boolean): void;
  /** What a round found that was not done here: each piece of news once, and none during the first fill of the cache. */
  onNews?(news: TicketNews[]): void;
  /** The cache turned out to be unreadable while in use. */
  onCorruptCache(): void;
};

export type SyncOptions = {
  /** Details of all tickets that changed in so many days are kept for reading offline. */
  historyDays: number;
  /** How often the whole list is walked. */
  walkIntervalMs: number;
};

const defaultOptions: SyncOptions = { historyDays: 90, walkIntervalMs };

/** A clock that is off by less misleads no user. */
const minSkewMs = 5 * 60_000;

/** The skew wavers by a second from response to response: only larger changes are reported. */
const skewToleranceMs = 60_000;

/** Returns how far this computer's clock is ahead of the server's, `null` if too little to matter; `known` is the value reported before. */
function noticeableSkewMs(known: number | null, serverTimeMs: number): number | null {
  const skewMs = Date.now() - serverTimeMs;
  const noticed = Math.abs(skewMs) >= minSkewMs ? skewMs : null;
  return Math.abs((noticed ?? 0) - (known ?? 0)) > skewToleranceMs ? noticed : known;
}
