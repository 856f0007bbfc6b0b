/*
 * The comment that is being written. A new one is a draft of its ticket; one that is in the outbox already is edited there.
 * Both follow their ticket when the server gives it an id.
 */

import type { OutboxItem } from '../../electron/contract/change.ts';
import type { ChangeId, TicketId } from '../../electron/contract/ids.ts';
import { accountStore } from './account-store.ts';
import { addToCommentDraft, discardDraft, draftContent, draftKeys, onceSubmitted } from './drafts.ts';

/** An edit of a comment in the outbox; `original` is the text that the edit started from. */
export type CommentEdit = { readonly ticketId: TicketId; readonly changeId: ChangeId; readonly original: string };

/** The comment in the outbox that is being edited; `null` when the box holds a new one. */
export const useCommentEdit = accountStore<{ readonly edit: CommentEdit | null }>({ edit: null });

/** Opens a comment of the outbox for editing. */
export function editComment(item: OutboxItem): void {
  if (item.change.kind !== 'comment') return;
  useCommentEdit.setState({ edit: { ticketId: item.ticketId, changeId: item.id, original: item.change.comment } });
}

/** Continues an edit from its draft, when the outbox no longer holds the comment. */
export function continueCommentEdit(ticketId: TicketId, changeId: ChangeId): void {
  const original = draftContent(draftKeys.change(changeId), 'comment')?.comment ?? '';
  useCommentEdit.setState({ edit: { ticketId, changeId, original } });
}

/** Moves the edit to the server's id of its ticket. */
export function moveCommentEdit(from: TicketId, to: TicketId): void {
  useCommentEdit.setState(({ edit }) => ({ edit: edit?.ticketId === from ? { ...edit, ticketId: to } : edit }));
}

export function endCommentEdit(): void {
  useCommentEdit.setState({ edit: null });
}

/** Moves the new comment to the server's id of its ticket. One that is being handed to the outbox only goes along if it stays. */
export function moveCommentDraft(from: TicketId, to: TicketId): void {
  const key = draftKeys.comment(from);
  void onceSubmitted(key, () => {
    const content = draftContent(key, 'comment');
    if (!content) return;
    addToCommentDraft(to, content.comment); // a comment may have been started under that id as well
    discardDraft(key);
  });
}
