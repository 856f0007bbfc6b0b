import type { CommentTextTemplate } from '../../electron/contract/draft.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import { words } from '../words/words.ts';
import { accountStore, inSameAccount } from './account-store.ts';
import { discardDraft, restoreDraft, saveDraft, useDrafts } from './drafts.ts';
import { attempt, offerUndo } from './feedback.ts';

type CommentTextState = { readonly texts: readonly CommentTextTemplate[]; readonly problem: Problem | null };

/** The texts for comments that the user keeps under a name. */
export const useCommentTexts = accountStore<CommentTextState>({ texts: [], problem: null });

export async function loadCommentTexts(): Promise<void> {
  const outcome = await useCommentTexts.newest(window.desk.commentTexts.list());
  if (outcome?.ok) useCommentTexts.setState({ texts: outcome.value, problem: null });
  else if (outcome) useCommentTexts.setState({ problem: outcome.problem });
}

/** Saves a text under a name, in the place of the one that has it. Returns whether that worked. */
export async function saveCommentText(name: string, text: string): Promise<boolean> {
  const outcome = await inSameAccount(window.desk.commentTexts.save({ name, text }));
  if (outcome?.ok) await loadCommentTexts();
  else if (outcome) useCommentTexts.setState({ problem: outcome.problem });
  return outcome?.ok ?? false;
}

/** Removes a text. It can be restored for a moment, unless another one has its name by then. */
export async function removeCommentText({ id, name, text }: CommentTextTemplate): Promise<void> {
  const outcome = await inSameAccount(window.desk.commentTexts.remove({ id }));
  if (!outcome) return;
  if (!outcome.ok) {
    useCommentTexts.setState({ problem: outcome.problem });
    return;
  }
  offerUndo(words.form.commentText.removed({ name }), () => {
    if (useCommentTexts.getState().texts.every((other) => other.name !== name)) void restore(name, text);
  });
  await loadCommentTexts();
}

/** Saves a text again that was removed. The banner says if that fails: the dialog may be closed by now. */
async function restore(name: string, text: string): Promise<void> {
  if (await inSameAccount(attempt(window.desk.commentTexts.save({ name, text })))) await loadCommentTexts();
}

/**
 * Discards the text that is being typed, for another one to be edited in its place. It can be restored for a moment; what is typed
 * by then is another draft.
 */
export function makeRoom(key: string): void {
  const lost = useDrafts.getState().drafts.get(key);
  if (!lost) return;
  discardDraft(key);
  offerUndo(words.form.draftDiscarded, () => {
    const since = useDrafts.getState().drafts.get(key);
    saveDraft(key, lost.content);
    if (since) restoreDraft(since);
  });
}
