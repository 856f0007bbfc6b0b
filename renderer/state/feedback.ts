/* What the window says after an action: a banner when it failed, and an offer to undo what threw something away. */

import type { Outcome } from '../../electron/contract/calls.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import { accountStore, onAccountReset } from './account-store.ts';

/** The problem of the last action that failed for which no form or pane shows it. */
export const useProblemBanner = accountStore<{ readonly problem: Problem | null }>({ problem: null });

export function showProblem(problem: Problem): void {
  useProblemBanner.setState({ problem });
}

export function dismissProblem(): void {
  useProblemBanner.setState({ problem: null });
}

/** The account's notice that the user has read. The banner itself goes meanwhile, such as behind the sign-in form. */
export const useDismissedNotice = accountStore<{ readonly message: string | null }>({ message: null });

export function dismissNotice({ message }: Problem): void {
  useDismissedNotice.setState({ message });
}

/** Waits for what the user asked for: the banner shows its problem, or goes if it worked. Returns whether it worked. */
export async function attempt(call: Promise<Outcome<unknown>>): Promise<boolean> {
  const isDone = await attemptInBackground(call);
  if (isDone) dismissProblem();
  return isDone;
}

/** Does the same for a call that the user did not ask for: its success leaves a banner that may not have been read yet. */
export async function attemptInBackground(call: Promise<Outcome<unknown>>): Promise<boolean> {
  const outcome = await call;
  if (!outcome.ok) showProblem(outcome.problem);
  return outcome.ok;
}

/** Long enough to read the sentence, find the button and press it. */
const undoOfferMs = 12_000;

/** `undo` is `null` for what cannot be undone or need not be. */
type UndoState = { readonly sentence: string | null; readonly undo: (() => void) | null };

/** What was done last and is said for a moment, with the offer to undo it. */
export const useUndo = accountStore<UndoState>({ sentence: null, undo: null });

let timer: ReturnType<typeof setTimeout> | null = null;

/** Says what was done and offers to undo it. */
export function offerUndo(sentence: string, undo: () => void): void {
  showNotice(sentence);
  useUndo.setState({ undo });
}

/** Says what was done, for as long as an offer to undo stands. */
export function showNotice(sentence: string): void {
  withdrawUndo();
  useUndo.setState({ sentence, undo: null });
  timer = setTimeout(withdrawUndo, undoOfferMs);
}

/** Says what is being done, for as long as it takes, if nothing else was said meanwhile. */
export async function showWhile<T>(sentence: string, work: Promise<T>): Promise<T> {
  withdrawUndo();
  useUndo.setState({ sentence, undo: null });
  try {
    return await work;
  } finally {
    if (useUndo.getState().sentence === sentence) withdrawUndo();
  }
}

export function withdrawUndo(): void {
  if (timer) clearTimeout(timer);
  timer = null;
  useUndo.reset();
}

onAccountReset(withdrawUndo);
