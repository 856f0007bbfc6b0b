/* Reads a list of tickets page by page, in pages whose size follows the server's speed. */

import type { TicketListPage } from '../api/wire.ts';
import { ProblemError } from '../contract/problem.ts';
import type { SyncContext } from './context.ts';
import { PagePlan, type PlannedPage } from './page-plan.ts';

type Filters = { status?: string };

type OnPage = (page: TicketListPage, place: PlannedPage) => Promise<void>;

/** Reads one page, and learns from it how quick the server is and which sizes it grants. */
export async function readPage(
  { api, concurrency, pageSizes, signal }: SyncContext,
  number: number,
  size: number,
  filters: Filters = {},
): Promise<TicketListPage> {
  const beganMs = performance.now();
  try {
    const page = await concurrency.measure(() => api.listTickets(number, size, signal, filters), size);
    pageSizes.measured(page.rowCount, performance.now() - beganMs);
    // A short list may come with a size of its own length.
    if (page.size >= size || page.totalElements > page.size) pageSizes.granted(size, page.size);
    return page;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.kind === 'timeout') {
      pageSizes.timedOut(size, performance.now() - beganMs);
    }
    throw error;
  }
}

/** Reads a list whole: its first page alone, then the rest, several pages at once and the first ones first. */
export class ListReader {
  readonly #context: SyncContext;
  readonly #filters: Filters;
  readonly #plan: PagePlan;
  /** The page that asks for a size which the server may not grant; the others wait for what it shows. */
  #trial: PlannedPage | null = null;

  private constructor(context: SyncContext, filters: Filters, plan: PagePlan) {
    this.#context = context;
    this.#filters = filters;
    this.#plan = plan;
  }

  /** Reads the first page, of at most `size` tickets: that is `unit`, doubled some times. */
  static async begin(
    context: SyncContext,
    { unit, size }: { unit: number; size: number },
    filters: Filters = {},
  ): Promise<{ reader: ListReader; page: TicketListPage }> {
    const page = await readPage(context, 0, size, filters);
    // With a size of its own, the server numbers the pages after the first one in it, too.
    const plan = new PagePlan(page.size <= size && page.size % unit === 0 ? unit : page.size);
    const place = { first: 0, size: page.size };
    plan.take(place);
    plan.arrived(page, place);
    return { reader: new ListReader(context, filters, plan), page };
  }

  /** The smallest page; the size of every page is this one, doubled some times. */
  get unit(): number {
    return this.#plan.unit;
  }

  /** How many tickets the list holds, as far as is known. */
  get end(): number {
    return this.#plan.end;
  }

  /** These pages are not read again. */
  skip(places: Iterable<PlannedPage>): void {
    for (const place of places) this.#plan.take(place);
  }

  /** Reads the pages that are left. */
  async readRest(onPage: OnPage): Promise<void> {
    // The last pages may show that the list goes on, and one that was refused in its size is read in smaller ones.
    while (!this.#plan.isDone) {
      await this.#context.concurrency.forEach(this.#places(), (place) => this.#read(place, onPage));
    }
  }

  *#places(): Iterable<PlannedPage> {
    for (;;) {
      const place = this.#plan.next((size) => this.#isAllowed(size));
      if (!place) return;
      if (place.size > this.#context.pageSizes.expectedCap) this.#trial = place;
      yield place;
    }
  }

  #isAllowed(size: number): boolean {
    const { pageSizes } = this.#context;
    if (size > pageSizes.largest()) return false;
    return this.#trial === null || (size < this.#trial.size && size <= pageSizes.expectedCap);
  }

  async #read(place: PlannedPage, onPage: OnPage): Promise<void> {
    const { first, size } = place;
    try {
      const page = await readPage(this.#context, first / size, size, this.#filters);
      // In another size, this number refers to other tickets; those of the smallest page are taken as they are.
      if (page.size !== size && size > this.unit) {
        this.#refuse(place);
        return;
      }
      // Asked for a page behind the end, a server may give its last one again, for ever.
      const isRepeated = page.number !== first / size && first >= page.totalElements;
      this.#plan.arrived(isRepeated ? { ...page, rowCount: 0 } : page, place);
      if (!isRepeated) await onPage(page, place);
    } catch (error) {
      const isRefused = error instanceof ProblemError && error.problem.httpStatus === 400 && size > this.unit;
      if (!isRefused) throw error;
      this.#refuse(place);
    } finally {
      if (this.#trial === place) this.#trial = null;
    }
  }

  /** The page is read again in smaller ones. */
  #refuse(place: PlannedPage): void {
    this.#context.pageSizes.refused(place.size);
    this.#plan.release(place);
  }
}

/**
 * Reads lists whole, in pages as large as the server's speed allows. Only their first pages are read at the same time: the rest
 * of one list already makes as many calls at once as are allowed.
 */
export async function readLists(
  context: SyncContext,
  lists: readonly Filters[],
  onPage: (page: TicketListPage) => void,
): Promise<void> {
  const { concurrency, pageSizes } = context;
  const readers: ListReader[] = [];
  await concurrency.forEach(lists, async (filters) => {
    const sizes = { unit: pageSizes.first(), size: pageSizes.doubled() };
    const { reader, page } = await ListReader.begin(context, sizes, filters);
    onPage(page);
    readers.push(reader);
  });
  for (const reader of readers) await reader.readRest(async (page) => onPage(page));
}
