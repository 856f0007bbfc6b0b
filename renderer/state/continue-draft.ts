import { flushSync } from 'react-dom';
import type { Draft } from '../../electron/contract/draft.ts';
import { emptyNewTicket, type NewTicket } from '../../electron/contract/fields.ts';
import type { TicketId } from '../../electron/contract/ids.ts';
import { addToCommentDraft, continueCommentEdit, editComment } from './comment.ts';
import { openCancelDialog } from './confirmations.ts';
import { copiedTicketOf, draftKeys, saveDraft, unusedKey } from './drafts.ts';
import { resetForm, showForm } from './form.ts';
import { copyOf, openChange, openNewForm } from './open-form.ts';
import { useOutbox } from './outbox.ts';
import { focusComment, showScreen } from './screen.ts';
import { disabledReason, openTicket, useTicket } from './ticket.ts';

/** Opens the form that a draft was typed in, with what was typed, so that starting over leads to where that form began. */
export async function continueDraft({ key, content, savedAtMs }: Draft): Promise<void> {
  const change = useOutbox.getState().items.find(({ id }) => draftKeys.change(id) === key);
  if (change) {
    editComment(change);
    await openChange(change);
    return;
  }
  if (content.form === 'new') {
    openNewForm(key, await initialFieldsOf(key), content.changeId);
    return;
  }
  if (content.form === 'cancel') {
    await continueCancelling(content.ticketId);
    return;
  }
  resetForm();
  showScreen('tickets');
  const { ticketId, changeId } = content;
  if (content.form === 'edit') {
    const { fields, base } = content;
    showForm({
      form: 'edit',
      key,
      ticketId,
      fields,
      base,
      initialFields: base,
      changeId,
      restoredAtMs: savedAtMs,
      theirs: null,
      taken: [],
    });
    await openTicket(ticketId);
    return;
  }
  await openTicket(ticketId);
  if (changeId) continueCommentEdit(useTicket.getState().openId ?? ticketId, changeId);
  focusComment();
}

/** What stood in the form of a new ticket before anything was typed. */
async function initialFieldsOf(key: string): Promise<NewTicket> {
  const copied = copiedTicketOf(key);
  const outcome = copied && (await window.desk.tickets.read({ id: copied }));
  return outcome?.ok && outcome.value ? copyOf(outcome.value) : emptyNewTicket;
}

/** Asks once more, over the ticket, which takes the keyboard first and so gets it back; unless it cannot be cancelled any more. */
async function continueCancelling(ticketId: TicketId): Promise<void> {
  const reading = flushSync(() => {
    resetForm();
    showScreen('tickets');
    useTicket.setState({ takesFocus: true });
    return openTicket(ticketId);
  });
  await reading;
  const { ticket } = useTicket.getState();
  if (ticket?.summary.id !== ticketId) return;
  const changes = useOutbox.getState().byTicket.get(ticketId) ?? [];
  if (disabledReason('cancel', ticket, changes) === null) openCancelDialog(ticket.summary);
}

/** Brings back a draft that was thrown away. What was typed in its place since stays as well. */
export function restoreDraft({ key, content }: Draft): void {
  const isFree = unusedKey(key) === key;
  if (content.form === 'comment' && !isFree) addToCommentDraft(content.ticketId, content.comment);
  else if (content.form !== 'cancel' || isFree) saveDraft(unusedKey(key), content);
}
