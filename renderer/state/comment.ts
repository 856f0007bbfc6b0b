import { create } from 'zustand';
import type { OutboxItem } from '../../electron/contract/change.ts';
import type { ChangeId, TicketId } from '../../electron/contract/ids.ts';
import { discardDraft, draftContent, draftKeys, saveDraft } from './drafts.ts';

/** A comment that lies in the outbox and is being written anew. */
export type CommentEdit = { readonly ticketId: TicketId; readonly changeId: ChangeId; readonly original: string };

export const useCommentEdit = create<{ readonly edit: CommentEdit | null }>(() => ({ edit: null }));

/** Puts a comment of the outbox back into the box. */
export function editComment(item: OutboxItem): void {
  if (item.change.kind !== 'comment') return;
  useCommentEdit.setState({ edit: { ticketId: item.ticketId, changeId: item.id, original: item.change.comment } });
}

/** Goes on with a draft of such an edit. */
export function continueCommentEdit(ticketId: TicketId, changeId: ChangeId): void {
  const original = draftContent(draftKeys.change(changeId), 'comment')?.comment ?? '';
  useCommentEdit.setState({ edit: { ticketId, changeId, original } });
}

/** Takes a comment that is being rewritten along when its ticket gets the server's id. */
export function moveCommentEdit(from: TicketId, to: TicketId): void {
  useCommentEdit.setState(({ edit }) => ({ edit: edit?.ticketId === from ? { ...edit, ticketId: to } : edit }));
}

export function endCommentEdit(): void {
  useCommentEdit.setState({ edit: null });
}

/** Makes a text the comment that is being written on a ticket, behind what was written of it already. */
export function addToCommentDraft(ticketId: TicketId, text: string): void {
  const key = draftKeys.comment(ticketId);
  const begun = draftContent(key, 'comment')?.comment;
  const comment = begun ? `${begun}\n\n${text}` : text;
  saveDraft(key, { form: 'comment', ticketId, comment, changeId: null });
}

/** Takes the comment that is being written along when its ticket gets the server's id. */
export function moveCommentDraft(from: TicketId, to: TicketId): void {
  const content = draftContent(draftKeys.comment(from), 'comment');
  if (!content) return;
  addToCommentDraft(to, content.comment); // one may have been begun under that id
  discardDraft(draftKeys.comment(from));
}
