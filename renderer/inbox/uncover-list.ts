import { leaveForm } from '../form/form-actions.ts';
import { useForm } from '../form/form-store.ts';
import { closeTicket } from '../ticket/ticket-store.ts';

/** Takes away what lies over the list in a narrow window. What stands in a form stays as its draft. */
export function uncoverList(): void {
  if (useForm.getState().open) leaveForm();
  closeTicket();
}
