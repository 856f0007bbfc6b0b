import type { TicketListPage } from '../api/wire.ts';
import type { TicketId } from '../contract/ids.ts';
import { openStatuses } from '../contract/specification.ts';
import type { TicketSummary } from '../contract/ticket.ts';
import type { SyncContext } from './context.ts';
import { readMissingTickets } from './details.ts';

/** Usually one page is enough for all open tickets of a status. */
const openPageSize = 200;

/** Small, because usually nothing is new. */
const newestPageSize = 50;

/** With more pages of new tickets than this, a walk is the better way. */
const maxNewestPages = 10;

/**
 * Brings the cache up to date with a handful of calls: the open tickets by status, a call for each ticket that was open
 * in the cache and is in none of those lists, and the newest pages until they hold only known tickets. Returns whether the
 * number of tickets then agrees with the server's total; when it does not, a walk over the whole list has to find out why.
 */
export async function updateIncrementally(context: SyncContext): Promise<boolean> {
  await updateOpenTickets(context);
  const total = await readNewest(context);
  return total !== null && agrees(context, total);
}

/** Brings the tickets up to date that are open on the server or in the cache. */
export async function updateOpenTickets(context: SyncContext): Promise<void> {
  const missing = new Set(context.cache.openTickets());
  for (const status of openStatuses) {
    for (const id of await readOpen(context, status)) missing.delete(id);
  }
  await readMissingTickets(context, [...missing]);
}

/** The cache may hold tickets that the list leaves out: those that the last walk found count as agreed. */
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
 * Reads from the top until the tickets are older than the newest one that the last successful round confirmed. A page
 * without anything new is no sign of that, since a failed round may have saved its tickets. Returns the server's total, or
 * `null` when the new tickets go on beyond `maxNewestPages`.
 */
async function readNewest(context: SyncContext): Promise<number | null> {
  const known = context.cache.newestConfirmed();
  for (let number = 0; number < maxNewestPages; number++) {
    const page = await readPage(context, number);
    if (page.isLast || number + 1 >= page.totalPages) return page.totalElements;
    const order = orders.find((field) => isDescending(page.tickets, field));
    // The specification does not state the order of the list (section 4): new tickets may be at its end.
    if (!order) return await readFromEnd(context, page.totalPages - 1, known.createdOn);
    if ((page.tickets.at(-1)?.[order] ?? '') < known[order]) return page.totalElements;
  }
  return null;
}

async function readFromEnd(context: SyncContext, last: number, knownUpTo: string): Promise<number | null> {
  for (let number = last; number > last - maxNewestPages; number--) {
    const page = await readPage(context, number);
    if (number <= 0 || (page.tickets[0]?.createdOn ?? '') < knownUpTo) return page.totalElements;
  }
  return null;
}

async function readPage({ api, cache, signal, onSaved }: SyncContext, number: number): Promise<TicketListPage> {
  const page = await api.listTickets(number, newestPageSize, signal);
  onSaved(cache.saveListed(page.tickets).tickets);
  return page;
}

/** The fields by which a list may be sorted newest first. */
const orders = ['createdOn', 'updatedOn'] as const;

function isDescending(tickets: readonly TicketSummary[], field: (typeof orders)[number]): boolean {
  return tickets.every((ticket, index) => ticket[field] <= (tickets[index - 1] ?? ticket)[field]);
}
