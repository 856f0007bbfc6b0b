import type { ApiClient } from '../api/client.ts';
import type { TicketId } from '../contract/ids.ts';
import { problemOf } from '../contract/problem.ts';
import type { SyncStatus } from '../contract/sync-status.ts';
import type { Cache } from '../store/cache.ts';
import { type ChoicesEvents, fetchChoices } from './choices.ts';
import { fetchDetail, fetchOpenDetails } from './details.ts';
import { connectionOf, retryDelayMs, roundIntervalMs } from './schedule.ts';
import { walkList } from './walk.ts';

export type SyncEvents = ChoicesEvents & {
  onStatus(status: SyncStatus): void;
  onChanged(ids: TicketId[]): void;
  /** The cache turned out to be unreadable while in use. */
  onCorruptCache(): void;
};

/** A clock that is off by less does not mislead anybody. */
const noticeableSkewMs = 5 * 60_000;

/** Keeps one account's cache in agreement with the server: a round at the start, on a timer, and when asked. Rounds never overlap. */
export class SyncEngine {
  readonly #api: ApiClient;
  readonly #cache: Cache;
  readonly #events: SyncEvents;
  readonly #stopped = new AbortController();
  readonly #beingRead = new Set<TicketId>();
  #status: SyncStatus;
  #round: { ended: Promise<void>; abort: AbortController } | null = null;
  #isAskedAgain = false;
  #timer: NodeJS.Timeout | undefined;
  #failures = 0;

  constructor(api: ApiClient, cache: Cache, events: SyncEvents) {
    this.#api = api;
    this.#cache = cache;
    this.#events = events;
    this.#status = {
      connection: 'connecting',
      ticketCount: cache.count(),
      progress: null,
      isPaused: false,
      confirmedAtMs: cache.confirmedAtMs(),
      problem: null,
      clockSkewMs: null,
    };
  }

  get status(): SyncStatus {
    return this.#status;
  }

  /** Begins a round now, or right after the one that is under way. */
  syncNow(): void {
    if (this.#stopped.signal.aborted || this.#status.isPaused) return;
    clearTimeout(this.#timer);
    if (this.#round) {
      this.#isAskedAgain = true;
      return;
    }
    const abort = new AbortController();
    this.#round = { abort, ended: this.#runRound(AbortSignal.any([abort.signal, this.#stopped.signal])) };
  }

  /** Interrupts the round under way and begins no other, until it is called with `false`. */
  pause(isPaused: boolean): void {
    this.#update({ isPaused, progress: null });
    if (isPaused) {
      clearTimeout(this.#timer);
      this.#round?.abort.abort();
    } else {
      this.syncNow();
    }
  }

  /** Asks the server for one ticket that the user opened. */
  refresh(id: TicketId): void {
    if (this.#beingRead.has(id) || this.#stopped.signal.aborted) return;
    this.#beingRead.add(id);
    fetchDetail(this.#api, this.#cache, id, this.#stopped.signal)
      .then((isChanged) => {
        if (isChanged) this.#events.onChanged([id]);
        // An answer while the sync thinks itself offline: the network is back.
        if (this.#status.connection !== 'online') this.syncNow();
      })
      .catch((error: unknown) => this.#noteFailure(error))
      .finally(() => this.#beingRead.delete(id));
  }

  /** Tells the server's clock as an answer carried it. */
  noteServerTime(serverTimeMs: number): void {
    const skewMs = Date.now() - serverTimeMs;
    const clockSkewMs = Math.abs(skewMs) >= noticeableSkewMs ? skewMs : null;
    // Answers arrive all the time and the skew wavers by a second: only what a person would notice is told.
    const isNews = Math.abs((clockSkewMs ?? 0) - (this.#status.clockSkewMs ?? 0)) > 60_000;
    if (isNews) this.#update({ clockSkewMs });
  }

  /** Ends everything under way; afterwards the cache is not touched any more. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    clearTimeout(this.#timer);
    await this.#round?.ended;
  }

  async #runRound(signal: AbortSignal): Promise<void> {
    const onChanged = (ids: TicketId[]) => this.#events.onChanged(ids);
    const onProgress = (progress: SyncStatus['progress']) =>
      this.#update({ connection: 'online', problem: null, progress });
    try {
      await walkList({ api: this.#api, cache: this.#cache, signal, onProgress, onChanged });
      this.#update({ progress: null, confirmedAtMs: this.#cache.confirmedAtMs() });
      await fetchOpenDetails(this.#api, this.#cache, signal, onChanged);
      await fetchChoices(this.#api, this.#cache, signal, this.#events);
      this.#failures = 0;
      this.#scheduleIn(roundIntervalMs);
    } catch (error) {
      if (!signal.aborted) this.#noteFailure(error);
    } finally {
      this.#round = null;
      if (this.#isAskedAgain) {
        this.#isAskedAgain = false;
        this.syncNow();
      }
    }
  }

  #noteFailure(error: unknown): void {
    if (this.#stopped.signal.aborted) return;
    const problem = problemOf(error);
    this.#events.onProblem(problem, error);
    if (problem.kind === 'cache-set-aside') {
      this.#events.onCorruptCache();
      return;
    }
    this.#failures += 1;
    this.#update({ connection: connectionOf(problem), problem, progress: null });
    this.#scheduleIn(retryDelayMs(this.#failures, problem));
  }

  #scheduleIn(delayMs: number): void {
    clearTimeout(this.#timer);
    if (!this.#stopped.signal.aborted) this.#timer = setTimeout(() => this.syncNow(), delayMs);
  }

  #update(news: Partial<SyncStatus>): void {
    this.#status = { ...this.#status, ...news, ticketCount: this.#cache.count() };
    this.#events.onStatus(this.#status);
  }
}
