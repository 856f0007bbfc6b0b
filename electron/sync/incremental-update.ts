import { orderFields, orderOf, timesOf } from '../api/list-order.ts';
import type { TicketListPage } from '../api/wire.ts';
import type { TicketId } from '../contract/ids.ts';
import { openStatuses } from '../contract/specification.ts';
import type { SyncContext } from './context.ts';
import { readMissingTickets } from './details.ts';
import { readLists, readPage } from './list-reader.ts';
import { mayGoOn } from './page-plan.ts';

/** Small, because usually nothing is new. */
const newestPageSize = 25;

/** With more pages of new tickets than this, a walk is the better way. */
const maxNewestPages = 20;

/**
 * Brings the cache up to date with a handful of calls: the open tickets by status, a call for each ticket that was open
 * in the cache and is in none of those lists, and the newest pages until they hold only known tickets. Returns whether the
 * number of tickets then agrees with the server's total; when it does not, a walk over the whole list has to find out why.
 */
export async function updateIncrementally(context: SyncContext): Promise<boolean> {
  const count = new ExpectedCount(context);
  await updateOpenTickets(count.context);
  const total = await readNewest(count.context);
  return total !== null && count.agreesWith(total);
}

/** Brings the tickets up to date that are open on the server or in the cache, and those that a list should have shown. */
export async function updateOpenTickets(context: SyncContext): Promise<void> {
  const { cache, sightings } = context;
  const missing = new Set([...cache.openTickets(), ...sightings.late]);
  const lists = openStatuses.map((status) => ({ status }));
  await readLists(context, lists, (page) => {
    for (const id of save(context, page)) missing.delete(id);
  });
  await readMissingTickets(context, [...missing]);
}

/** Compares the number of cached tickets with the server's total. */
class ExpectedCount {
  /** As the given one; also counts the tickets that come and go through it. */
  readonly context: SyncContext;
  #count: number;

  constructor(context: SyncContext) {
    this.#count = context.cache.count();
    this.context = {
      ...context,
      onSaved: (saved) => {
        this.#count += saved.filter(({ before }) => before === null).length;
        context.onSaved(saved);
      },
      onGone: (id) => {
        if (context.cache.ticket(id) === null) this.#count -= 1;
        context.onGone(id);
      },
    };
  }

  /**
   * The cache may hold tickets that the list leaves out: those that the last walk found count as agreed. What was created
   * here meanwhile may be counted by the server or not.
   */
  agreesWith(total: number): boolean {
    const { cache, sightings } = this.context;
    const surplus = cache.progress.walked()?.surplus;
    if (surplus === null) return true;
    const count = cache.count();
    const excess = count - sightings.late.size - (surplus ?? 0) - total;
    return excess === 0 || (excess > 0 && excess <= count - this.#count);
  }
}

/**
 * Reads from the top until the tickets are older than the newest one that the last successful round confirmed. A page
 * without anything new is no sign of that, since a failed round may have saved its tickets. Returns the server's total, or
 * `null` when the new tickets go on beyond `maxNewestPages`.
 */
async function readNewest(context: SyncContext): Promise<number | null> {
  const known = context.cache.progress.newestConfirmed();
  const asked = Math.min(newestPageSize, context.pageSizes.first()); // the same for all, since pages are numbered in it
  const read = async (number: number) => {
    const page = await readPage(context, number, asked);
    save(context, page);
    return page;
  };
  let total = 0;
  for (let number = 0; number < maxNewestPages; number++) {
    const page = await read(number);
    const { tickets, rowCount, size } = page;
    if (rowCount > 0 || number === 0) total = page.totalElements; // an empty page behind the end may state none
    if (!mayGoOn(page, { first: number * size, size })) return total;
    const order = orderFields.find((field) => orderOf(tickets, field) === 'descending');
    // The specification does not state the order of the list (section 4): new tickets may be at its end.
    if (!order) return await readFromEnd(read, page, known.createdOn);
    if ((timesOf(tickets, order).at(-1) ?? '') < known[order]) return total;
  }
  return null;
}

/** Reads from the page that is the last one by the total: on, since the list can be longer than that, and then back. */
async function readFromEnd(
  read: (number: number) => Promise<TicketListPage>,
  { totalElements: total, size }: TicketListPage,
  knownUpTo: string,
): Promise<number | null> {
  const last = Math.max(0, Math.ceil(total / size) - 1);
  const lastPage = await read(last);
  let page = lastPage;
  for (let number = last; mayGoOn(page, { first: number * size, size }) && number < last + maxNewestPages; ) {
    page = await read(++number);
  }
  page = lastPage;
  for (let number = last; number > last - maxNewestPages; ) {
    const [oldest] = timesOf(page.tickets, 'createdOn'); // none where the total is too high
    if (number <= 0 || (oldest && oldest < knownUpTo)) return total;
    page = await read(--number);
  }
  return null;
}

/** Saves a page of a list. Returns the ids of its tickets. */
function save({ cache, sightings, onSaved }: SyncContext, page: TicketListPage): TicketId[] {
  const ids = page.tickets.map(({ id }) => id);
  onSaved(cache.saveListed(page.tickets).tickets);
  sightings.listed(ids);
  return ids;
}
