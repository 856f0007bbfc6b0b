import { EditTicketForm } from './edit-form.tsx';
import type { EditForm, NewForm } from './form-store.ts';
import { NewTicketForm } from './new-ticket-form.tsx';

/** The form that is open, in the place of the reading pane. */
export function FormPane({ form }: { form: NewForm | EditForm }) {
  return form.form === 'new' ? <NewTicketForm form={form} /> : <EditTicketForm form={form} />;
}
