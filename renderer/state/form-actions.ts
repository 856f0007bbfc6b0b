import type { FormChange } from '../../electron/contract/change.ts';
import type { DraftContent } from '../../electron/contract/draft.ts';
import {
  type EditableField,
  type EditableTicket,
  editableFields,
  emptyNewTicket,
  type NewTicket,
} from '../../electron/contract/fields.ts';
import { localTicketId } from '../../electron/contract/ids.ts';
import { words } from '../words/words.ts';
import { discardDraft, draftKeys, flushDrafts, forgetSentDraft, saveDraft, unusedKey, useDrafts } from './drafts.ts';
import { changedFields, editOf, mergeTheirs } from './edit-merge.ts';
import { offerUndo, useProblemBanner } from './feedback.ts';
import { type EditForm, type NewForm, newTicketFields, newTicketOf, resetForm, showForm, useForm } from './form.ts';
import { showScreen } from './screen.ts';
import { openTicket, readTicket, useTicket } from './ticket.ts';

/** Changes fields of a new ticket, and keeps them. */
export function changeNewTicket(change: Partial<NewTicket>): void {
  const { open, isBusy } = useForm.getState();
  if (open?.form === 'new' && !isBusy) updateForm({ ...open, fields: { ...open.fields, ...change } });
}

/** Changes a field of an edit, and keeps it. */
export function changeEdit(field: EditableField, text: string): void {
  const { open, isBusy } = useForm.getState();
  if (open?.form === 'edit' && !isBusy) updateForm({ ...open, fields: { ...open.fields, [field]: text } });
}

/** Brings what the server holds now into the open edit. */
export function mergeServerChanges(theirs: EditableTicket): void {
  const { open } = useForm.getState();
  if (open?.form !== 'edit') return;
  const { fields, base } = mergeTheirs(open.fields, open.base, theirs);
  const changed = changedFields(fields, open.fields);
  const taken = editableFields.filter((field) => changed.includes(field) || open.taken.includes(field));
  updateForm({
    ...open,
    fields,
    base,
    initialFields: open.changeId === null ? base : open.initialFields,
    theirs,
    taken,
  });
}

/** Settles a field that was changed here and on the server. */
export function resolveConflict(field: EditableField, whose: 'mine' | 'theirs'): void {
  const { open } = useForm.getState();
  if (open?.form !== 'edit' || !open.theirs) return;
  const text = open.theirs[field];
  const fields = whose === 'theirs' ? { ...open.fields, [field]: text } : open.fields;
  updateForm({ ...open, fields, base: { ...open.base, [field]: text } });
}

function updateForm(open: NewForm | EditForm): void {
  useForm.setState({ open });
  if (isUntouched(open)) discardDraft(open.key);
  else saveDraft(open.key, contentOf(open));
}

function isUntouched(form: NewForm | EditForm): boolean {
  if (form.form === 'edit') return changedFields(form.fields, form.initialFields).length === 0;
  return newTicketFields.every((field) => form.fields[field] === form.initialFields[field]);
}

function contentOf(form: NewForm | EditForm): DraftContent {
  if (form.form === 'new') return { form: 'new', fields: form.fields, changeId: form.changeId };
  const { ticketId, fields, base, changeId } = form;
  return { form: 'edit', ticketId, fields, base, changeId };
}

/** Closes the form; what stands in it stays as a draft. */
export function closeForm(): void {
  void flushDrafts();
  resetForm();
}

/** Closes the form and throws away what was typed in it; it can be had back for a moment. */
export function discardForm(): void {
  const { open } = useForm.getState();
  if (!open) return;
  const hadDraft = useDrafts.getState().drafts.has(open.key);
  discardDraft(open.key);
  resetForm();
  if (hadDraft) offerUndo(words.form.draftDiscarded, () => restoreForm(open));
}

/** Puts everything back to what stood there before anything was typed. */
export function startOver(): void {
  const { open } = useForm.getState();
  if (!open) return;
  if (open.form === 'new') updateForm({ ...open, fields: open.initialFields, restoredAtMs: null });
  else updateForm({ ...open, fields: open.initialFields, restoredAtMs: null });
  offerUndo(words.form.draftDiscarded, () => restoreForm(open));
}

/** Shows a form again under a name that is free: what was typed under its own one since is another draft. */
function restoreForm(form: NewForm | EditForm): void {
  const kept = { ...form, key: unusedKey(form.key) };
  showScreen('tickets');
  showForm(kept);
  updateForm(kept);
}

/** Makes a new change of a form whose own change has left the outbox meanwhile. */
export function detachForm(): void {
  const { open } = useForm.getState();
  if (!open) return;
  discardDraft(open.key);
  if (open.form === 'new')
    restoreForm({ ...open, key: draftKeys.again(open.key), initialFields: emptyNewTicket, changeId: null });
  else restoreForm({ ...open, key: draftKeys.edit(open.ticketId), initialFields: open.base, changeId: null });
}

/** Hands the form to the outbox; it closes when the outbox has it on the disk. Its fields are valid by now. */
export async function submitForm(): Promise<void> {
  const { open, isBusy } = useForm.getState();
  if (!open || isBusy) return;
  useForm.setState({ isBusy: true, problem: null });
  await flushDrafts(); // so that no save of the draft comes after the call that removes it
  const { outbox } = window.desk;
  const change = changeOf(open);
  const draftKey = useDrafts.getState().drafts.has(open.key) ? open.key : null;
  const outcome = open.changeId
    ? await outbox.replace({ id: open.changeId, change, draftKey })
    : await outbox.add({ change, draftKey });
  const isStillOpen = () => useForm.getState().open?.key === open.key;
  if (!outcome.ok) {
    if (isStillOpen()) useForm.setState({ isBusy: false, problem: outcome.problem });
    else useProblemBanner.setState({ problem: outcome.problem });
    return;
  }
  forgetSentDraft(open.key);
  // The next edit of the ticket starts from this one, and so must not come before the pane knows of it.
  if (open.form === 'edit') await readTicket();
  if (!isStillOpen()) return; // the user has gone on to another form meanwhile
  resetForm();
  useTicket.setState({ takesFocus: true });
  if (open.form !== 'new') return;
  const ticketId = open.changeId ? localTicketId(open.changeId) : outcome.value?.ticketId;
  if (ticketId) await openTicket(ticketId);
}

function changeOf(form: NewForm | EditForm): FormChange {
  if (form.form === 'new') return { kind: 'create', fields: newTicketOf(form.fields) };
  return { kind: 'update', ticketId: form.ticketId, ...editOf(form.fields, form.base) };
}
