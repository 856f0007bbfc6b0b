import { openStatuses } from '../contract/catalogue.ts';
import type { TicketId } from '../contract/ids.ts';
import { type SyncTools, settleTickets } from './tools.ts';

/** Enough for what is usually open, in one call. */
const openPageSize = 200;

/** Small, since mostly nothing is new. */
const newestPageSize = 50;

/** With more pages of new tickets than this a walk is the better way. */
const mostNewestPages = 10;

/**
 * Brings the cache up to date with a handful of calls: the open tickets by status, a call for each ticket that was open
 * here and is in none of those lists, and the newest pages until one holds only known tickets. Answers whether the number
 * of tickets agrees with the server's then; when it does not, a walk over the whole list has to find out why.
 */
export async function runRound(tools: SyncTools): Promise<boolean> {
  const missing = new Set(tools.cache.openTickets());
  for (const status of openStatuses) {
    for (const id of await readOpen(tools, status)) missing.delete(id);
  }
  await settleTickets(tools, [...missing]);
  const total = await readNewest(tools);
  const surplus = tools.cache.walked()?.surplus ?? 0;
  return total !== null && tools.cache.count() - surplus === total;
}

async function readOpen({ api, cache, signal, onSaved }: SyncTools, status: string): Promise<ReadonlySet<TicketId>> {
  const ids = new Set<TicketId>();
  for (let number = 0; ; number++) {
    const page = await api.listTickets(number, openPageSize, signal, { status });
    onSaved(cache.saveListed(page.tickets).tickets);
    for (const { id } of page.tickets) ids.add(id);
    if (page.isLast || number + 1 >= page.totalPages) return ids;
  }
}

/** Answers the total, `null` when there was no end of new tickets. */
async function readNewest({ api, cache, signal, onSaved }: SyncTools): Promise<number | null> {
  for (let number = 0; number < mostNewestPages; number++) {
    const page = await api.listTickets(number, newestPageSize, signal);
    const { tickets } = cache.saveListed(page.tickets);
    onSaved(tickets);
    const isAllKnown = tickets.every(({ before }) => before !== null);
    if (isAllKnown || page.isLast || number + 1 >= page.totalPages) return page.totalElements;
  }
  return null;
}
