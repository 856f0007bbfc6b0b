/*
 * The comment that is being written. A new one is a draft of its ticket; one that is in the outbox already is edited there.
 * Both follow their ticket when the server gives it an id.
 */

import type { OutboxItem } from '../../electron/contract/change.ts';
import type { ChangeId, TicketId } from '../../electron/contract/ids.ts';
import { accountStore } from './account-store.ts';
import { addToCommentDraft, discardDraft, draftContent, draftKeys, saveDraft } from './drafts.ts';

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

/** The server's ids of tickets whose new comment has moved there. */
const useMoved = accountStore<{ readonly ids: ReadonlyMap<TicketId, TicketId> }>({ ids: new Map() });

/** Moves the new comment to the server's id of its ticket. */
export function moveCommentDraft(from: TicketId, to: TicketId): void {
  const content = draftContent(draftKeys.comment(from), 'comment');
  if (!content) return;
  addToCommentDraft(to, content.comment); // a comment may have been started under that id as well
  discardDraft(draftKeys.comment(from));
  useMoved.setState(({ ids }) => ({ ids: new Map(ids).set(from, to) }));
}

/** Takes a comment that was sent out of the draft that it has moved to meanwhile. What was written there before it stays. */
export function forgetMovedComment(ticketId: TicketId, sent: string): void {
  const to = useMoved.getState().ids.get(ticketId);
  if (to === undefined) return;
  const key = draftKeys.comment(to);
  const content = draftContent(key, 'comment');
  if (content?.comment === sent) discardDraft(key);
  else if (content?.comment.endsWith(`\n\n${sent}`)) {
    saveDraft(key, { ...content, comment: content.comment.slice(0, -`\n\n${sent}`.length) });
  }
}
