import type { OutboxItem } from '../../electron/contract/change.ts';
import { resetForm } from '../form/form-store.ts';
import { showScreen } from '../screen-store.ts';
import { openTicket, useTicket } from '../ticket/ticket-store.ts';

/** Shows the ticket that a change is about; a form that is open stays as its draft. */
export function showTicketOf({ ticketId }: OutboxItem): void {
  resetForm();
  showScreen('tickets');
  useTicket.setState({ takesFocus: true });
  void openTicket(ticketId);
}
