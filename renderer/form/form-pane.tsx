import { useForm } from '../state/form.ts';
import { EditTicketForm } from './edit-form.tsx';
import { NewTicketForm } from './new-ticket-form.tsx';

/** The form that is open, in the place of the reading pane. */
export function FormPane() {
  const form = useForm((store) => store.open);
  if (!form) return null;
  return form.form === 'new' ? <NewTicketForm form={form} /> : <EditTicketForm form={form} />;
}
