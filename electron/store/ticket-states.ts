/* The states of all tickets at a moment, in memory. */

import { attentionReasons, quietDaysOf } from '../contract/attention.ts';
import { isSnoozed, noMarks } from '../contract/marks.ts';
import { type BaseView, baseViews } from '../contract/query.ts';
import { closedStatuses, openStatuses } from '../contract/specification.ts';
import { type FacetColumns, noTicket } from './facet-columns.ts';
import type { OverlayRows } from './overlay-rows.ts';
import type { Ranks } from './row-order.ts';
import { minuteMs, ownReasons, userReasons, viewBits, viewsOf } from './ticket-state.ts';
import type { UnreadRows } from './unread-rows.ts';

/** A ticket in none of these stays what it is while time passes. */
const timedViews = viewBits.open | viewBits.closed | viewBits.snoozed;

/**
 * The views and reasons of each ticket, as bits by row, as of one moment. They hold until the next whole minute, as
 * a row that is read by itself tells whole minutes, and no longer than the first snooze that ends. What changes within that time
 * is looked at again.
 */
export class TicketStates {
  readonly #facets: FacetColumns;
  readonly #unread: UnreadRows;
  readonly #overlaid: OverlayRows;
  readonly #rowsPerChunk: number;
  #nowMs = 0;
  #untilMs = 0;
  #views = new Uint8Array(0);
  #reasons = new Uint8Array(0);
  #lookedUpTo = 0;
  /** The rows that have to be looked at again. */
  readonly #touched = new Set<number>();
  /** How many tickets have each combination of views. */
  readonly #countByViews = new Int32Array(1 << baseViews.length);

  constructor(facets: FacetColumns, unread: UnreadRows, overlaid: OverlayRows, rowsPerChunk: number) {
    this.#facets = facets;
    this.#unread = unread;
    this.#overlaid = overlaid;
    this.#rowsPerChunk = rowsPerChunk;
  }

  /** Makes them those of a moment, as far as all tickets were looked at. Returns whether they are not those of before. */
  bringTo(nowMs: number): boolean {
    if (nowMs >= this.#nowMs && nowMs < this.#untilMs) return false;
    const isLater = nowMs >= this.#nowMs;
    this.#nowMs = nowMs;
    this.#untilMs = (Math.floor(nowMs / minuteMs) + 1) * minuteMs;
    if (!isLater) this.clear();
    const views = this.#views;
    this.#look((set) => {
      for (let row = 0; row < views.length; row++) if ((views[row] as number) & timedViews) set(row);
    });
    return true;
  }

  /** Whether all tickets were looked at. */
  get isComplete(): boolean {
    return this.#lookedUpTo >= this.#facets.rowLimit;
  }

  /** Looks at a part of the tickets, in a few milliseconds. */
  lookChunk(): void {
    const from = this.#lookedUpTo;
    const end = Math.min(from + this.#rowsPerChunk, this.#facets.rowLimit);
    this.#look((set) => {
      for (let row = from; row < end; row++) set(row);
    });
    this.#lookedUpTo = end;
  }

  /** Looks at all tickets that are left. */
  complete(): void {
    while (!this.isComplete) this.lookChunk();
    if (this.#touched.size === 0) return;
    this.#look((set) => {
      for (const row of this.#touched) if (row < this.#views.length) set(row);
    });
    this.#touched.clear();
  }

  /** To be called when the tickets in these rows, or their marks or troubles, may have changed. */
  touch(rows: readonly number[]): void {
    for (const row of rows) this.#touched.add(row);
  }

  /** To be called when any ticket's state may be another. */
  clear(): void {
    this.#lookedUpTo = 0;
    this.#touched.clear();
  }

  /** Returns how many tickets are in a view. */
  count(view: BaseView): number {
    return this.#countByViews.reduce((sum, count, bits) => (bits & viewBits[view] ? sum + count : sum), 0);
  }

  /** Returns a 1 for each row whose ticket is in a view, else 0. */
  maskOf(view: BaseView): Uint8Array {
    const views = this.#views;
    const shift = baseViews.indexOf(view);
    const mask = new Uint8Array(views.length);
    for (let row = 0; row < mask.length; row++) mask[row] = ((views[row] as number) >> shift) & 1;
    return mask;
  }

  /** Returns the ranks of the tickets by their most urgent reasons. */
  urgencies(): Ranks {
    const rankByReasons = Int32Array.from({ length: 1 << attentionReasons.length }, (_, bits) =>
      bits === 0 ? attentionReasons.length : 31 - Math.clz32(bits & -bits),
    );
    const ranks = new Int32Array(this.#reasons.length);
    for (let row = 0; row < ranks.length; row++) ranks[row] = rankByReasons[this.#reasons[row] as number] as number;
    return { ranks, rankCount: attentionReasons.length };
  }

  /** Calls `forEach` with a function that sets the state of a row. */
  #look(forEach: (set: (row: number) => void) => void): void {
    const facets = this.#facets;
    const nowMs = this.#nowMs;
    this.#grow(facets.rowLimit);
    const [views, reasons, countByViews] = [this.#views, this.#reasons, this.#countByViews];
    const statuses = facets.codesOf('status');
    const requestTypes = facets.codesOf('requestType');
    const updated = facets.minutesOf('updatedOn');
    const closed = facets.minutesOf('closedOn');
    const since = facets.minutesOf('statusSince');
    const overlaid = this.#overlaid.all();
    const { quietDays } = this.#overlaid.overlay;
    const isOpen = facets.valuesOf('status').map((status) => openStatuses.includes(status));
    const isClosed = facets.valuesOf('status').map((status) => closedStatuses.includes(status));
    const daysByType = facets.valuesOf('requestType').map((type) => quietDaysOf(quietDays, type));
    const nowMinute = Math.floor(nowMs / minuteMs);
    const put = (row: number, viewsBits: number, reasonsBits: number) => {
      const before = views[row] as number;
      countByViews[before] = (countByViews[before] as number) - 1;
      countByViews[viewsBits] = (countByViews[viewsBits] as number) + 1;
      views[row] = viewsBits;
      reasons[row] = reasonsBits;
    };
    forEach((row) => {
      const status = statuses[row] as number;
      if (status === noTicket) return put(row, 0, 0);
      const user = overlaid.size > 0 ? overlaid.get(row) : undefined;
      const marks = user?.marks ?? noMarks;
      const minute = updated[row] as number;
      const ended = isClosed[status] ? closed[row] || since[row] || minute : 0; // see `FacetColumns.datesOf`
      const flag = this.#unread.of(row);
      const days = daysByType[requestTypes[row] as number] as number;
      const own = ownReasons(isOpen[status] as boolean, minute, days, flag, nowMinute);
      const bits = user ? own | userReasons(marks, user.trouble, nowMs) : own;
      put(row, viewsOf(isOpen[status] as boolean, ended, flag, bits, marks, nowMs), bits);
      if (isSnoozed(marks, nowMs)) this.#untilMs = Math.min(this.#untilMs, marks.snoozedUntilMs ?? nowMs);
    });
  }

  /** Rows that are added have no state yet. */
  #grow(rowLimit: number): void {
    const added = rowLimit - this.#views.length;
    if (added <= 0) return;
    const [views, reasons] = [this.#views, this.#reasons];
    this.#views = new Uint8Array(rowLimit);
    this.#reasons = new Uint8Array(rowLimit);
    this.#views.set(views);
    this.#reasons.set(reasons);
    this.#countByViews[0] = (this.#countByViews[0] as number) + added;
  }
}
