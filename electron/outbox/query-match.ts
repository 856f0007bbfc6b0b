import { filterFields, type TicketQuery } from '../contract/query.ts';
import { foldText, wordsOf } from '../contract/search-text.ts';
import type { CachedTicket } from '../contract/ticket.ts';

/** Whether a ticket that lies in no index is what a query finds: as the cache would say it. */
export function matchesQuery({ summary, detail }: CachedTicket, { filters, search }: TicketQuery): boolean {
  const passes = filterFields.every((field) => filters[field].length === 0 || filters[field].includes(summary[field]));
  if (!passes) return false;
  const { title, site, location, category, createdBy } = summary;
  const text = foldText(
    [title, site, location, category, createdBy, detail?.description, detail?.customerReference].join('\n'),
  );
  return wordsOf(search).every((word) => text.includes(word));
}
