import { type RetryBounds, retryDelayMs } from '../api/retry-delay.ts';
import { type Problem, type ProblemKind, problemsOfTheWay } from '../contract/problem.ts';

/** All the delays of the outbox, in milliseconds. Tests shorten them. */
export type RetryPolicy = RetryBounds & {
  /** The delay before each search for a change whose answer never came; after the last search the user decides. */
  searchDelaysMs: readonly number[];
  /** The delay before each search for a change that is discarded while it is being sent. */
  discardSearchDelaysMs: readonly number[];
  /** How long closing waits for changes that are being sent before it aborts them. */
  closeGraceMs: number;
  /** How long closing waits for files that are being copied: one that is cut short must be attached again. */
  copyGraceMs: number;
};

export const defaultRetryPolicy: RetryPolicy = {
  searchDelaysMs: [0, 2_000, 5_000, 10_000, 20_000, 25_000],
  discardSearchDelaysMs: [0, 2_000, 4_000],
  firstRetryMs: 2_000,
  longestRetryMs: 60_000,
  closeGraceMs: 1_000,
  copyGraceMs: 4_000,
};

/** After so many successes a limit of the rate is taken to be over: with fewer, hundreds of changes would meet it again and again. */
const successesAfterLimit = 20;

const connectionProblems: readonly ProblemKind[] = [
  ...problemsOfTheWay,
  'rate-limited',
  'unauthorized',
  'wrong-credentials',
  'keychain-entry-missing',
  'keychain-locked',
];

/** Whether a problem would meet every other change too, so that all of them wait. */
export const concernsAll = (problem: Problem): boolean => connectionProblems.includes(problem.kind);

/** `isBinding`: the delay ends when it ends, even if the network seems to be back. */
type Delay = { failures: number; untilMs: number; isBinding: boolean };

/**
 * Says until when something is not to be tried again: after a failure exponentially longer, and never before the time that
 * the server asked for. All times are on one clock of the caller's.
 */
export class Backoff<K> {
  readonly #delays = new Map<K | 'all', Delay>();
  /** Keys that the user wants tried in spite of what delays all of them, until they have been. */
  readonly #released = new Set<K>();
  /** How many keys must still succeed, one after another, before several are tried at once again. */
  #successesToSpeedUp = 0;
  readonly #retryPolicy: RetryPolicy;

  constructor(retryPolicy: RetryPolicy) {
    this.#retryPolicy = retryPolicy;
  }

  /** Whether the server limits the rate of requests, so that one key at a time is tried. */
  get isSlowed(): boolean {
    return this.#successesToSpeedUp > 0;
  }

  /** Delays a key after a failure, and all keys where the problem lies in the connection, or the server asked for a pause. */
  noteFailure(key: K, problem: Problem | null, nowMs: number): void {
    this.#released.delete(key);
    if (problem?.kind === 'rate-limited') this.#successesToSpeedUp = successesAfterLimit;
    this.#delayAfterFailure(key, problem, nowMs);
    if (problem && (concernsAll(problem) || problem.retryAfterMs)) this.#delayAfterFailure('all', problem, nowMs);
  }

  /** Clears the delay of a key, and that of all keys unless the server asked for it: the server has answered. */
  noteSuccess(key: K, nowMs: number): void {
    this.#released.delete(key);
    this.#successesToSpeedUp = Math.max(0, this.#successesToSpeedUp - 1);
    this.#delays.delete(key);
    const all = this.#delays.get('all');
    if (!all?.isBinding || all.untilMs <= nowMs) this.#delays.delete('all');
  }

  /** Delays a key by a fixed time, or until the end of the time that the server asked for if that is later. */
  delay(key: K, delayMs: number, nowMs: number): void {
    const before = this.#delays.get(key);
    const untilMs = Math.max(nowMs + delayMs, before?.isBinding ? before.untilMs : 0);
    this.#delays.set(key, { failures: before?.failures ?? 0, untilMs, isBinding: true });
  }

  /** Returns the time before which a key is not to be tried; 0 when it may be tried at any time. */
  untilMs(key: K): number {
    const ownMs = this.#delays.get(key)?.untilMs ?? 0;
    return this.#released.has(key) ? ownMs : Math.max(ownMs, this.#delays.get('all')?.untilMs ?? 0);
  }

  forget(key: K): void {
    this.#delays.delete(key);
  }

  /** Lets a key be tried once at any time, also before the time that the server asked for. */
  release(key: K): void {
    this.#delays.delete(key);
    this.#released.add(key);
  }

  /** Ends every delay that is not binding, because the network may be back. Failures still count. */
  wake(): void {
    for (const [key, delay] of this.#delays) if (!delay.isBinding) this.#delays.set(key, { ...delay, untilMs: 0 });
  }

  /** A pause that the server asked for goes on when something else fails meanwhile. */
  #delayAfterFailure(key: K | 'all', problem: Problem | null, nowMs: number): void {
    const before = this.#delays.get(key);
    const failures = (before?.failures ?? 0) + 1;
    const untilMs = nowMs + retryDelayMs(failures, problem, this.#retryPolicy);
    const isBinding = problem?.retryAfterMs !== undefined || problem?.kind === 'rate-limited';
    const goesOn = before?.isBinding && before.untilMs > untilMs;
    this.#delays.set(key, goesOn ? { ...before, failures } : { failures, untilMs, isBinding });
  }
}
