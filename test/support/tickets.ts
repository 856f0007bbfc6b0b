import { type TicketId, ticketIdSchema } from '../../electron/contract/ids.ts';
import { noMarks } from '../../electron/contract/marks.ts';
import type { ShownTicket, TicketRow } from '../../electron/contract/query.ts';
import type { CachedTicket, TicketDetail, TicketSummary } from '../../electron/contract/ticket.ts';

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

/** A row of the list, read and without marks unless a test says otherwise. */
export function aRow(number: number, fields: Partial<TicketRow> = {}): TicketRow {
  const summary = aTicket(number, fields);
  return {
    ...noMarks,
    isUnread: false,
    attention: [],
    customerReference: '',
    lastCommentOn: '',
    statusSince: summary.createdOn,
    isStatusSinceLatest: true,
    ...fields,
    ...summary,
  };
}

/** A ticket as the reading pane shows it, read and without marks unless a test says otherwise. */
export function aShownTicket(number: number, fields: Partial<ShownTicket> = {}): ShownTicket {
  const cached: CachedTicket = { summary: aTicket(number), detail: null, detailConfirmedAtMs: null, isGone: false };
  return { ...cached, isUnread: false, attention: [], marks: noMarks, maintenance: null, ...fields };
}
