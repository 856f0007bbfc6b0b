import type { Draft } from '../../electron/contract/draft.ts';
import { emptyNewTicket } from '../../electron/contract/fields.ts';
import { resetForm, showForm } from '../form/form-store.ts';
import { openNew } from '../form/open-form.ts';
import { focusComment } from '../inbox/focus.ts';
import { showScreen } from '../screen-store.ts';
import { continueCommentEdit } from '../ticket/comment-edit-store.ts';
import { openTicket, useTicket } from '../ticket/ticket-store.ts';

/** Opens the form that a draft was typed in, with what was typed. */
export async function continueDraft({ key, content, savedAtMs }: Draft): Promise<void> {
  if (content.form === 'new') {
    openNew(key, emptyNewTicket, content.changeId);
    return;
  }
  resetForm();
  showScreen('tickets');
  if (content.form === 'edit') {
    const { ticketId, fields, base, changeId } = content;
    showForm({
      form: 'edit',
      key,
      ticketId,
      fields,
      base,
      begun: base,
      changeId,
      restoredAtMs: savedAtMs,
      theirs: null,
      taken: [],
    });
    await openTicket(ticketId);
    return;
  }
  if (content.form === 'comment' && content.changeId) continueCommentEdit(content.ticketId, content.changeId);
  useTicket.setState({ takesFocus: content.form === 'cancel' });
  await openTicket(content.ticketId);
  if (content.form === 'comment') focusComment();
}
