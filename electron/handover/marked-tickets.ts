/* The tickets that a hand-over lists for what they are now: starred, or in need of attention. */

import { setImmediate as breathe } from 'node:timers/promises';
import type { HandoverScope } from '../contract/handover.ts';
import type { TicketId } from '../contract/ids.ts';
import { isSnoozed } from '../contract/marks.ts';
import { noFilters, type TicketQuery, type TicketRow } from '../contract/query.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Cache } from '../store/cache.ts';

/** More tickets in a section are counted, not listed: nobody reads them. */
export const mostPerSection = 200;

/** What needs attention may do so for weeks; the most urgent comes first. */
const mostUrgent = 50;

const rowsPerPage = 200;

type Sources = { cache: Pick<Cache, 'prepare'>; outbox: Pick<Outbox, 'tickets'> };

/** Those that are listed, and how many there are of each kind. A starred ticket that needs attention counts as starred only. */
export type MarkedTickets = {
  starred: readonly TicketRow[];
  starredCount: number;
  urgent: readonly TicketRow[];
  urgentCount: number;
};

/** Reads the starred tickets of some sites and those that need attention. Lets other work go on in between. */
export async function markedTickets(sources: Sources, { sites }: HandoverScope, nowMs: number): Promise<MarkedTickets> {
  const all = { filters: { ...noFilters, site: sites }, search: '' } as const;
  const newest = { ...all, view: 'starred', sort: { by: 'updatedOn', direction: 'descending' } } as const;
  const starred: TicketRow[] = [];
  let starredCount = 0;
  let withStars = 0;
  for await (const row of rowsOf(sources, newest)) {
    starredCount += 1;
    if (starred.length < mostPerSection) starred.push(row);
    if (row.attention.length > 0 && !isSnoozed(row, nowMs)) withStars += 1;
  }
  const mostUrgentFirst = { ...all, view: 'attention', sort: { by: 'attention', direction: 'ascending' } } as const;
  const urgent: TicketRow[] = [];
  // The starred ones may come before all others.
  for await (const row of rowsOf(sources, mostUrgentFirst)) {
    if (!row.isStarred) urgent.push(row);
    if (urgent.length === mostUrgent) break;
  }
  const { matching } = sources.outbox.tickets.page({ ...mostUrgentFirst, offset: 0, limit: 1 });
  return { starred, starredCount, urgent, urgentCount: matching - withStars };
}

/** Returns all rows of a list, page by page, since a page has an end. One that moves meanwhile comes once. */
async function* rowsOf(
  { cache, outbox }: Sources,
  query: Omit<TicketQuery, 'offset' | 'limit'>,
): AsyncGenerator<TicketRow> {
  const seen = new Set<TicketId>();
  let matching = 1;
  for (let offset = 0; offset < matching; offset += rowsPerPage) {
    await cache.prepare(query);
    const page = outbox.tickets.page({ ...query, offset, limit: rowsPerPage });
    for (const row of page.rows) {
      if (!seen.has(row.id)) yield row;
      seen.add(row.id);
    }
    matching = page.matching;
    await breathe();
  }
}
