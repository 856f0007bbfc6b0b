import { create } from 'zustand';
import type { TicketSummary } from '../../electron/contract/ticket.ts';

/** The ticket about which is asked whether it shall be cancelled. It stays that one, whatever the pane shows meanwhile. */
export const useCancelling = create<{ readonly ticket: TicketSummary | null }>(() => ({ ticket: null }));

export function askToCancel(ticket: TicketSummary): void {
  useCancelling.setState({ ticket });
}

export function endCancelling(): void {
  useCancelling.setState({ ticket: null });
}
