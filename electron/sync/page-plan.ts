import type { TicketListPage } from '../api/wire.ts';

/** A page to read: where it begins in the list, counted in tickets from 0, and how many it holds. */
export type PlannedPage = { first: number; size: number };

/** Where a page stands, and what it says about the list. */
type PageEnd = Pick<TicketListPage, 'rowCount' | 'totalElements' | 'isLast'>;

/**
 * Whether the list can go on behind a page. Totals and rows decide: `last` was seen to be missing, and true a page too
 * early. Totals can be too low, so a full page is never the end.
 */
export function mayGoOn({ rowCount, totalElements, isLast }: PageEnd, { first, size }: PlannedPage): boolean {
  if (rowCount === 0) return false;
  const end = first + size;
  if (totalElements > end) return true;
  if (rowCount < size) return isLast === false;
  return true;
}

/**
 * Divides a list into pages whose size may change from one to the next. Pages are numbered in units of their own size, so a
 * page can only begin at a multiple of its size: every size is the unit, doubled some times.
 */
export class PagePlan {
  readonly unit: number;
  /** The units, counted from 0, that are read or being read. */
  readonly #taken = new Set<number>();
  #total = 0;
  /** The list reaches at least as far as this, whatever its total. */
  #reach = 0;
  /** A page that began here was empty. */
  #emptyFrom = Number.POSITIVE_INFINITY;
  #firstFree = 0;

  constructor(unit: number) {
    this.unit = unit;
  }

  /** How many tickets the list holds, as far as is known. */
  get end(): number {
    return Math.min(this.#emptyFrom, Math.max(this.#total, this.#reach));
  }

  take({ first, size }: PlannedPage): void {
    for (let at = first; at < first + size; at += this.unit) this.#taken.add(at / this.unit);
  }

  /** The page could not be read in this size. */
  release({ first, size }: PlannedPage): void {
    for (let at = first; at < first + size; at += this.unit) this.#taken.delete(at / this.unit);
    this.#firstFree = Math.min(this.#firstFree, first / this.unit);
  }

  /** A page arrived. */
  arrived(page: PageEnd, place: PlannedPage): void {
    this.#total = page.totalElements;
    if (page.rowCount === 0) this.#emptyFrom = Math.min(this.#emptyFrom, place.first);
    else if (mayGoOn(page, place)) this.#reach = Math.max(this.#reach, place.first + place.size + 1);
  }

  /** Takes the next page, from the top: as large as `isAllowed` says and its place permits. Returns `null` if there is none. */
  next(isAllowed: (size: number) => boolean): PlannedPage | null {
    while (this.#taken.has(this.#firstFree)) this.#firstFree += 1;
    const first = this.#firstFree * this.unit;
    if (first >= this.end) return null;
    let size = this.unit;
    while (first % (size * 2) === 0 && this.#isFree(first + size, size) && isAllowed(size * 2)) size *= 2;
    this.take({ first, size });
    return { first, size };
  }

  /** Whether nothing is left to read. */
  get isDone(): boolean {
    while (this.#taken.has(this.#firstFree)) this.#firstFree += 1;
    return this.#firstFree * this.unit >= this.end;
  }

  #isFree(first: number, size: number): boolean {
    for (let at = first; at < first + size; at += this.unit) if (this.#taken.has(at / this.unit)) return false;
    return true;
  }
}
