import type { TicketId } from '../../electron/contract/ids.ts';
import { draftKeys } from './draft-keys.ts';
import { draftContent, dropDraft, keepDraft } from './draft-store.ts';

/** Takes the comment that is being written along when its ticket gets the server's id. */
export function moveCommentDraft(from: TicketId, to: TicketId): void {
  const content = draftContent(draftKeys.comment(from), 'comment');
  if (!content) return;
  keepDraft(draftKeys.comment(to), { ...content, ticketId: to });
  dropDraft(draftKeys.comment(from));
}
