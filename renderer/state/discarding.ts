import { create } from 'zustand';
import type { FormChange, OutboxItem } from '../../electron/contract/change.ts';
import { words } from '../words/words.ts';
import { discardQuestion } from './change-words.ts';
import { attempt } from './problems.ts';
import { offerUndo } from './undo.ts';

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
