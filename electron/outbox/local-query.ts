/* Finds the tickets that exist only here, by the rules by which the cache finds the others. They are few and in no index. */

import { momentsOf } from '../contract/dates.ts';
import { dateFields, type FacetQuery, type Filters, filterFields, type TicketRow } from '../contract/query.ts';
import { foldText, wordsOf } from '../contract/search-text.ts';
import { parseServerTime } from '../contract/server-time.ts';
import type { CachedTicket, TicketSummary } from '../contract/ticket.ts';
import type { Overlay } from '../store/overlay.ts';
import { type TicketState, ticketStateOf, viewBits } from '../store/ticket-state.ts';

/** A ticket that exists only here, and what it is at the moment. */
export type LocalTicket = CachedTicket & { state: TicketState };

/** Nobody else can have changed it. */
export const localStateOf = (summary: TicketSummary, overlay: Overlay, nowMs: number): TicketState =>
  ticketStateOf(summary, 0, overlay, nowMs);

/** Whether a query finds a ticket. */
export function matchesQuery(
  { summary, detail, state }: LocalTicket,
  { view, filters, search }: FacetQuery,
  overlay: Overlay,
  nowMs: number,
): boolean {
  if ((state.views & viewBits[view]) === 0 || !passes(summary, filters, nowMs)) return false;
  const { title, site, location, category, createdBy } = summary;
  const notes = [state.marks.note, overlay.siteNotes.get(site)];
  const text = foldText(
    [title, site, location, category, createdBy, detail?.description, detail?.customerReference, ...notes].join('\n'),
  );
  return wordsOf(search).every((word) => text.includes(word));
}

function passes(summary: TicketSummary, filters: Filters, nowMs: number): boolean {
  const hasValues = filterFields.every(
    (field) => filters[field].length === 0 || filters[field].includes(summary[field]),
  );
  return (
    hasValues &&
    dateFields.every((field) => {
      const span = filters[field];
      if (!span) return true;
      const timeMs = parseServerTime(summary[field])?.getTime();
      const { fromMs, untilMs } = momentsOf(span, nowMs);
      return timeMs !== undefined && timeMs >= fromMs && timeMs < untilMs;
    })
  );
}

/** Returns the row of a ticket that exists only here. */
export const localRow = ({ summary, detail, state }: LocalTicket): TicketRow => ({
  ...summary,
  ...state.marks,
  isUnread: false,
  attention: state.attention,
  customerReference: detail?.customerReference ?? '',
  lastCommentOn: '',
  statusSince: summary.createdOn,
  isStatusSinceLatest: false,
});
