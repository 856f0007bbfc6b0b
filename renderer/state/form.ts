/* The open form: which ticket or change it is about, what is typed in it, and what it started from. */

import type { EditableField, EditableTicket, NewTicket, NewTicketField } from '../../electron/contract/fields.ts';
import type { ChangeId, TicketId } from '../../electron/contract/ids.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import { accountStore } from './account-store.ts';
import { closeDialog, useDialog } from './dialogs.ts';

type FormState = {
  /** The form in place of the reading pane; `null` when none is open. */
  readonly open: NewForm | EditForm | null;
  /** Why the outbox did not take it. */
  readonly problem: Problem | null;
};

export type NewForm = FormBase<NewTicket> & { readonly form: 'new' };

export type EditForm = FormBase<EditableTicket> & {
  readonly form: 'edit';
  readonly ticketId: TicketId;
  /** What the server is taken to hold: the edit sends only the fields that differ from it. */
  readonly base: EditableTicket;
  /** The base when nothing was typed yet, and no choice made between two versions. */
  readonly initialBase: EditableTicket;
  /** What the server holds now, once that is known. */
  readonly theirs: EditableTicket | null;
  /** Fields that only the server changed and that were therefore taken over. */
  readonly taken: readonly EditableField[];
};

type FormBase<Fields> = {
  /** The draft's key. */
  readonly key: string;
  readonly fields: Fields;
  /** What the form held before anything was typed. There is no draft as long as it still holds that. */
  readonly initialFields: Fields;
  /** The change in the outbox that the form edits; `null` when it makes a new one. */
  readonly changeId: ChangeId | null;
  /** When the draft was saved that the form was filled from. */
  readonly restoredAtMs: number | null;
};

const closed: FormState = { open: null, problem: null };

/** The form of a new ticket or of an edit. One at a time is open. */
export const useForm = accountStore<FormState>(closed);

/** Opens a form in place of the one that is open; that one stays as its draft. */
export function showForm(open: NewForm | EditForm): void {
  useForm.setState({ ...closed, open });
}

/** Closes the form, and the choice of templates in it; its draft stays. */
export function resetForm(): void {
  useForm.setState(closed);
  if (useDialog.getState().open?.name === 'templates') closeDialog();
}

/** The fields of a new ticket in the order of the form. */
export const newTicketFields = [
  'title',
  'site',
  'location',
  'requestType',
  'category',
  'description',
  'customerReference',
  'notificationRecipients',
] as const satisfies NewTicketField[];
