import { create } from 'zustand';
import type { Outcome } from '../../electron/contract/calls.ts';
import type { Problem } from '../../electron/contract/problem.ts';

type FaultState = { readonly problem: Problem | null; readonly dismiss: () => void };

/** The problem of the last action that failed without a place of its own to say so; a banner shows it. */
export const useProblemBanner = create<FaultState>((set) => ({ problem: null, dismiss: () => set({ problem: null }) }));

/** Waits for a call; when it fails, the problem is shown as a banner. Answers whether it worked. */
export async function attempt(call: Promise<Outcome<unknown>>): Promise<boolean> {
  const isDone = await attemptInBackground(call);
  if (isDone) useProblemBanner.setState({ problem: null });
  return isDone;
}

/** The same for a call that nobody asked for: that it worked does not take away a banner that may not have been read yet. */
export async function attemptInBackground(call: Promise<Outcome<unknown>>): Promise<boolean> {
  const outcome = await call;
  if (!outcome.ok) useProblemBanner.setState({ problem: outcome.problem });
  return outcome.ok;
}

/** Long enough to read the sentence, find the button and press it. */
const offeredMs = 12_000;

type UndoState = { readonly sentence: string | null; readonly undo: (() => void) | null };

const nothing: UndoState = { sentence: null, undo: null };

/** The last thing that was thrown away, for as long as it can be had back. */
export const useUndo = create<UndoState>(() => nothing);

let timer: ReturnType<typeof setTimeout> | null = null;

/** Says what was done and offers to take it back. */
export function offerUndo(sentence: string, undo: () => void): void {
  if (timer) clearTimeout(timer);
  useUndo.setState({ sentence, undo });
  timer = setTimeout(withdrawUndo, offeredMs);
}

export function withdrawUndo(): void {
  if (timer) clearTimeout(timer);
  timer = null;
  useUndo.setState(nothing);
}
