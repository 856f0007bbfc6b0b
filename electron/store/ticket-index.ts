/* Filtering, sorting, searching and counting all tickets in memory. */

import { setImmediate } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { TicketId } from '../contract/ids.ts';
import type {
  Facets,
  Sort,
  SortColumn,
  TicketIdsQuery,
  TicketPage,
  TicketQuery,
  TicketRow,
  TicketSelection,
} from '../contract/query.ts';
import { wordsOf } from '../contract/search-text.ts';
import type { TicketSummary } from '../contract/ticket.ts';
import type { Reader, Writer } from './database.ts';
import type { FoundColumns } from './facet-columns.ts';
import { countFacets } from './facet-counts.ts';
import { defaultRowsPerChunk, IndexArrays } from './index-arrays.ts';
import { ListedTickets, readIds } from './listed-tickets.ts';
import { differingTickets, type Overlay } from './overlay.ts';
import { OverlayRows } from './overlay-rows.ts';
import type { MarkedRows } from './row-order.ts';
import type { TicketText } from './search-index.ts';
import { countMarks, isWholeView } from './selection-masks.ts';
import { isIndexed } from './sort-orders.ts';
import { readState } from './sync-state.ts';
import type { Unread } from './ticket-state.ts';

/** What the writing of one ticket changes in the index. */
export type IndexUpdate = {
  row: number;
  /** What the column `facets` holds; nothing for a ticket that was removed; `null`: unchanged. */
  facets: readonly number[] | null;
  /** Its word numbers; none for a ticket that was removed. */
  words: readonly number[];
  /** The columns to sort by whose values changed; `all` for a ticket that is new or was removed. */
  changedColumns: readonly SortColumn[] | 'all';
  /** `undefined`: unchanged. */
  unread?: Unread | undefined;
};

const idsPerChunk = 200;

/** Reading the ids of so many tickets takes a few milliseconds, also where others keep the processor busy. */
const idsPerTurn = 500;

/** Down to this offset SQLite pages through an order fast enough by counting. */
const maxTopOffset = 500;

/** A page of the list, its ids, or with neither an order nor a place what is counted of a selection. */
export type PreparedQuery = TicketSelection & Partial<Pick<TicketQuery, 'sort' | 'offset'>>;

/** The cached part of a page. */
export type CachedPage = Pick<TicketPage, 'rows' | 'matching'>;

/**
 * Serves the inbox's queries over all tickets within a few milliseconds, for any combination of view, filters, sort order and
 * search: orders, filter values, times and words are arrays in memory, and a query is a few passes over them; only the rows of
 * the page come from the disk. The arrays are built when they are first needed; every write has to be applied to them.
 */
export class TicketIndex {
  readonly #database: Reader;
  readonly #nowMs: () => number;
  readonly #listed: ListedTickets;
  readonly #overlaid: OverlayRows;
  readonly #arrays: IndexArrays;
  readonly #marked = new LRUCache<string, MarkedRows, TicketSelection>({
    max: 6,
    memoMethod: (_key, _stale, { context }) => this.#mark(context),
  });
  readonly #facets = new LRUCache<string, Facets, TicketSelection>({
    max: 6,
    memoMethod: (_key, _stale, { context }) => this.#countFacets(context),
  });
  readonly #counts = new Map<string, number>();

  constructor(database: Reader, nowMs: () => number = Date.now, rowsPerChunk = defaultRowsPerChunk) {
    this.#database = database;
    this.#nowMs = nowMs;
    this.#listed = new ListedTickets(database);
    const overlaid = new OverlayRows(database);
    this.#overlaid = overlaid;
    const onNewStates = () => this.#clearFound();
    this.#arrays = new IndexArrays({ database, overlaid, nowMs, rowsPerChunk, onNewStates });
  }

  /** Sets what the cache does not hold; see `Overlay`. */
  setOverlay(overlay: Overlay): void {
    const before = this.#overlaid.overlay;
    if (overlay === before) return;
    this.#overlaid.set(overlay);
    this.#arrays.existing?.orders.invalidate(['note']);
    if (overlay.quietDays !== before.quietDays) this.#arrays.existing?.states.clear();
    this.#touch(this.#overlaid.rowsOf(differingTickets(before, overlay)));
  }

  page(query: TicketQuery): CachedPage {
    const { sort, offset, limit } = query;
    const top = this.#readTop(query);
    if (top) return { rows: top, matching: this.count() };
    const marked = this.#markedBy(query);
    const rows = this.#arrays.all().orders.rows(sort, marked, offset, offset + limit);
    return {
      rows: this.#listed.read(rows, this.#overlaid.overlay, this.#nowMs()),
      matching: marked?.count ?? this.count(),
    };
  }

  /** Returns a ticket as the list shows it; `null` for an unknown one. */
  ticketRow(id: TicketId): TicketRow | null {
    return this.#listed.find(id, this.#overlaid.overlay, this.#nowMs());
  }

  /** Returns those of these tickets that are cached, as the list shows them, in no order. */
  ticketRows(ids: readonly TicketId[]): TicketRow[] {
    return this.#listed.readIds(ids, this.#overlaid.overlay, this.#nowMs());
  }

  /** Returns the ids of a part of the list, as it is at the call, and lets other work go on in between. */
  async ids({ sort, first, last, ...selection }: TicketIdsQuery): Promise<TicketId[]> {
    const marked = this.#markedBy(selection);
    const rows = this.#arrays.all().orders.rows(sort, marked, first, last + 1);
    const ids: TicketId[] = [];
    for (let at = 0; at < rows.length; at += idsPerTurn) {
      if (at > 0) await setImmediate();
      for (const id of readIds(this.#database, rows.subarray(at, at + idsPerTurn))) ids.push(id);
    }
    return ids;
  }

  /** Returns how many tickets each of these selections finds. */
  counts(selections: readonly TicketSelection[]): number[] {
    const states = this.#arrays.currentStates();
    return selections.map((selection) => {
      if (isWholeView(selection)) return states.count(selection.view);
      const key = keyOf(selection);
      let count = this.#counts.get(key);
      if (count === undefined) {
        count = countMarks(this.#maskOf(selection));
        this.#counts.set(key, count);
      }
      return count;
    });
  }

  /** Returns the columns of all tickets, and which of them a selection finds. They hold until the next write. */
  columns(selection: TicketSelection): FoundColumns {
    const { mask } = this.#marks(selection);
    return { facets: this.#arrays.all().facets, mask };
  }

  /** Whether a selection finds a ticket. */
  finds(selection: TicketSelection, id: TicketId): boolean {
    const row = this.#database.first('SELECT row FROM ticket WHERE id = ?', id)?.row;
    return typeof row === 'number' && this.#marks(selection).mask[row] === 1;
  }

  /** Returns the values that the filters can narrow a query to, with the number of tickets that it would find then. */
  facets(query: TicketSelection): Facets {
    this.#arrays.currentStates();
    return this.#facets.memo(keyOf(query), { context: query });
  }

  count(): number {
    return this.#arrays.existing?.facets.ticketCount ?? readState(this.#database, 'ticketCount') ?? 0;
  }

  /** Yields the ids of the tickets that are in none of these rows, in chunks; each of the rows must hold a ticket. */
  *idsOutside(rows: ReadonlySet<number>): Generator<TicketId[]> {
    if (rows.size === this.count()) return; // saves a look at each of a hundred thousand rows
    const outside = this.#arrays
      .all()
      .orders.by('id')
      .valued.filter((row) => !rows.has(row));
    for (let at = 0; at < outside.length; at += idsPerChunk) {
      yield readIds(this.#database, outside.subarray(at, at + idsPerChunk));
    }
  }

  /** Returns a row that no ticket has, or has had since the index was built. */
  nextRow(): number {
    return this.#arrays.all().facets.nextRow();
  }

  /** Returns what the column `facets` holds of a ticket; see `FacetColumns.facetsFor`. */
  facetsFor(database: Writer, ticket: TicketSummary, statusSeenOn: string): number[] {
    return this.#arrays.all().facets.facetsFor(database, ticket, statusSeenOn);
  }

  writeTexts(database: Writer, texts: readonly TicketText[]): number[][] {
    return this.#arrays.all().search.write(database, texts);
  }

  /** Applies what was written; to be called once it is on the disk. */
  apply(updates: readonly IndexUpdate[]): void {
    if (updates.length === 0) return;
    this.#arrays.dropColumnsBeingRead();
    if (updates.some((update) => update.facets?.length === 0)) this.#overlaid.forget();
    else this.#overlaid.look();
    const arrays = this.#arrays.existing;
    if (!arrays) return;
    const { facets, orders, search, masks, unread } = arrays;
    for (const update of updates) {
      if (update.facets) facets.set(update.row, update.facets);
      search.set(update.row, update.words);
      unread.set(update.row, update.facets?.length === 0 ? 0 : update.unread);
    }
    if (updates.some(({ changedColumns }) => changedColumns === 'all')) orders.invalidateAll();
    else orders.invalidate(new Set(updates.flatMap(({ changedColumns }) => changedColumns) as SortColumn[]));
    masks.forgetWords();
    this.#touch(updates.map(({ row }) => row));
  }

  /** Notes that the tickets in these rows are read or unread; to be called once that is on the disk. */
  applyUnread(rows: readonly number[], unread: Unread): void {
    const arrays = this.#arrays.existing;
    if (!arrays) return;
    for (const row of rows) arrays.unread.set(row, unread);
    this.#touch(rows);
  }

  /** Reads a part of what queries need, in a few milliseconds. Returns whether anything is left to read. */
  preloadChunk(): boolean {
    return this.#arrays.preloadChunk();
  }

  /** Whether everything is in memory that a query needs: then, and until the next write, it takes a few milliseconds. */
  isPrepared(query: PreparedQuery): boolean {
    const { sort, offset } = query;
    if (sort && offset !== undefined && this.#isTop(query, sort, offset)) return true;
    return this.#arrays.isPrepared(needsOf(query));
  }

  /** Reads a part of what a query needs, in a few milliseconds. Returns whether anything is left. */
  prepareChunk(query: PreparedQuery): boolean {
    return !this.isPrepared(query) && this.#arrays.prepareChunk(needsOf(query));
  }

  /** To be called when the sites changed, since a site's facet carries its city. */
  invalidateFacets(): void {
    this.#facets.clear();
  }

  /** To be called when a write was rolled back: codes and words given out in it may be in memory and not on the disk. */
  reset(): void {
    this.#arrays.clear();
    this.#overlaid.forget();
    this.#clearFound();
  }

  /** Has the states of some rows looked at again, and drops what was found by them. */
  #touch(rows: readonly number[]): void {
    this.#arrays.existing?.states.touch(rows);
    this.#clearFound();
  }

  #clearFound(): void {
    this.#arrays.existing?.orders.invalidate(['attention']);
    this.#facets.clear();
    this.#marked.clear();
    this.#counts.clear();
  }

  /** The first screen's query, and after each change that of an unfiltered list: SQLite's own index serves it at once. */
  #readTop(query: TicketQuery): TicketRow[] | null {
    return this.#isTop(query, query.sort, query.offset)
      ? this.#listed.readTop(query, this.count(), this.#overlaid.overlay, this.#nowMs())
      : null;
  }

  #isTop(selection: TicketSelection, { by }: Sort, offset: number): boolean {
    const isTop = selectsAll(selection) && offset <= maxTopOffset && isIndexed(by);
    return isTop && !this.#arrays.existing?.orders.isRead(by);
  }

  /** Returns the tickets that a selection finds; `null` for all of them. */
  #markedBy(selection: TicketSelection): MarkedRows | null {
    this.#arrays.currentStates(); // an order may be that of the states
    return selectsAll(selection) ? null : this.#marks(selection);
  }

  #marks({ view, filters, search }: TicketSelection): MarkedRows {
    this.#arrays.currentStates();
    const selection = { view, filters, search };
    return this.#marked.memo(keyOf(selection), { context: selection });
  }

  #mark(selection: TicketSelection): MarkedRows {
    const mask = this.#maskOf(selection);
    return { mask, count: countMarks(mask) };
  }

  #maskOf(selection: TicketSelection): Uint8Array {
    return this.#arrays.all().masks.of(selection, this.#arrays.currentStates(), this.#nowMs());
  }

  #countFacets(query: TicketSelection): Facets {
    const { facets, masks } = this.#arrays.all();
    const mask = masks.withoutValues(query, this.#arrays.currentStates(), this.#nowMs());
    return countFacets(this.#database, facets, query.filters, mask);
  }
}

const keyOf = ({ view, filters, search }: TicketSelection): string => JSON.stringify([view, filters, search]);

const needsOf = ({ search, sort }: PreparedQuery) => ({ hasWords: wordsOf(search).length > 0, sortedBy: sort?.by });

const selectsAll = (selection: TicketSelection): boolean => selection.view === 'all' && isWholeView(selection);
