import type { TicketListPage } from '../api/wire.ts';
import type { TicketId } from '../contract/ids.ts';
import { openStatuses } from '../contract/specification.ts';
import type { TicketSummary } from '../contract/ticket.ts';
import { type SyncContext, settleTickets } from './context.ts';

/** Enough for what is usually open, in one call. */
const openPageSize = 200;

/** Small, since mostly nothing is new. */
const newestPageSize = 50;

/** With more pages of new tickets than this a walk is the better way. */
const mostNewestPages = 10;

/**
 * Brings the cache up to date with a handful of calls: the open tickets by status, a call for each ticket that was open
 * here and is in none of those lists, and the newest pages until what comes is known. Answers whether the number of
 * tickets agrees with the server's then; when it does not, a walk over the whole list has to find out why.
 */
export async function runRound(tools: SyncContext): Promise<boolean> {
  const missing = new Set(tools.cache.openTickets());
  for (const status of openStatuses) {
    for (const id of await readOpen(tools, status)) missing.delete(id);
  }
  await settleTickets(tools, [...missing]);
  const total = await readNewest(tools);
  return total !== null && agrees(tools, total);
}

function agrees({ cache }: SyncContext, total: number): boolean {
  return cache.count() - (cache.walked()?.surplus ?? 0) === total;
}

async function readOpen({ api, cache, signal, onSaved }: SyncContext, status: string): Promise<ReadonlySet<TicketId>> {
  const ids = new Set<TicketId>();
  for (let number = 0; ; number++) {
    const page = await api.listTickets(number, openPageSize, signal, { status });
    onSaved(cache.saveListed(page.tickets).tickets);
    for (const { id } of page.tickets) ids.add(id);
    if (page.isLast || number + 1 >= page.totalPages) return ids;
  }
}

/**
 * Reads from the top until what comes is older than what was known when a round last ended well; a page that holds
 * nothing new does not say that, since a round that failed may have brought what is on it. Answers the total, `null` when
 * there was no end of new tickets.
 */
async function readNewest(tools: SyncContext): Promise<number | null> {
  const known = tools.cache.newestConfirmed();
  for (let number = 0; number < mostNewestPages; number++) {
    const page = await readPage(tools, number);
    if (page.isLast || number + 1 >= page.totalPages) return page.totalElements;
    const order = orders.find((field) => isDescending(page.tickets, field));
    // The specification does not say in which order the list comes: new tickets may stand at its end.
    if (!order) return await readLast(tools, page.totalPages - 1, known.createdOn);
    if ((page.tickets.at(-1)?.[order] ?? '') < known[order]) return page.totalElements;
  }
  return null;
}

async function readLast(tools: SyncContext, last: number, knownUpTo: string): Promise<number | null> {
  for (let number = last; number > last - mostNewestPages; number--) {
    const page = await readPage(tools, number);
    if (number <= 0 || (page.tickets[0]?.createdOn ?? '') < knownUpTo) return page.totalElements;
  }
  return null;
}

async function readPage({ api, cache, signal, onSaved }: SyncContext, number: number): Promise<TicketListPage> {
  const page = await api.listTickets(number, newestPageSize, signal);
  onSaved(cache.saveListed(page.tickets).tickets);
  return page;
}

/** Newest first, by one or the other. */
const orders = ['createdOn', 'updatedOn'] as const;

function isDescending(tickets: readonly TicketSummary[], field: (typeof orders)[number]): boolean {
  return tickets.every((ticket, index) => ticket[field] <= (tickets[index - 1] ?? ticket)[field]);
}
