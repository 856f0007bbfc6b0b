import { type RetryBounds, retryDelayMs } from '../api/retry-delay.ts';
import { type Problem, type ProblemKind, problemsOfTheWay } from '../contract/problem.ts';

/** How long the outbox waits for what; tests make it quick. */
export type RetryPolicy = RetryBounds & {
  /** Before each look for a change whose answer never came; after the last one the user decides. */
  lookPausesMs: readonly number[];
  /** Before each look for a change that is discarded while it is on its way. */
  discardPausesMs: readonly number[];
  /** How long closing waits for what is on its way before that is broken off. */
  closeGraceMs: number;
  /** How long closing waits for files that are being copied: what is cut short must be attached again. */
  copyGraceMs: number;
};

export const defaultRetryPolicy: RetryPolicy = {
  lookPausesMs: [0, 2_000, 5_000, 10_000, 20_000, 25_000],
  discardPausesMs: [0, 2_000, 4_000],
  firstRetryMs: 2_000,
  longestRetryMs: 60_000,
  closeGraceMs: 1_000,
  copyGraceMs: 4_000,
};

const ofTheConnection: readonly ProblemKind[] = [
  ...problemsOfTheWay,
  'rate-limited',
  'unauthorized',
  'wrong-credentials',
  'keychain-entry-missing',
  'keychain-locked',
];

/** Whether no other change would fare better: then all wait together. */
const concernsAll = (problem: Problem): boolean => ofTheConnection.includes(problem.kind);

/** Until when what is not to be tried; a server that asked for a pause is not asked before it is over. */
export class Backoff<K> {
  readonly #of = new Map<K | 'all', { failures: number; untilMs: number; mustBeKept: boolean }>();
  readonly #pace: RetryPolicy;

  constructor(pace: RetryPolicy) {
    this.#pace = pace;
  }

  noteFailure(key: K, problem: Problem | null, nowMs: number): void {
    this.#note(key, problem, nowMs);
    if (problem && concernsAll(problem)) this.#note('all', problem, nowMs);
  }

  /** Not before `delayMs` from now, whatever happens, and not before the end of a pause that the server asked for. */
  wait(key: K, delayMs: number, nowMs: number): void {
    const before = this.#of.get(key);
    const untilMs = Math.max(nowMs + delayMs, before?.mustBeKept ? before.untilMs : 0);
    this.#of.set(key, { failures: before?.failures ?? 0, untilMs, mustBeKept: true });
  }

  /** The server answered: what went wrong before does not count any more. */
  noteSuccess(key: K, nowMs: number): void {
    this.#of.delete(key);
    const all = this.#of.get('all');
    if (!all?.mustBeKept || all.untilMs <= nowMs) this.#of.delete('all');
  }

  untilMs(key: K): number {
    return Math.max(this.#of.get(key)?.untilMs ?? 0, this.#of.get('all')?.untilMs ?? 0);
  }

  forget(key: K): void {
    this.#of.delete(key);
  }

  /** The network may be back: no pause counts any more, but those that must be kept. */
  hurry(): void {
    for (const [key, pause] of this.#of) if (!pause.mustBeKept) this.#of.set(key, { ...pause, untilMs: 0 });
  }

  #note(key: K | 'all', problem: Problem | null, nowMs: number): void {
    const failures = (this.#of.get(key)?.failures ?? 0) + 1;
    const untilMs = nowMs + retryDelayMs(failures, problem, this.#pace);
    this.#of.set(key, { failures, untilMs, mustBeKept: problem?.retryAfterMs !== undefined });
  }
}
