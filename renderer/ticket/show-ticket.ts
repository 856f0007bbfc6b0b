import type { TicketId } from '../../electron/contract/ids.ts';
import { resetForm } from '../form/form-store.ts';
import { showScreen } from '../screen-store.ts';
import { openTicket, useTicket } from './ticket-store.ts';

/** Shows a ticket wherever the user is; a form that is open stays as its draft. */
export function showTicket(ticketId: TicketId): void {
  resetForm();
  showScreen('tickets');
  useTicket.setState({ takesFocus: true });
  void openTicket(ticketId);
}
