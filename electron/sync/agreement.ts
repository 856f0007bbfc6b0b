import { type Problem, ProblemError } from '../contract/problem.ts';
import type { Cache } from '../store/cache.ts';
import type { SyncContext } from './context.ts';
import { walkList } from './full-walk.ts';
import { runRound } from './round.ts';
import { isDue, isOfOneCall, walkRetryMs } from './schedule.ts';

/**
 * Makes the cache agree with the list: by a round of a few calls and, when that was not enough or it is due, a walk over
 * everything. The round comes first, so that a page that cannot be had does not keep the open tickets from being up to
 * date; only an empty cache has nothing that a round could start from.
 */
export class Agreement {
  readonly #walkIntervalMs: number;
  readonly #onProblem: (problem: Problem, error: unknown) => void;
  #walkFailedAtMs: number | null = null;

  constructor(walkIntervalMs: number, onProblem: (problem: Problem, error: unknown) => void) {
    this.#walkIntervalMs = walkIntervalMs;
    this.#onProblem = onProblem;
  }

  /**
   * A walk that failed for a page of its own alone, while the server answers otherwise, is told and made again later.
   * Answers its failure when the cache could not be confirmed without it; any other is thrown.
   */
  async reach(tools: SyncContext): Promise<ProblemError | null> {
    const { cache, signal } = tools;
    const isFirstFill = cache.confirmedAtMs() === null;
    const isRoundEnough = !isFirstFill && (await runRound(tools));
    if (isRoundEnough) cache.confirm(Date.now());
    if (isRoundEnough && !this.#isWalkDue(cache)) return null;
    let hasAnswered = !isFirstFill;
    const onProgress: SyncContext['onProgress'] = (progress) => {
      hasAnswered = true;
      tools.onProgress(progress);
    };
    try {
      if (await walkList({ ...tools, onProgress })) cache.confirm(Date.now());
      this.#walkFailedAtMs = null;
      return null;
    } catch (error) {
      const isBorne = error instanceof ProblemError && isOfOneCall(error.problem) && hasAnswered;
      if (!isBorne || signal.aborted) throw error;
      this.#walkFailedAtMs = Date.now();
      this.#onProblem(error.problem, error);
      return isRoundEnough ? null : error;
    }
  }

  #isWalkDue(cache: Cache): boolean {
    if (!isDue(this.#walkFailedAtMs, walkRetryMs)) return false;
    return cache.walk() !== null || isDue(cache.walked()?.atMs ?? null, this.#walkIntervalMs);
  }
}
