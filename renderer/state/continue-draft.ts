/* Opens drafts from the list of drafts. */

import { flushSync } from 'react-dom';
import type { Draft } from '../../electron/contract/draft.ts';
import { emptyNewTicket, type NewTicket } from '../../electron/contract/fields.ts';
import type { TicketId } from '../../electron/contract/ids.ts';
import { inSameAccount } from './account-store.ts';
import { continueCommentEdit, editComment } from './comment.ts';
import { openCancelDialog } from './confirmations.ts';
import { openDialog } from './dialogs.ts';
import { copiedTicketOf, draftKeys, isPrepared } from './drafts.ts';
import { resetForm, showForm } from './form.ts';
import { copyOf, openChange, openNewForm } from './open-form.ts';
import { useOutbox } from './outbox.ts';
import { focusComment, showScreen } from './screen.ts';
import { select } from './selection.ts';
import { disabledReason, openTicket, useTicket } from './ticket.ts';

/** Opens a draft in its form. There `Start over` restores what the form held before anything was typed. */
export async function continueDraft({ key, content, savedAtMs }: Draft): Promise<void> {
  const change = useOutbox.getState().items.find(({ id }) => draftKeys.change(id) === key);
  if (change) {
    editComment(change);
    await openChange(change);
    return;
  }
  if (content.form === 'new') {
    const initialFields = isPrepared(key) ? content.fields : await inSameAccount(initialFieldsOf(key));
    if (initialFields) openNewForm(key, initialFields, content.changeId);
    return;
  }
  if (content.form === 'cancel') {
    await continueCancelling(content.ticketId);
    return;
  }
  resetForm();
  showScreen('tickets');
  if (content.form === 'bulkComment') {
    select(content.ticketIds);
    openDialog({ name: 'bulkComment', draft: key });
    return;
  }
  if (content.form === 'commentText') {
    openDialog({ name: 'commentTexts', draft: key });
    return;
  }
  const { ticketId, changeId } = content;
  if (content.form === 'edit') {
    const { fields, base } = content;
    showForm({
      form: 'edit',
      key,
      ticketId,
      fields,
      base,
      initialBase: base,
      initialFields: base,
      changeId,
      restoredAtMs: savedAtMs,
      theirs: null,
      taken: [],
    });
    await openTicket(ticketId);
    return;
  }
  if ((await inSameAccount(openTicket(ticketId))) === null) return;
  if (changeId) continueCommentEdit(useTicket.getState().openId ?? ticketId, changeId);
  focusComment();
}

/** Returns what the form of a new ticket held before anything was typed: a copy's ticket, or nothing. */
async function initialFieldsOf(key: string): Promise<NewTicket> {
  const copied = copiedTicketOf(key);
  const outcome = copied && (await window.desk.tickets.read({ id: copied }));
  return outcome?.ok && outcome.value ? copyOf(outcome.value) : emptyNewTicket;
}

/**
 * Opens the cancel dialog again if the ticket can still be cancelled. The ticket is opened and takes the keyboard first,
 * so that the keyboard returns to it when the dialog closes.
 */
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
