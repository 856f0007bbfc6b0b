import type { DraftContent } from '../../electron/contract/draft.ts';
import { isLocalTicketId } from '../../electron/contract/ids.ts';
import { words } from '../words.ts';

/** What a draft is called in a list: its form, and the ticket or the title in it. */
export function draftName(content: DraftContent): string {
  const form = words.outbox.draft[content.form];
  if (content.form === 'new') return `${form}: ${content.fields.title.trim() || words.outbox.draftUntitled}`;
  return `${form} ${isLocalTicketId(content.ticketId) ? words.outbox.localTicket : content.ticketId}`;
}

/** The beginning of what was typed. */
export function draftExcerpt(content: DraftContent): string {
  switch (content.form) {
    case 'new':
      return content.fields.description.trim() || content.fields.site;
    case 'edit':
      return content.fields.title;
    case 'cancel':
      return content.reason;
    case 'comment':
      return content.comment.trim();
  }
}
