import { setTimeout as wait } from 'node:timers/promises';
import type { ApiClient } from '../api/client.ts';
import { retryDelayMs } from '../api/retry-delay.ts';
import type { Change } from '../contract/change.ts';
import type { TicketId } from '../contract/ids.ts';
import type { TicketNews } from '../contract/news.ts';
import { type Problem, type ProblemError, problemOf } from '../contract/problem.ts';
import type { SyncStatus } from '../contract/sync-status.ts';
import type { Cache } from '../store/cache.ts';
import type { SavedTicket } from '../store/ticket-writer.ts';
import { Agreement } from './agreement.ts';
import { AdaptiveConcurrency } from './concurrency.ts';
import type { SyncContext } from './context.ts';
import { type FetchedDetail, fetchDetail, fetchDetails, wantedDetails } from './details.ts';
import { SingleFlight } from './on-demand.ts';
import { fetchReferenceData, type ReferenceDataEvents } from './reference-data.ts';
import { connectionOf, quietRoundIntervalMs, roundIntervalMs, roundRetries, walkIntervalMs } from './schedule.ts';
import { NewsCollector } from './ticket-news.ts';
import { UnreadableTickets } from './unreadable-tickets.ts';

/** During a walk the window is told this often of what came, and of how far it is. */
const tellEveryMs = 1_000;
const tellProgressEveryMs = 100;

/** Between the pieces of what is read into memory at the start, so that the window has the computer to itself to paint. */
const warmPauseMs = 15;

type Work = { ended: Promise<void>; abort: AbortController };

/**
 * Keeps one account's cache in agreement with the server: a round at the start, on a timer, and when asked. Rounds never
 * overlap; between them details are fetched, which give way to a round.
 */
export class SyncEngine {
  readonly #cache: Cache;
  readonly #common: Pick<SyncContext, 'api' | 'cache' | 'lanes' | 'unreadable'>;
  readonly #events: SyncEvents;
  readonly #agreement: Agreement;
  readonly #news = new NewsCollector();
  readonly #stopped = new AbortController();
  readonly #opened = new SingleFlight<TicketId>();
  #status: SyncStatus;
  #round: Work | null = null;
  #details: Work | null = null;
  #isAskedAgain = false;
  #isQuiet = false;
  #historyDays: number;
  #timer: NodeJS.Timeout | undefined;
  #roundEndedAtMs = 0;
  #failures = 0;
  /** Before, the server does not want to be asked; only the user may. */
  #notBeforeMs = 0;

  constructor(api: ApiClient, cache: Cache, events: SyncEvents, options: Partial<SyncOptions> = {}) {
    this.#cache = cache;
    this.#events = events;
    const onProblem = (problem: Problem, error: unknown) => events.onProblem(problem, error);
    this.#common = { api, cache, lanes: new AdaptiveConcurrency(), unreadable: new UnreadableTickets(onProblem) };
    const { historyDays, walkIntervalMs } = { ...defaultOptions, ...options };
    this.#historyDays = historyDays;
    this.#agreement = new Agreement(walkIntervalMs, onProblem);
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
    try {
      this.#status = { ...this.#status, ticketCount: this.#cache.count() };
    } catch {
      // The disk refuses to be read: how many there were last is still told, with the problem.
    }
    return this.#status;
  }

  /** Begins a round now, or right after the one that is under way; also where the sync was paused. */
  syncNow(): void {
    if (this.#status.isPaused) this.#update({ isPaused: false });
    this.#beginRound();
  }

  #beginRound(): void {
    if (this.#stopped.signal.aborted || this.#status.isPaused) return;
    clearTimeout(this.#timer);
    if (this.#round) {
      this.#isAskedAgain = true;
      return;
    }
    const { abort, signal } = this.#newAbort();
    this.#round = { abort, ended: this.#runRound(signal) };
  }

  /** The computer or its network woke: as `syncNow`, unless the server asked to be left alone for a while. */
  wake(): void {
    if (this.mayAsk) this.#beginRound();
  }

  /** Interrupts the round under way and begins no other, until it is called with `false` or the user wants one. */
  pause(isPaused: boolean): void {
    if (!isPaused) {
      this.syncNow();
      return;
    }
    clearTimeout(this.#timer);
    this.#round?.abort.abort();
    this.#details?.abort.abort();
    this.#update({ isPaused, progress: null });
  }

  /** While nobody looks, or on a battery, the server is asked less often; afterwards at once where a round is due. */
  setQuiet(isQuiet: boolean): void {
    if (isQuiet === this.#isQuiet) return;
    this.#isQuiet = isQuiet;
    const isBetweenRounds = this.#round === null && this.#status.problem === null && this.#roundEndedAtMs > 0;
    if (isBetweenRounds && !this.#status.isPaused) this.#scheduleNextRound();
  }

  /** How far back details are kept; what is missing of them is fetched after a round that begins now. */
  setHistoryDays(days: number): void {
    if (days === this.#historyDays) return;
    this.#historyDays = days;
    if (this.#roundEndedAtMs > 0) this.wake();
  }

  /** The user changed this ticket here: when a round finds that change it is no news. */
  expect(id: TicketId, kind: Change['kind']): void {
    this.#news.expect(id, kind, Date.now());
  }

  /** Asks for a ticket that the user opened or, `isChanged`, just changed there: for that an answer on its way is too old. */
  refresh(id: TicketId, isChanged = false): void {
    this.#opened.run(id, () => this.#readOpened(id), isChanged);
  }

  /** Tells the server's clock as an answer carried it. */
  noteServerTime(serverTimeMs: number): void {
    const clockSkewMs = noticedSkewMs(this.#status.clockSkewMs, serverTimeMs);
    if (clockSkewMs !== this.#status.clockSkewMs) this.#update({ clockSkewMs });
  }

  /** Whether the server may be asked for what nobody needs at once: not while it wants to be left alone. */
  get mayAsk(): boolean {
    return Date.now() >= this.#notBeforeMs;
  }

  /** Ends everything under way; afterwards the cache is not touched any more. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    clearTimeout(this.#timer);
    await this.#round?.ended;
    await this.#details?.ended;
    await this.#opened.idle();
  }

  async #readOpened(id: TicketId): Promise<void> {
    const { signal } = this.#stopped;
    if (signal.aborted || !this.mayAsk) return;
    try {
      const fetched = await fetchDetail(this.#common.api, this.#cache, id, signal);
      if (fetched && (fetched.saved || fetched.isDetailNew)) {
        this.#news.noteEcho(id);
        this.#events.onTicketsChanged([id]);
      }
      // An answer while the sync thinks itself offline: the network is back.
      if (this.#status.connection !== 'online') this.wake();
    } catch (error) {
      this.#noteFailure(error);
    }
  }

  async #runRound(signal: AbortSignal): Promise<void> {
    this.#details?.abort.abort();
    await this.#details?.ended;
    try {
      while (this.#cache.warm()) await wait(warmPauseMs);
      const failure = await this.#agree(signal);
      await fetchReferenceData(this.#common.api, this.#cache, signal, this.#events);
      this.#roundEndedAtMs = Date.now();
      if (failure) this.#scheduleRetry(failure.problem);
      else this.#scheduleNextRound();
      const details = this.#newAbort();
      this.#details = { abort: details.abort, ended: this.#fetchDetails(details.signal) };
    } catch (error) {
      if (!signal.aborted) this.#noteFailure(error);
    } finally {
      await this.#cache.endPages();
      this.#round = null;
      if (this.#isAskedAgain) {
        this.#isAskedAgain = false;
        this.#beginRound();
      }
    }
  }

  /** Answers what kept the tickets from being confirmed, where choices and details can be fetched all the same. */
  async #agree(signal: AbortSignal): Promise<ProblemError | null> {
    const isFirstFill = this.#cache.confirmedAtMs() === null;
    const changed = new Batches((ids) => this.#events.onTicketsChanged(ids), tellEveryMs);
    const tools = this.#tools(signal, isFirstFill, changed);
    const failure = await this.#agreement.reach(tools).finally(() => changed.flush());
    const problem = failure?.problem ?? null;
    const confirmedAtMs = this.#cache.confirmedAtMs();
    this.#update({ connection: connectionOf(problem), problem, progress: null, confirmedAtMs });
    this.#tellNews();
    return failure;
  }

  #tools(signal: AbortSignal, isFirstFill: boolean, changed: Batches): SyncContext {
    const onSaved = (saved: readonly SavedTicket[]) => {
      if (!isFirstFill) this.#news.noteSaved(saved, Date.now());
      changed.add(saved.map(({ ticket }) => ticket.id));
    };
    const progressTelling = new Throttle(tellProgressEveryMs);
    return {
      ...this.#common,
      signal,
      onProgress: (progress) => {
        if (signal.aborted) return; // what was under way when the round was interrupted still comes in
        const isTold = progress.done >= progress.total || progressTelling.isDue();
        this.#update({ connection: 'online', problem: null, progress }, isTold);
      },
      onSaved,
      onRemoved: (id) => changed.add([id]),
    };
  }

  /** What is missing or out of date, until a round begins. */
  async #fetchDetails(signal: AbortSignal): Promise<void> {
    try {
      const ids = wantedDetails(this.#cache, this.#historyDays, Date.now());
      await fetchDetails({ ...this.#common, signal }, ids, (fetched) => this.#noteDetail(fetched));
      // Not before, or details that fail each time would make a round follow the other without a pause.
      if (this.#status.problem === null) this.#failures = 0;
      this.#tellNews();
    } catch (error) {
      if (!signal.aborted) this.#noteFailure(error);
    } finally {
      this.#details = null;
    }
  }

  #noteDetail({ summary, saved, isDetailNew, isDetailAlone }: FetchedDetail): void {
    if (saved) this.#news.noteSaved([saved], Date.now());
    // What shows in the list's row was told with that; what shows only here is a comment.
    else if (isDetailAlone) this.#news.noteComment(summary, Date.now());
    if (saved || isDetailNew) this.#events.onTicketsChanged([summary.id]);
  }

  #tellNews(): void {
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
    this.#notBeforeMs = Math.max(this.#notBeforeMs, Date.now() + (problem.retryAfterMs ?? 0));
    this.#scheduleRetry(problem);
    this.#update({ connection: connectionOf(problem), problem, progress: null });
  }

  #scheduleRetry(problem: Problem): void {
    this.#failures += 1;
    this.#scheduleIn(retryDelayMs(this.#failures, problem, roundRetries));
  }

  #scheduleNextRound(): void {
    const intervalMs = this.#isQuiet ? quietRoundIntervalMs : roundIntervalMs;
    this.#scheduleIn(Math.max(0, this.#roundEndedAtMs + intervalMs - Date.now()));
  }

  #scheduleIn(delayMs: number): void {
    clearTimeout(this.#timer);
    if (!this.#stopped.signal.aborted) this.#timer = setTimeout(() => this.#beginRound(), delayMs);
  }

  #newAbort(): { abort: AbortController; signal: AbortSignal } {
    const abort = new AbortController();
    return { abort, signal: AbortSignal.any([abort.signal, this.#stopped.signal]) };
  }

  #update(news: Partial<SyncStatus>, isTold = true): void {
    this.#status = { ...this.#status, ...news };
    if (isTold) this.#events.onSyncStatus(this.status);
  }
}

export type SyncEvents = ReferenceDataEvents & {
  onSyncStatus(status: SyncStatus): void;
  onTicketsChanged(ids: TicketId[]): void;
  /** What a round found and the user did not do here; told once, and nothing of the first fill. */
  onNews?(news: TicketNews[]): void;
  /** The cache turned out to be unreadable while in use. */
  onCorruptCache(): void;
};

export type SyncOptions = {
  /** Details of all tickets that changed within so many days are kept for reading without a network. */
  historyDays: number;
  /** How often the whole list is walked. */
  walkIntervalMs: number;
};

const defaultOptions: SyncOptions = { historyDays: 90, walkIntervalMs };

/** Gathers changed tickets and tells them at most so often: each telling makes the window ask for its rows anew. */
export class Batches {
  readonly #tell: (ids: TicketId[]) => void;
  readonly #telling: Throttle;
  #gathered: TicketId[] = [];

  constructor(tell: (ids: TicketId[]) => void, everyMs: number) {
    this.#tell = tell;
    this.#telling = new Throttle(everyMs);
  }

  add(ids: readonly TicketId[]): void {
    for (const id of ids) this.#gathered.push(id);
    if (this.#telling.isDue()) this.flush();
  }

  /** Tells what is left; to be called when nothing more comes. */
  flush(): void {
    if (this.#gathered.length === 0) return;
    const ids = this.#gathered;
    this.#gathered = [];
    this.#tell(ids);
  }
}

/** A clock that is off by less does not mislead anybody. */
const noticeableSkewMs = 5 * 60_000;

/** Answers arrive all the time and the skew wavers by a second: only what a person would notice is told. */
const tellingMs = 60_000;

/** How far this computer's clock is ahead of the server's, as far as a person would notice; `known` is what was told before. */
function noticedSkewMs(known: number | null, serverTimeMs: number): number | null {
  const skewMs = Date.now() - serverTimeMs;
  const noticed = Math.abs(skewMs) >= noticeableSkewMs ? skewMs : null;
  return Math.abs((noticed ?? 0) - (known ?? 0)) > tellingMs ? noticed : known;
}

/** Lets something happen at most so often. */
export class Throttle {
  readonly #everyMs: number;
  #lastAtMs = Number.NEGATIVE_INFINITY;

  constructor(everyMs: number) {
    this.#everyMs = everyMs;
  }

  /** Whether it may happen now, which it does then: the next time is so long away. */
  isDue(): boolean {
    const nowMs = performance.now();
    if (nowMs - this.#lastAtMs < this.#everyMs) return false;
    this.#lastAtMs = nowMs;
    return true;
  }
}
