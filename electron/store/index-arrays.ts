/* What the ticket index holds in memory, read from the disk in parts of a few milliseconds each. */

import type { SortColumn } from '../contract/query.ts';
import type { Reader } from './database.ts';
import { FacetColumns } from './facet-columns.ts';
import type { OverlayRows } from './overlay-rows.ts';
import type { Ranks } from './row-order.ts';
import { SearchIndex } from './search-index.ts';
import { SelectionMasks } from './selection-masks.ts';
import { SortOrders } from './sort-orders.ts';
import { TicketStates } from './ticket-states.ts';
import { UnreadRows } from './unread-rows.ts';

/**
 * So many rows of a column or an order are read, and so many states looked at, in one go of a few milliseconds: few, also because
 * the text of each read is left behind, and that of all rows is megabytes.
 */
export const defaultRowsPerChunk = 8_192;

type Arrays = {
  facets: FacetColumns;
  orders: SortOrders;
  search: SearchIndex;
  masks: SelectionMasks;
  unread: UnreadRows;
  states: TicketStates;
};

/** What a query needs besides the columns and states of all tickets. */
type Needs = { hasWords: boolean; sortedBy: SortColumn | undefined };

type IndexArraysOptions = {
  database: Reader;
  overlaid: OverlayRows;
  nowMs: () => number;
  rowsPerChunk: number;
  /** Called when the states became those of a later moment. */
  onNewStates: () => void;
};

/** The columns, orders, words and states of all tickets. They are read when they are first needed. */
export class IndexArrays {
  readonly #options: IndexArraysOptions;
  #arrays: Arrays | null = null;
  /** The columns that are being read, until the first write. */
  #columnsBeingRead: FacetColumns | null = null;

  constructor(options: IndexArraysOptions) {
    this.#options = options;
  }

  /** The arrays, if they were needed before. */
  get existing(): Arrays | null {
    return this.#arrays;
  }

  /** Returns the arrays. Their columns are read completely, the rest when it is asked for. */
  all(): Arrays {
    this.#arrays ??= this.#make();
    return this.#arrays;
  }

  /** Returns the states of all tickets as of now. */
  currentStates(): TicketStates {
    const states = this.#begunStates();
    states.complete();
    return states;
  }

  /** Reads a part of what queries need. Returns whether anything is left to read. */
  preloadChunk(): boolean {
    return this.#readColumnsChunk() || this.all().search.readChunk();
  }

  /** Whether everything is in memory that a query needs. */
  isPrepared({ hasWords, sortedBy }: Needs): boolean {
    if (!this.#arrays?.states.isComplete) return false;
    const { search, orders } = this.#arrays;
    return (!hasWords || search.isRead) && (sortedBy === undefined || orders.isPrepared(sortedBy));
  }

  /** Reads a part of what a query needs. Returns whether anything is left. */
  prepareChunk({ hasWords, sortedBy }: Needs): boolean {
    if (this.#readColumnsChunk()) return true;
    const { search, orders } = this.all();
    const states = this.#begunStates();
    if (!states.isComplete) {
      states.lookChunk();
      return true;
    }
    if (hasWords && search.readChunk()) return true;
    return sortedBy !== undefined && orders.readChunk(sortedBy);
  }

  /** To be called after each write: columns that are half read may hold what was there before. */
  dropColumnsBeingRead(): void {
    this.#columnsBeingRead = null;
  }

  /** Has everything read anew. */
  clear(): void {
    this.#arrays = null;
    this.#columnsBeingRead = null;
  }

  /** Returns whether any columns are left to read. */
  #readColumnsChunk(): boolean {
    if (this.#arrays) return false;
    this.#columnsBeingRead ??= this.#newColumns();
    return this.#columnsBeingRead.readChunk();
  }

  #newColumns(): FacetColumns {
    return new FacetColumns(this.#options.database, this.#options.rowsPerChunk);
  }

  #make(): Arrays {
    const { database, overlaid, rowsPerChunk } = this.#options;
    const facets = this.#columnsBeingRead ?? this.#newColumns();
    this.#columnsBeingRead = null;
    while (facets.readChunk());
    const orders = new SortOrders(database, facets, (column) => this.#ranksBy(column), rowsPerChunk);
    const unread = new UnreadRows(database);
    const search = new SearchIndex(database);
    const masks = new SelectionMasks(facets, search, overlaid);
    const states = new TicketStates(facets, unread, overlaid, rowsPerChunk);
    return { facets, orders, search, masks, unread, states };
  }

  /** Returns the states as of now, for which not all tickets may have been looked at yet. */
  #begunStates(): TicketStates {
    const { states } = this.all();
    if (states.bringTo(this.#options.nowMs())) this.#options.onNewStates();
    return states;
  }

  #ranksBy(column: 'note' | 'attention'): Ranks {
    const { overlaid } = this.#options;
    return column === 'note' ? overlaid.noteRanks(this.all().facets.rowLimit) : this.currentStates().urgencies();
  }
}
