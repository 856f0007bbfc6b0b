import { type RetryBounds, retryDelayMs } from '../api/retry-delay.ts';
import { Pause } from '../contract/pause.ts';
import type { Problem } from '../contract/problem.ts';
import { connectionOf } from './problem-scope.ts';

/** From the end of a successful round to the next one. */
const roundIntervalMs = 2 * 60_000;

/** The same while the window is hidden or the computer runs on its battery. */
const quietRoundIntervalMs = 10 * 60_000;

/** Rounds may take one part in so many of the time: a slow server is asked less often. */
const longestShare = 10;

/** The same after a round that the server broke: the tickets are not confirmed, so it is asked again sooner. */
const longestFailedShare = 4;

/** No round takes so long that the next one is put off further. */
const longestRoundIntervalMs = 30 * 60_000;

/** How often the open tickets are read, where the server also tells what changed. */
export const openListsIntervalMs = 30 * 60_000;

/** From a failed round to the next one. */
export const roundRetries: RetryBounds = { firstRetryMs: 2_000, longestRetryMs: 60_000 };

/** How often the whole list is walked, which finds changes that no other call shows. */
export const walkIntervalMs = 24 * 60 * 60_000;

/** After a walk that failed at one of its pages, while the rounds succeed otherwise. */
export const walkRetryMs = 15 * 60_000;

/** Starts rounds: regularly, less often in quiet times, and after a failure when the server may be asked again. */
export class RoundSchedule {
  readonly #beginRound: () => void;
  readonly #stopped: AbortSignal;
  #timer: NodeJS.Timeout | undefined;
  #isQuiet = false;
  #roundEndedAtMs: number | null = null;
  #roundMs = 0;
  #failures = 0;
  /** For so long the server asked not to be called. */
  readonly #pause = new Pause();

  /** `stopped`: once it is aborted, no round is started any more. */
  constructor(beginRound: () => void, stopped: AbortSignal) {
    this.#beginRound = beginRound;
    this.#stopped = stopped;
  }

  /** Whether calls may be made that the user did not ask for: not while the server asked for a pause. */
  get mayAsk(): boolean {
    return this.#pause.isOver;
  }

  /** Whether any round has come to its end. */
  get hasHadRound(): boolean {
    return this.#roundEndedAtMs !== null;
  }

  get isQuiet(): boolean {
    return this.#isQuiet;
  }

  /** Returns whether this is a change. Takes effect with the next call of `scheduleNext`. */
  setQuiet(isQuiet: boolean): boolean {
    const isChange = isQuiet !== this.#isQuiet;
    this.#isQuiet = isQuiet;
    return isChange;
  }

  /** A round of this duration has ended; `problem` kept it from confirming the tickets, although the server answers. */
  roundEnded(problem: Problem | null, durationMs: number): void {
    this.#roundEndedAtMs = Date.now();
    this.#roundMs = durationMs;
    if (problem) this.#retryAfter(problem, durationMs);
    else this.scheduleNext();
  }

  /** A round, or a call between rounds, failed. `costMs`: how long it took to read what has to be read again. */
  failed(problem: Problem, costMs = 0): void {
    const delayMs = this.#retryAfter(problem, costMs);
    this.#pause.extend(problem.kind === 'rate-limited' ? delayMs : (problem.retryAfterMs ?? 0));
  }

  /** The next failure counts as the first one again. */
  resetFailures(): void {
    this.#failures = 0;
  }

  scheduleNext(): void {
    const intervalMs = Math.max(
      this.#isQuiet ? quietRoundIntervalMs : roundIntervalMs,
      stretchedMs(this.#roundMs, longestShare),
    );
    const leftMs = (this.#roundEndedAtMs ?? 0) + intervalMs - Date.now();
    this.#beginIn(Math.max(0, Math.min(leftMs, intervalMs))); // never more than the interval, should the clock be set back
  }

  /** Starts no round until something is scheduled again. */
  cancel(): void {
    clearTimeout(this.#timer);
  }

  /**
   * Returns the delay that the problem asks for, in milliseconds. The next round begins after it, and later where the failed
   * one was a burden for the server; a network that is missing is no such burden.
   */
  #retryAfter(problem: Problem, costMs: number): number {
    this.#failures += 1;
    const delayMs = retryDelayMs(this.#failures, problem, roundRetries);
    const isBurden = connectionOf(problem) !== 'offline';
    this.#beginIn(isBurden ? Math.max(delayMs, stretchedMs(costMs, longestFailedShare)) : delayMs);
    return delayMs;
  }

  /** A failure of another kind does not end the pause that the server asked for. */
  #beginIn(delayMs: number): void {
    this.cancel();
    if (!this.#stopped.aborted) this.#timer = setTimeout(this.#beginRound, Math.max(delayMs, this.#pause.leftMs));
  }
}

/** The pause after which a round of this duration took one part in `share` of the time. */
const stretchedMs = (roundMs: number, share: number) => Math.min(roundMs * (share - 1), longestRoundIntervalMs);

/** Whether `atMs` is at least `intervalMs` ago, or `null`. A time in the future means that this computer's clock was ahead then. */
export function isDue(atMs: number | null, intervalMs: number): boolean {
  if (atMs === null) return true;
  const ageMs = Date.now() - atMs;
  return ageMs < 0 || ageMs >= intervalMs;
}
