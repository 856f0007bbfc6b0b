import { openStatuses } from '../contract/catalogue.ts';
import type { TicketId } from '../contract/ids.ts';
import type { TicketSummary } from '../contract/ticket.ts';
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
async function readNewest(tools: SyncTools): Promise<number | null> {
  for (let number = 0; number < mostNewestPages; number++) {
    const { page, isAllKnown } = await readPage(tools, number);
    const isEnd = page.isLast || number + 1 >= page.totalPages;
    if (!isAllKnown && !isEnd) continue;
    // The specification does not say in which order the list comes: new tickets may stand at its end.
    return isEnd || isNewestFirst(page.tickets) ? page.totalElements : await readLast(tools, page.totalPages - 1);
  }
  return null;
}

async function readLast(tools: SyncTools, last: number): Promise<number | null> {
  for (let number = last; number > last - mostNewestPages; number--) {
    const { page, isAllKnown } = await readPage(tools, number);
    if (isAllKnown || number <= 0) return page.totalElements;
  }
  return null;
}

async function readPage({ api, cache, signal, onSaved }: SyncTools, number: number) {
  const page = await api.listTickets(number, newestPageSize, signal);
  const { tickets } = cache.saveListed(page.tickets);
  onSaved(tickets);
  return { page, isAllKnown: tickets.every(({ before }) => before !== null) };
}

/** By when they were created, or by when they changed last. */
function isNewestFirst(tickets: readonly TicketSummary[]): boolean {
  return (['createdOn', 'updatedOn'] as const).some((field) =>
    tickets.every((ticket, index) => ticket[field] <= (tickets[index - 1] ?? ticket)[field]),
  );
}
