import { setTimeout as sleep } from 'node:timers/promises';
import { ProblemError } from '../contract/problem.ts';
import { type Insight, Inspector } from './inspector.ts';
import type { Pace } from './pace.ts';
import type { StoredChange } from './stored-change.ts';

export type DiscardTools = { inspector: Inspector; pace: Pace; closed: AbortController };

/**
 * Looks whether what is discarded has arrived; `null` when it was not found, or never left, or when that was settled before.
 * @throws ProblemError when the server cannot be asked: then the change stays
 */
export async function lookBeforeDiscard(
  stored: StoredChange,
  { inspector, pace, closed }: DiscardTools,
): Promise<Extract<Insight, { kind: 'done' }> | null> {
  const mayHaveArrived = stored.state === 'sending' || (stored.state === 'unconfirmed' && !stored.needsDecision);
  if (!mayHaveArrived) return null;
  const pauses = Inspector.isSettledByTicket(stored) ? [0] : pace.discardPausesMs;
  for (const pauseMs of pauses) {
    await sleep(pauseMs, null, { signal: closed.signal });
    const insight = await inspect(stored, inspector, closed.signal);
    if (insight.kind === 'done') return insight;
  }
  return null;
}

async function inspect(stored: StoredChange, inspector: Inspector, signal: AbortSignal): Promise<Insight> {
  try {
    return await inspector.inspect(stored, signal);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { kind, ...details } = error.problem;
    const kept = 'The change may have arrived, so it stays here until the server can be asked.';
    throw new ProblemError(kind, { ...details, kept }, error);
  }
}
