import { create } from 'zustand';
import type { EditableField, EditableTicket, NewTicket, NewTicketField } from '../../electron/contract/fields.ts';
import type { ChangeId, TicketId } from '../../electron/contract/ids.ts';
import type { Problem } from '../../electron/contract/problem.ts';

type FormBase<F> = {
  /** The draft's name. */
  readonly key: string;
  readonly fields: F;
  /** What stood in the form before anything was typed: as long as it does, there is no draft. */
  readonly initialFields: F;
  /** The change in the outbox that the form edits; `null` when it makes a new one. */
  readonly changeId: ChangeId | null;
  /** When the draft that the form was filled from was typed. */
  readonly restoredAtMs: number | null;
};

export type NewForm = FormBase<NewTicket> & { readonly form: 'new' };

export type EditForm = FormBase<EditableTicket> & {
  readonly form: 'edit';
  readonly ticketId: TicketId;
  /** What the edit starts from: what the server is taken to hold. */
  readonly base: EditableTicket;
  /** What the server holds now, once that is known. */
  readonly theirs: EditableTicket | null;
  /** Fields that were changed on the server only, and so were taken over. */
  readonly taken: readonly EditableField[];
};

type FormState = {
  /** The form that stands in the pane's place; `null` when none does. */
  readonly open: NewForm | EditForm | null;
  /** It is being sent to the outbox. */
  readonly isBusy: boolean;
  /** Why the outbox did not take it. */
  readonly problem: Problem | null;
};

const closed: FormState = { open: null, isBusy: false, problem: null };

/** The form of a new ticket or of an edit, of which one at a time is open. */
export const useForm = create<FormState>(() => closed);

/** Opens a form in place of the one that is open; what stood in that one stays as its draft. */
export function showForm(open: NewForm | EditForm): void {
  useForm.setState({ ...closed, open });
}

export function resetForm(): void {
  useForm.setState(closed);
}

/** The fields of a new ticket in the order in which they stand in the form. */
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

/** What is sent of a filled form: white space at the ends of one-line fields is nobody's wish. */
export function newTicketOf(fields: NewTicket): NewTicket {
  return {
    ...fields,
    title: fields.title.trim(),
    location: fields.location.trim(),
    customerReference: fields.customerReference.trim(),
  };
}
