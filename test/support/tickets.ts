import { type TicketId, ticketIdSchema } from '../../electron/contract/ids.ts';
import type { TicketDetail, TicketSummary } from '../../electron/contract/ticket.ts';

export const ticketId = (number: number): TicketId => ticketIdSchema.parse(`WO${number}`);

/** A ticket in which a test names only what matters to it. */
export function aTicket(number: number, fields: Partial<TicketSummary> = {}): TicketSummary {
  return {
    id: ticketId(number),
    title: `Title ${number}`,
    status: 'Completed',
    site: 'PHX015',
    location: '',
    requestType: 'Facilities Request',
    category: 'Electrical',
    createdOn: '2026-01-01 10:00:00',
    updatedOn: '2026-01-02 10:00:00',
    closedOn: '',
    createdBy: 'Jane Doe',
    ...fields,
  };
}

export function aDetail(fields: Partial<TicketDetail> = {}): TicketDetail {
  return {
    description: 'A description',
    customerReference: '',
    ticketType: 'Customer Support',
    notificationRecipients: '',
    cancelReason: '',
    comments: [],
    ...fields,
  };
}
