/* The dialogs that ask before something is lost: cancelling a ticket, discarding a change, closing the window. */

import { create } from 'zustand';
import { type FormChange, isUnderWay, type OutboxItem } from '../../electron/contract/change.ts';
import { type ChangeId, type GroupId, isLocalTicketId } from '../../electron/contract/ids.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import type { TicketSummary } from '../../electron/contract/ticket.ts';
import { words } from '../words/words.ts';
import { accountStore, inSameAccount } from './account-store.ts';
import { discardQuestion } from './change-words.ts';
import { attempt, attemptInBackground, offerUndo, showNotice, showProblem, useProblemBanner } from './feedback.ts';
import { flushLayout } from './layout.ts';
import { createOf, useOutbox } from './outbox.ts';
import { rebaseOnDiscarded } from './rebase-edits.ts';
import { flushTyped } from './saver.ts';

/** The ticket that the dialog `Cancel ticket` is about. It stays that one even if the reading pane shows another meanwhile. */
export const useCancelDialog = accountStore<{ readonly ticket: TicketSummary | null }>({ ticket: null });

export function openCancelDialog(ticket: TicketSummary): void {
  useCancelDialog.setState({ ticket });
}

/** Cancels a ticket, after a question: on the server, or, where it was never sent there, in the outbox. */
export function cancelTicket(ticket: TicketSummary, changes: readonly OutboxItem[]): void {
  const create = createOf(ticket.id, changes);
  if (create) discardChange(create);
  else if (!isLocalTicketId(ticket.id)) openCancelDialog(ticket);
}

export function closeCancelDialog(): void {
  useCancelDialog.setState({ ticket: null });
}

/** The change that the user is asked whether to discard. */
export const useDiscardDialog = accountStore<{ readonly item: OutboxItem | null }>({ item: null });

/** The changes that are being discarded: one that may have arrived is searched for first, which takes seconds. */
export const useDiscarding = accountStore<{ readonly ids: ReadonlySet<ChangeId> }>({ ids: new Set() });

/** Discards a change without a question. Returns whether it was discarded. */
export async function discardAtOnce(id: ChangeId): Promise<boolean> {
  useDiscarding.setState(({ ids }) => ({ ids: new Set([...ids, id]) }));
  const isDiscarded = await inSameAccount(attempt(window.desk.outbox.discard({ id })));
  if (isDiscarded === null) return false;
  useDiscarding.setState(({ ids }) => ({ ids: new Set([...ids].filter((other) => other !== id)) }));
  return isDiscarded;
}

/** The actions on many tickets whose changes are being discarded. */
export const useDiscardingGroups = accountStore<{ readonly ids: ReadonlySet<GroupId> }>({ ids: new Set() });

/** Discards what has not left of an action on many tickets, and says what may have left already. */
export async function discardGroup(groupId: GroupId): Promise<void> {
  useDiscardingGroups.setState(({ ids }) => ({ ids: new Set([...ids, groupId]) }));
  const outcome = await inSameAccount(window.desk.outbox.discardGroup({ groupId }));
  if (!outcome) return;
  useDiscardingGroups.setState(({ ids }) => ({ ids: new Set([...ids].filter((other) => other !== groupId)) }));
  if (!outcome.ok) showProblem(outcome.problem);
  else if (outcome.value.kept > 0) showNotice(words.outbox.group.kept(outcome.value));
}

/** Discards a change, after a question if more is lost than this change. */
export function discardChange(item: OutboxItem): void {
  if (discardQuestion(item) === null) void confirmDiscard(item);
  else useDiscardDialog.setState({ item });
}

/** Discards a change. Unless it was made of files or may have reached the server, it can be added again for a moment. */
export async function confirmDiscard(item: OutboxItem): Promise<void> {
  closeDiscardDialog();
  const isDiscarded = await discardAtOnce(item.id);
  if (!isDiscarded) return;
  const takeBack = rebaseOnDiscarded(item);
  const change = formChangeOf(item);
  if (!change || isUnderWay(item) || item.dependents > 0) return;
  offerUndo(words.form.changeDiscarded, () => void addAgain(change, takeBack));
}

async function addAgain(change: FormChange, takeBack: () => void): Promise<void> {
  if (await inSameAccount(attempt(window.desk.outbox.add({ change, draftKey: null })))) takeBack();
}

export function closeDiscardDialog(): void {
  useDiscardDialog.setState({ item: null });
}

function formChangeOf({ change }: OutboxItem): FormChange | null {
  return change.kind === 'attachment' ? null : change;
}

/** Why the window asks before it closes. */
type ClosingQuestion = {
  /** How many changes wait in the outbox. */
  readonly waiting: number;
  readonly isTypedSaved: boolean;
  /** Why what was typed could not be saved. */
  readonly problem: Problem | null;
};

/** The question before the window closes. It outlives the account, since the main process waits for its answer. */
export const useClosingDialog = create<{ readonly question: ClosingQuestion | null }>(() => ({ question: null }));

/**
 * Saves what was typed before the window closes, and tells the user if changes are still waiting. If the user does not
 * answer, the main process closes the window after a while, since nothing is lost. It waits for an answer only if
 * something typed could not be saved. The user is not asked when the computer shuts down.
 * @param saveNumber what the answer names where it may only save; `null`: it may ask
 */
export async function prepareToClose(saveNumber: number | null): Promise<void> {
  const [isTypedSaved] = await Promise.all([flushTyped(), flushLayout()]);
  if (saveNumber !== null) {
    await attemptInBackground(window.desk.system.saved({ saveNumber })); // the window may stay, with what it asks and says
    return;
  }
  const waiting = useOutbox.getState().items.length;
  if (isTypedSaved && waiting === 0) {
    await closeWindow();
    return;
  }
  const { problem } = useProblemBanner.getState(); // a save that failed just now has left its reason there
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
