/* One exchange with a server: how long it may take, how it is aborted, and how the body of the response is read. */

import { ProblemError, problem } from '../contract/problem.ts';
import { networkFailureOf, UnsentError } from './network-errors.ts';
import type { HttpResponse } from './response.ts';

/**
 * Runs an exchange, or a step of one, until it ends, the caller aborts it or the time is up, and stops the timeout then.
 * Does not rely on the network to react to an abort: a request that Chromium has lost is collected as garbage together
 * with its promise, which would otherwise be awaited for ever.
 * @throws ProblemError for a failure of the network, `timeout` among them; an abort by the caller is thrown as it is.
 */
export async function runExchange<T>(
  callerSignal: AbortSignal | undefined,
  timeout: Timeout,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  // A signal of its own, because a round's is that of many calls at once: they would all listen to it.
  const signal = AbortSignal.any(callerSignal ? [callerSignal, timeout.signal] : [timeout.signal]);
  try {
    return await untilAborted(signal, work(signal));
  } catch (error) {
    if (callerSignal?.aborted || error instanceof ProblemError) throw error;
    if (timeout.signal.aborted) throw new ProblemError('timeout', {}, error);
    const { kind, isUnsent } = networkFailureOf(error);
    throw isUnsent ? new UnsentError(problem(kind), error) : new ProblemError(kind, {}, error);
  } finally {
    timeout.stop();
  }
}

/** Waits for `work` until the signal is aborted; `work` itself goes on. @param signal not shared with other calls, as each listens to it */
export async function untilAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  let onAbort: () => void = () => undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    onAbort = () => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort);
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/**
 * Aborts its signal after a time. As it is, it is a deadline for a whole exchange; restarted with each bit of progress, it
 * is an idle timeout for a transfer that may take long, up to a total where there is one. Not `AbortSignal.timeout`, whose
 * timer can be collected as garbage while the exchange still hangs. Time in which the user is asked for what the network wants
 * does not count (see `WriteNetwork`): a request that waits for an answer has not left.
 */
export class Timeout {
  readonly #abort = new AbortController();
  readonly #limitMs: number;
  readonly #endsAtMs: number;
  readonly #userAskedUntilMs: () => number;
  #timer: NodeJS.Timeout;

  constructor(
    limitMs: number,
    totalMs: number = Number.POSITIVE_INFINITY,
    userAskedUntilMs: () => number = () => Number.NEGATIVE_INFINITY,
  ) {
    this.#limitMs = limitMs;
    this.#userAskedUntilMs = userAskedUntilMs;
    this.#endsAtMs = performance.now() + totalMs;
    this.#timer = this.#start();
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Gives the exchange the whole time again, as far as the total allows. */
  restart(): void {
    this.stop();
    if (!this.#abort.signal.aborted) this.#timer = this.#start();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #start(): NodeJS.Timeout {
    const leftMs = Math.max(0, this.#endsAtMs - performance.now());
    return setTimeout(() => this.#end(), Math.min(this.#limitMs, leftMs));
  }

  #end(): void {
    const leftMs = this.#userAskedUntilMs() + this.#limitMs - performance.now();
    if (leftMs > 0) this.#timer = setTimeout(() => this.#end(), leftMs);
    else this.#abort.abort();
  }
}

/** @param onBytes called whenever some of the body has arrived */
export async function readResponse(response: Response, onBytes: () => void): Promise<HttpResponse> {
  // Chromium does not give out the body of a proxy's response in place of a secure server's: reading it would fail.
  const body = response.status === 407 ? '' : await readText(response, onBytes);
  return { status: response.status, headers: response.headers, body };
}

async function readText(response: Response, onBytes: () => void): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    onBytes();
  }
}

/** Yields the body of a response as it arrives. The timeout does not run while the caller handles a chunk. */
export async function* streamBody(
  response: Response,
  callerSignal: AbortSignal | undefined,
  timeout: Timeout,
): AsyncGenerator<Uint8Array, void, void> {
  const reader = response.body?.getReader();
  if (!reader) return;
  try {
    for (;;) {
      timeout.restart();
      const { done, value } = await runExchange(callerSignal, timeout, () => reader.read());
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined); // fails if the body has failed
  }
}
