import { type Problem, ProblemError } from '../contract/problem.ts';
import type { Cache } from '../store/cache.ts';
import { ChangeFeed } from './change-feed.ts';
import type { SyncContext } from './context.ts';
import { walkList } from './full-walk.ts';
import { updateIncrementally, updateOpenTickets } from './incremental-update.ts';
import { affectsOneCallOnly } from './problem-scope.ts';
import { isDue, openListsIntervalMs, walkRetryMs } from './schedule.ts';

/** How a round brought the tickets up to date. */
export type TicketSyncOutcome = {
  /** What kept the tickets from being confirmed although the server answers otherwise; `null` when they are confirmed. */
  failure: ProblemError | null;
  /** It read the whole list. */
  isWalk: boolean;
  /** How long it took, but for a walk that is only made once in a long time or goes on where it ended, in milliseconds. */
  costMs: number;
};

/**
 * Brings the tickets in the cache up to date: by the feed of changes or an incremental update and, when that was not enough
 * or a walk is due, by a walk over the whole list. The update comes first, so that a page that the server cannot give does
 * not keep the open tickets from being up to date. An empty cache has nothing that an update could start from.
 */
export class TicketSync {
  readonly #walkIntervalMs: number;
  readonly #onProblem: (problem: Problem, error: unknown) => void;
  readonly #feed = new ChangeFeed();
  #walkFailedAtMs: number | null = null;
  #openListsAtMs: number | null = null;
  #updateMs = 0;

  constructor(walkIntervalMs: number, onProblem: (problem: Problem, error: unknown) => void) {
    this.#walkIntervalMs = walkIntervalMs;
    this.#onProblem = onProblem;
  }

  /** How long the update took that came before the last walk, in milliseconds. */
  get updateMs(): number {
    return this.#updateMs;
  }

  /** The next round asks the open lists, although the feed may say that nothing changed. */
  distrustFeed(): void {
    this.#openListsAtMs = null;
  }

  /** Whether the next round will read the whole list, as far as that can be told before. */
  willWalk(cache: Cache): boolean {
    return isFirstWalk(cache) || this.#isWalkDue(cache);
  }

  /**
   * When a walk fails at a single page although the server answers otherwise, the failure is reported and the walk is
   * repeated later; any other failure is thrown.
   */
  async run(context: SyncContext): Promise<TicketSyncOutcome> {
    const { cache, sightings, signal } = context;
    const beganMs = performance.now();
    const elapsedMs = () => performance.now() - beganMs;
    const isFirst = isFirstWalk(cache);
    const isUpToDate = !isFirst && (await this.#update(context));
    if (isUpToDate) cache.progress.confirm(Date.now(), sightings.serverNowMs());
    const updateMs = elapsedMs();
    this.#updateMs = updateMs;
    if (isUpToDate && !this.#isWalkDue(cache)) return { failure: null, isWalk: false, costMs: updateMs };
    // The pages of an interrupted first walk may be days old, and nothing but this round has asked since.
    const needsOpenTickets = isFirst && cache.progress.walk() !== null;
    let hasAnswered = !isFirst;
    const onProgress: SyncContext['onProgress'] = (progress) => {
      hasAnswered = true;
      context.onProgress(progress);
    };
    try {
      const isWhole = await walkList({ ...context, onProgress });
      if (isWhole && needsOpenTickets) await updateOpenTickets(context);
      if (isWhole) {
        cache.progress.confirm(Date.now(), sightings.serverNowMs());
        this.#openListsAtMs = Date.now();
      }
      this.#walkFailedAtMs = null;
      const isPlanned = isWhole && (isFirst || isUpToDate);
      return { failure: null, isWalk: true, costMs: isPlanned ? updateMs : elapsedMs() };
    } catch (error) {
      const isOnePage = error instanceof ProblemError && affectsOneCallOnly(error) && hasAnswered;
      if (!isOnePage || signal.aborted) throw error;
      this.#walkFailedAtMs = Date.now();
      this.#onProblem(error.problem, error);
      return { failure: isUpToDate ? null : error, isWalk: true, costMs: isUpToDate ? elapsedMs() : updateMs };
    }
  }

  /** Finds out whether the feed is allowed, so that the next round does not have to. */
  async tryFeed(context: SyncContext): Promise<void> {
    if (this.#feed.isUntried(context.cache)) await this.#feed.takeOver(context);
  }

  /** Where the feed is allowed, it is enough for most rounds. Returns whether the cache agrees with the server. */
  async #update(context: SyncContext): Promise<boolean> {
    const isFedWhole = await this.#feed.takeOver(context);
    if (isFedWhole && !isDue(this.#openListsAtMs, openListsIntervalMs)) return true;
    const isUpToDate = await updateIncrementally(context);
    this.#feed.forgetUncached(context.cache);
    this.#openListsAtMs = Date.now();
    return isUpToDate;
  }

  #isWalkDue(cache: Cache): boolean {
    if (!isDue(this.#walkFailedAtMs, walkRetryMs)) return false;
    return cache.progress.walk() !== null || isDue(cache.progress.walked()?.atMs ?? null, this.#walkIntervalMs);
  }
}

const isFirstWalk = (cache: Cache) => cache.progress.confirmedAtMs() === null && cache.progress.walked() === null;
