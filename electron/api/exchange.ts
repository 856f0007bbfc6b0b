import { ProblemError, problem } from '../contract/problem.ts';
import { networkFailureOf, UnsentError } from './network-errors.ts';
import type { Answer } from './response.ts';

/**
 * Runs a piece of an exchange until one of the signals ends it, whether or not the network hears of that: a request that
 * Chromium has lost is collected as garbage with all that hangs on it, and would be waited for for ever. Makes a `ProblemError` of what the network throws; an abort
 * that was asked for stays one.
 */
export async function guarded<T>(
  asked: AbortSignal | undefined,
  limit: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const signals = asked ? [asked, limit] : [limit];
  try {
    return await untilAborted(signals, work(AbortSignal.any(signals)));
  } catch (error) {
    if (asked?.aborted || error instanceof ProblemError) throw error;
    if (limit.aborted) throw new ProblemError('timeout', {}, error);
    const { kind, isUnsent } = networkFailureOf(error);
    throw isUnsent ? new UnsentError(problem(kind), error) : new ProblemError(kind, {}, error);
  }
}

/** Waits for `work` until one of the signals ends the waiting, whatever becomes of `work`. */
export async function untilAborted<T>(signals: readonly AbortSignal[], work: Promise<T>): Promise<T> {
  const { promise: ended, reject } = withReject();
  const end = ({ target }: Event) => reject((target as AbortSignal).reason);
  for (const signal of signals) {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', end);
  }
  try {
    return await Promise.race([work, ended]);
  } finally {
    for (const signal of signals) signal.removeEventListener('abort', end);
  }
}

function withReject(): { promise: Promise<never>; reject: (reason: unknown) => void } {
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<never>((_resolve, rejectIt) => {
    reject = rejectIt;
  });
  return { promise, reject };
}

export async function readAnswer(response: Response): Promise<Answer> {
  // Chromium hands out no word of what a proxy says instead of a secure server: reading it would fail.
  const body = response.status === 407 ? '' : await response.text();
  return { status: response.status, headers: response.headers, body };
}

/** The body of an answer as it arrives. The time that the reader takes between two pieces is no silence of the server's. */
export async function* bodyOf(
  response: Response,
  asked: AbortSignal | undefined,
  silence: SilenceLimit,
): AsyncGenerator<Uint8Array, void, void> {
  const reader = response.body?.getReader();
  if (!reader) return;
  try {
    for (;;) {
      silence.noteProgress();
      const { done, value } = await guarded(asked, silence.signal, () => reader.read());
      silence.pause();
      if (done) return;
      yield value;
    }
  } finally {
    silence.pause();
    await reader.cancel().catch(() => undefined); // it has failed already
  }
}

/**
 * Ends a transfer that has come to a standstill. A large file may take as long as it takes, but not without a byte for
 * so long.
 */
export class SilenceLimit {
  readonly #abort = new AbortController();
  readonly #limitMs: number;
  #timer: NodeJS.Timeout;

  constructor(limitMs: number) {
    this.#limitMs = limitMs;
    this.#timer = this.#start();
  }

  /** Aborted when it was silent for too long. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Something arrived or left. */
  noteProgress(): void {
    clearTimeout(this.#timer);
    if (!this.#abort.signal.aborted) this.#timer = this.#start();
  }

  /** Nothing is expected until the next progress. */
  pause(): void {
    clearTimeout(this.#timer);
  }

  #start(): NodeJS.Timeout {
    return setTimeout(() => this.#abort.abort(), this.#limitMs);
  }
}

/**
 * Aborts what has not ended in time. Not `AbortSignal.timeout`, whose timer may be collected as garbage while what it should
 * end still hangs.
 */
export class TimeLimit {
  readonly #abort = new AbortController();
  readonly #timer: NodeJS.Timeout;

  constructor(limitMs: number) {
    this.#timer = setTimeout(() => this.#abort.abort(), limitMs);
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** It ended in time. */
  end(): void {
    clearTimeout(this.#timer);
  }
}
