import { create } from 'zustand';
import type { FormChange, OutboxItem } from '../../electron/contract/change.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import type { TicketSummary } from '../../electron/contract/ticket.ts';
import { words } from '../words/words.ts';
import { discardQuestion } from './change-words.ts';
import { flushDrafts } from './drafts.ts';
import { attempt, attemptInBackground, offerUndo, useProblemBanner } from './feedback.ts';
import { useOutbox } from './outbox.ts';

/** The ticket about which is asked whether it shall be cancelled. It stays that one, whatever the pane shows meanwhile. */
export const useCancelDialog = create<{ readonly ticket: TicketSummary | null }>(() => ({ ticket: null }));

export function openCancelDialog(ticket: TicketSummary): void {
  useCancelDialog.setState({ ticket });
}

export function closeCancelDialog(): void {
  useCancelDialog.setState({ ticket: null });
}

/** The change about which is asked whether it shall be thrown away. */
export const useDiscardDialog = create<{ readonly asked: OutboxItem | null }>(() => ({ asked: null }));

/** Throws a change away, after a question where more than it goes with it. */
export function discardChange(item: OutboxItem): void {
  if (discardQuestion(item) === null) void confirmDiscard(item);
  else useDiscardDialog.setState({ asked: item });
}

/** Throws a change away. What a form made can be had back for a moment, as a new change. */
export async function confirmDiscard(item: OutboxItem): Promise<void> {
  useDiscardDialog.setState({ asked: null });
  const isDiscarded = await attempt(window.desk.outbox.discard({ id: item.id }));
  const change = formChangeOf(item);
  const mayHaveArrived = item.state === 'sending' || item.state === 'unconfirmed';
  if (!isDiscarded || !change || mayHaveArrived || item.dependents > 0) return;
  offerUndo(words.form.changeDiscarded, () => void attempt(window.desk.outbox.add({ change, draftKey: null })));
}

function formChangeOf({ change }: OutboxItem): FormChange | null {
  return change.kind === 'attachment' ? null : change;
}

export function closeDiscardDialog(): void {
  useDiscardDialog.setState({ asked: null });
}

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
