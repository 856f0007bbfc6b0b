import type { Draft } from '../../electron/contract/draft.ts';
import { addToCommentDraft } from './comment-draft.ts';
import { draftKeys } from './draft-keys.ts';
import { keepDraft, useDrafts } from './draft-store.ts';

/** Brings back a draft that was thrown away. What was typed in its place since stays as well. */
export function restoreDraft({ key, content }: Draft): void {
  const isFree = freeKey(key) === key;
  if (content.form === 'comment' && !isFree) addToCommentDraft(content.ticketId, content.comment);
  else if (content.form !== 'cancel' || isFree) keepDraft(freeKey(key), content);
}

/** A name under which nothing was typed since. */
export function freeKey(key: string): string {
  return useDrafts.getState().drafts.has(key) ? freeKey(draftKeys.again(key)) : key;
}
