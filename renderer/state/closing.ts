import { create } from 'zustand';
import type { Problem } from '../../electron/contract/problem.ts';
import { flushDrafts } from './drafts.ts';
import { useOutbox } from './outbox.ts';
import { attempt, attemptInBackground, useProblemBanner } from './problems.ts';

/** What is in the way of closing the window; `null` when nothing is or nobody wants to. */
export type ClosingQuestion = {
  readonly waiting: number;
  readonly isTypedSaved: boolean;
  /** Why what was typed could not be saved. */
  readonly problem: Problem | null;
};

export const useClosingDialog = create<{ readonly question: ClosingQuestion | null }>(() => ({ question: null }));

/**
 * The window is to close: what is typed goes to the disk, and where something waits the user is told. Without an answer the
 * main process closes it after a while, since nothing is lost by that; not so while something typed is not on the disk.
 */
export async function prepareToClose(): Promise<void> {
  const isTypedSaved = await flushDrafts();
  const waiting = useOutbox.getState().items.length;
  if (isTypedSaved && waiting === 0) {
    await closeWindow();
    return;
  }
  const { problem } = useProblemBanner.getState(); // where saving failed just now, it left its reason there
  useClosingDialog.setState({ question: { waiting, isTypedSaved, problem: isTypedSaved ? null : problem } });
  if (!isTypedSaved) await attemptInBackground(window.desk.system.awaitUser());
}

export async function closeWindow(): Promise<void> {
  useClosingDialog.setState({ question: null });
  await attempt(window.desk.system.close());
}

export function keepOpen(): void {
  useClosingDialog.setState({ question: null });
  void attempt(window.desk.system.keepOpen());
}
