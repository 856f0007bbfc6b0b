/* The last step of every form: its change goes to the outbox, which takes the draft away in the same call. */

import type { FormChange } from '../../electron/contract/change.ts';
import { editOf } from '../../electron/contract/edit-merge.ts';
import { fieldsToSend } from '../../electron/contract/fields.ts';
import { type ChangeId, localTicketId, type TicketId } from '../../electron/contract/ids.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import { words } from '../words/words.ts';
import { inSameAccount } from './account-store.ts';
import { announce } from './announcements.ts';
import { discardDraft, flushDrafts, forgetSentDraft, submitOnce, useDrafts } from './drafts.ts';
import { showProblem } from './feedback.ts';
import { type EditForm, type NewForm, resetForm, useForm } from './form.ts';
import { noteTaken } from './outbox.ts';
import { openTicket, readTicket, useTicket } from './ticket.ts';
import { noteNewTicket } from './ticket-list.ts';

/** Hands the form, whose fields are valid, to the outbox. The form closes once the outbox has written it to the disk. */
export async function submitForm(): Promise<void> {
  const { open } = useForm.getState();
  if (!open) return;
  useForm.setState({ problem: null });
  const isStillOpen = () => useForm.getState().open?.key === open.key;
  const submitted = await submitChange(changeOf(open), open.key, open.changeId, isStillOpen);
  if (!submitted) return;
  if (submitted.problem) {
    if (isStillOpen()) useForm.setState({ problem: submitted.problem });
    return;
  }
  if (!isStillOpen()) return; // the user has opened another form in the meantime
  resetForm();
  discardDraft(open.key); // the ticket that was read may have been merged into the form, which saves what differs in white space
  useTicket.setState({ takesFocus: true });
  if (open.form !== 'new') return;
  const ticketId = open.changeId ? localTicketId(open.changeId) : submitted.ticketId;
  if (!ticketId) return;
  void noteNewTicket(ticketId, open.fields.title.trim());
  await openTicket(ticketId);
}

/** How handing over a change ended; `ticketId` is `null` for a change that replaces another. */
type Submitted = { problem: Problem } | { problem: null; ticketId: TicketId | null };

/**
 * Writes a change to the outbox, and removes the draft that it came from. Where the user has left its form meanwhile, which then
 * shows nothing any more, the banner says the problem.
 * @param key the draft's
 * @param changeId the change in the outbox that this one replaces; `null` for a new one
 * @returns `null` if it is under way already, or another account was opened meanwhile: whatever called this must end there
 */
export function submitChange(
  change: FormChange,
  key: string,
  changeId: ChangeId | null,
  isFormShown: () => boolean,
): Promise<Submitted | null> {
  return submitOnce(key, async () => {
    // No save of the draft may come after the call that removes it.
    if ((await inSameAccount(flushDrafts())) === null) return null;
    const { outbox } = window.desk;
    const draftKey = useDrafts.getState().drafts.has(key) ? key : null;
    const outcome = changeId
      ? await inSameAccount(outbox.replace({ id: changeId, change, draftKey }))
      : await inSameAccount(outbox.add({ change, draftKey }));
    if (!outcome) return null;
    if (!outcome.ok) {
      if (!isFormShown()) showProblem(outcome.problem);
      return { problem: outcome.problem };
    }
    forgetSentDraft(key);
    if (outcome.value) noteTaken(outcome.value.id);
    announce(words.outbox.wasTaken);
    // The next edit starts from the ticket in the pane, which must therefore include this one first.
    if (change.kind === 'update' && (await inSameAccount(readTicket())) === null) return null;
    return { problem: null, ticketId: outcome.value?.ticketId ?? null };
  });
}

/** Whether the change that was edited has left the outbox meanwhile, sent or discarded: its text can only become another one. */
export const hasLeftOutbox = ({ kind }: Problem): boolean => kind === 'change-sent' || kind === 'change-discarded';

function changeOf(form: NewForm | EditForm): FormChange {
  if (form.form === 'new') return { kind: 'create', fields: fieldsToSend(form.fields) };
  return { kind: 'update', ticketId: form.ticketId, ...editOf(form.fields, form.base) };
}
