import { create } from 'zustand';
import type { TicketSummary } from '../../electron/contract/ticket.ts';

/** The ticket about which is asked whether it shall be cancelled. It stays that one, whatever the pane shows meanwhile. */
export const useCancelDialog = create<{ readonly ticket: TicketSummary | null }>(() => ({ ticket: null }));

export function openCancelDialog(ticket: TicketSummary): void {
  useCancelDialog.setState({ ticket });
}

export function closeCancelDialog(): void {
  useCancelDialog.setState({ ticket: null });
}
