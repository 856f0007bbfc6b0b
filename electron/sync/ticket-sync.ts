import { type Problem, ProblemError } from '../contract/problem.ts';
import type { Cache } from '../store/cache.ts';
import type { SyncContext } from './context.ts';
import { walkList } from './full-walk.ts';
import { updateIncrementally, updateOpenTickets } from './incremental-update.ts';
import { affectsOneCallOnly } from './problem-scope.ts';
import { isDue, walkRetryMs } from './schedule.ts';

/**
 * Brings the tickets in the cache up to date: by an incremental update and, when that was not enough or a walk is due, by a
 * walk over the whole list. The update comes first, so that a page that the server cannot give does not keep the open
 * tickets from being up to date. An empty cache has nothing that an update could start from.
 */
export class TicketSync {
  readonly #walkIntervalMs: number;
  readonly #onProblem: (problem: Problem, error: unknown) => void;
  #walkFailedAtMs: number | null = null;

  constructor(walkIntervalMs: number, onProblem: (problem: Problem, error: unknown) => void) {
    this.#walkIntervalMs = walkIntervalMs;
    this.#onProblem = onProblem;
  }

  /**
   * When a walk fails at a single page although the server answers otherwise, the failure is reported and the walk is
   * repeated later. Returns that failure if it kept the cache from being confirmed, else `null`; any other is thrown.
   */
  async run(context: SyncContext): Promise<ProblemError | null> {
    const { cache, signal } = context;
    const isFirstWalk = cache.confirmedAtMs() === null && cache.walked() === null;
    const isUpToDate = !isFirstWalk && (await updateIncrementally(context));
    if (isUpToDate) cache.confirm(Date.now());
    if (isUpToDate && !this.#isWalkDue(cache)) return null;
    // The pages of an interrupted first walk may be days old, and nothing but this round has asked since.
    const needsOpenTickets = isFirstWalk && cache.walk() !== null;
    let hasAnswered = !isFirstWalk;
    const onProgress: SyncContext['onProgress'] = (progress) => {
      hasAnswered = true;
      context.onProgress(progress);
    };
    try {
      const isWhole = await walkList({ ...context, onProgress });
      if (isWhole && needsOpenTickets) await updateOpenTickets(context);
      if (isWhole) cache.confirm(Date.now());
      this.#walkFailedAtMs = null;
      return null;
    } catch (error) {
      const isOnePage = error instanceof ProblemError && affectsOneCallOnly(error.problem) && hasAnswered;
      if (!isOnePage || signal.aborted) throw error;
      this.#walkFailedAtMs = Date.now();
      this.#onProblem(error.problem, error);
      return isUpToDate ? null : error;
    }
  }

  #isWalkDue(cache: Cache): boolean {
    if (!isDue(this.#walkFailedAtMs, walkRetryMs)) return false;
    return cache.walk() !== null || isDue(cache.walked()?.atMs ?? null, this.#walkIntervalMs);
  }
}
