import { create } from 'zustand';
import type { Problem } from '../../electron/contract/problem.ts';
import { flushDrafts } from './drafts.ts';
import { useOutbox } from './outbox.ts';
import { attempt, attemptUnasked, useFault } from './problems.ts';

/** What is in the way of closing the window; `null` when nothing is or nobody wants to. */
export type ClosingQuestion = {
  readonly waiting: number;
  readonly isTypedSaved: boolean;
  /** Why what was typed could not be saved. */
  readonly problem: Problem | null;
};

export const useClosing = create<{ readonly question: ClosingQuestion | null }>(() => ({ question: null }));

/**
 * The window is to close: what is typed goes to the disk, and where something waits the user is told. Without an answer the
 * main process closes it after a while, since nothing is lost by that; not so while something typed is not on the disk.
 */
export async function windowIsClosing(): Promise<void> {
  const isTypedSaved = await flushDrafts();
  const waiting = useOutbox.getState().items.length;
  if (isTypedSaved && waiting === 0) {
    await closeWindow();
    return;
  }
  const { problem } = useFault.getState(); // where saving failed just now, it left its reason there
  useClosing.setState({ question: { waiting, isTypedSaved, problem: isTypedSaved ? null : problem } });
  if (!isTypedSaved) await attemptUnasked(window.desk.system.awaitUser());
}

export async function closeWindow(): Promise<void> {
  useClosing.setState({ question: null });
  await attempt(window.desk.system.close());
}

export function keepOpen(): void {
  useClosing.setState({ question: null });
  void attempt(window.desk.system.keepOpen());
}
