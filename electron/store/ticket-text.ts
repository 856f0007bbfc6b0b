import type { TicketDetail, TicketSummary } from '../contract/ticket.ts';

/** What a ticket is found by. */
export function textOf(summary: TicketSummary, detail: TicketDetail | null): string {
  const parts = [summary.id, summary.title, summary.site, summary.location, summary.category, summary.createdBy];
  if (detail)
    parts.push(detail.description, detail.customerReference, ...detail.comments.map(({ comment }) => comment));
  return parts.join('\n');
}
