import type { TicketId } from '../../electron/contract/ids.ts';
import { draftKeys } from './draft-keys.ts';
import { draftContent, dropDraft, keepDraft } from './draft-store.ts';

/** Takes the comment that is being written along when its ticket gets the server's id. */
export function moveCommentDraft(from: TicketId, to: TicketId): void {
  const content = draftContent(draftKeys.comment(from), 'comment');
  if (!content) return;
  addToCommentDraft(to, content.comment); // one may have been begun under that id
  dropDraft(draftKeys.comment(from));
}

/** Makes a text the comment that is being written on a ticket, behind what was written of it already. */
export function addToCommentDraft(ticketId: TicketId, text: string): void {
  const key = draftKeys.comment(ticketId);
  const begun = draftContent(key, 'comment')?.comment;
  const comment = begun ? `${begun}\n\n${text}` : text;
  keepDraft(key, { form: 'comment', ticketId, comment, changeId: null });
}
