import { ProblemError, problem } from '../contract/problem.ts';
import type { Answer } from './answer.ts';
import { UnsentError } from './certainty.ts';
import { networkFailureOf } from './failure.ts';
import type { SilenceLimit } from './silence.ts';

/** Runs a piece of an exchange, and makes a `ProblemError` of what the network throws; an abort that was asked for stays one. */
export async function guarded<T>(
  asked: AbortSignal | undefined,
  limit: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  try {
    return await work(asked ? AbortSignal.any([asked, limit]) : limit);
  } catch (error) {
    if (asked?.aborted || error instanceof ProblemError) throw error;
    if (limit.aborted) throw new ProblemError('timeout', {}, error);
    const { kind, isUnsent } = networkFailureOf(error);
    throw isUnsent ? new UnsentError(problem(kind), error) : new ProblemError(kind, {}, error);
  }
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
