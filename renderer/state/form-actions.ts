/* What the user does with the open form, except for sending it: type, merge with the server, close, discard, start over. */

import type { DraftContent } from '../../electron/contract/draft.ts';
import { changedFields, mergeTheirs } from '../../electron/contract/edit-merge.ts';
import {
  type EditableField,
  type EditableTicket,
  editableFields,
  emptyNewTicket,
  type NewTicket,
} from '../../electron/contract/fields.ts';
import { withUnixLineEnds } from '../../electron/contract/ticket-equality.ts';
import { words } from '../words/words.ts';
import {
  discardDraft,
  draftKeys,
  flushDrafts,
  isPrepared,
  isSubmitted,
  restoreDraft,
  saveDraft,
  unusedKey,
  useDrafts,
} from './drafts.ts';
import { offerUndo } from './feedback.ts';
import { type EditForm, type NewForm, newTicketFields, resetForm, showForm, useForm } from './form.ts';
import { showScreen } from './screen.ts';

/** Changes fields of a new ticket and saves the draft. */
export function changeNewTicket(change: Partial<NewTicket>): void {
  const { open } = useForm.getState();
  if (open?.form === 'new' && !isSubmitted(open.key)) updateForm({ ...open, fields: { ...open.fields, ...change } });
}

/**
 * Fills the form of a new ticket from a template. What stood there can be restored for a moment: in the fields that were not
 * written in since, or, when the form was left, as a draft beside it.
 */
export function fillNewTicket(filled: NewTicket, templateName: string): void {
  const { open } = useForm.getState();
  if (open?.form !== 'new') return;
  const { key, fields } = open;
  changeNewTicket(filled);
  if (newTicketFields.every((field) => fields[field] === '')) return;
  offerUndo(words.form.templateApplied({ name: templateName }), () => {
    const { open: now } = useForm.getState();
    if (now?.form !== 'new' || now.key !== key) {
      restoreDraft({ key, content: contentOf(open), savedAtMs: Date.now() });
      return;
    }
    const untouched = newTicketFields.filter((field) => now.fields[field] === filled[field]);
    changeNewTicket(Object.fromEntries(untouched.map((field) => [field, fields[field]])));
  });
}

/** Changes a field of an edit and saves the draft. */
export function changeEdit(field: EditableField, text: string): void {
  const { open } = useForm.getState();
  if (open?.form === 'edit' && !isSubmitted(open.key))
    updateForm({ ...open, fields: { ...open.fields, [field]: text } });
}

/** Merges what the server holds now into the open edit. */
export function mergeServerChanges(theirs: EditableTicket): void {
  const { open } = useForm.getState();
  if (open?.form !== 'edit') return;
  const { fields, base, conflicts } = mergeTheirs(open.fields, open.base, theirs);
  const changed = changedFields(fields, open.fields);
  const taken = editableFields.filter((field) => changed.includes(field) || open.taken.includes(field));
  // Without anything typed, the form of a ticket holds what the ticket holds now.
  const held = { ...base, ...Object.fromEntries(conflicts.map((field) => [field, theirs[field]])) };
  const initial = open.changeId === null ? { initialBase: held, initialFields: held } : {};
  updateForm({ ...open, ...initial, fields, base, theirs, taken });
}

/** What an edit consists of, and the change in the outbox that it edits. */
export type WrittenEdit = Pick<EditForm, 'ticketId' | 'fields' | 'base' | 'changeId'>;

/** Lets the open edit start from something else, by a function that returns what it is given where that stays. */
export function rebaseForm(rebase: <Edit extends WrittenEdit>(edit: Edit) => Edit): void {
  const { open } = useForm.getState();
  if (open?.form !== 'edit') return;
  const rebased = rebase(open);
  if (rebased === open) return;
  const initial = rebase({ ...open, fields: open.initialFields, base: open.initialBase });
  updateForm({ ...rebased, initialFields: initial.fields, initialBase: initial.base });
}

/** Resolves the conflict of a field that was changed both here and on the server. */
export function resolveConflict(field: EditableField, whose: 'mine' | 'theirs'): void {
  const { open } = useForm.getState();
  if (open?.form !== 'edit' || !open.theirs) return;
  const text = open.theirs[field];
  const fields = whose === 'theirs' ? { ...open.fields, [field]: text } : open.fields;
  updateForm({ ...open, fields, base: { ...open.base, [field]: text } });
}

function updateForm(open: NewForm | EditForm): void {
  useForm.setState({ open });
  if (isUntouched(open) && !isPrepared(open.key)) discardDraft(open.key);
  else saveDraft(open.key, contentOf(open));
}

/** Whether nothing is typed that a draft must keep. White space counts, though an edit of nothing else is not sent. */
function isUntouched(form: NewForm | EditForm): boolean {
  if (form.form === 'edit') {
    const { fields, initialFields } = form;
    return editableFields.every((field) => withUnixLineEnds(fields[field]) === withUnixLineEnds(initialFields[field]));
  }
  return newTicketFields.every((field) => form.fields[field] === form.initialFields[field]);
}

function contentOf(form: NewForm | EditForm): DraftContent {
  if (form.form === 'new') return { form: 'new', fields: form.fields, changeId: form.changeId };
  const { ticketId, fields, base, changeId } = form;
  return { form: 'edit', ticketId, fields, base, changeId };
}

/** Closes the form; what was typed stays as a draft. */
export function closeForm(): void {
  void flushDrafts();
  resetForm();
}

/** Closes the form and discards what was typed. It can be restored for a moment. */
export function discardForm(): void {
  const { open } = useForm.getState();
  if (!open) return;
  const hadDraft = useDrafts.getState().drafts.has(open.key);
  discardDraft(open.key);
  resetForm();
  if (hadDraft) offerUndo(words.form.draftDiscarded, () => restoreForm(open));
}

/** Restores what the form held before anything was typed. */
export function startOver(): void {
  const { open } = useForm.getState();
  if (!open) return;
  if (open.form === 'new') updateForm({ ...open, fields: open.initialFields, restoredAtMs: null });
  else updateForm({ ...open, fields: open.initialFields, base: open.initialBase, restoredAtMs: null });
  offerUndo(words.form.draftDiscarded, () => restoreForm(open));
}

/** Opens a form again, under an unused key: what was typed under its own key since then is another draft. */
function restoreForm(form: NewForm | EditForm): void {
  const restored = { ...form, key: unusedKey(form.key) };
  showScreen('tickets');
  showForm(restored);
  updateForm(restored);
}

/** Makes a new change of a form whose own change has left the outbox in the meantime. */
export function detachForm(): void {
  const { open } = useForm.getState();
  if (!open) return;
  if (open.form === 'new')
    restoreForm({ ...open, key: draftKeys.again(open.key), initialFields: emptyNewTicket, changeId: null });
  else
    restoreForm({
      ...open,
      key: draftKeys.edit(open.ticketId),
      initialBase: open.base,
      initialFields: open.base,
      changeId: null,
    });
  discardDraft(open.key); // only now: the disk is written in this order
}
