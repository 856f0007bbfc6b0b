import type { TicketDetail, TicketSummary } from '../contract/ticket.ts';
import type { TicketText } from './texts.ts';

/** What a ticket is found by. */
export function textOf(row: number, summary: TicketSummary, detail: TicketDetail | null): TicketText {
  const own = [summary.id, summary.title];
  if (detail) own.push(detail.description, detail.customerReference, ...detail.comments.map(({ comment }) => comment));
  return { row, own: own.join('\n'), recurring: [summary.site, summary.location, summary.category, summary.createdBy] };
}
