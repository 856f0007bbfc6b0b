/* The states of all tickets at a moment, in memory. */

import { attentionReasons, quietDaysOf } from '../contract/attention.ts';
import { type Marks, noMarks } from '../contract/marks.ts';
import { type BaseView, baseViews } from '../contract/query.ts';
import { closedStatuses, openStatuses } from '../contract/specification.ts';
import { type FacetColumns, noTicket } from './facet-columns.ts';
import type { OverlayRows } from './overlay-rows.ts';
import type { Ranks } from './sort-orders.ts';
import { minuteMs, ownReasons, userReasons, viewBits, viewsOf } from './ticket-state.ts';
import type { UnreadRows } from './unread-rows.ts';

/**
 * The views and reasons of each ticket, as bits by row, as of one moment. They hold for at most a minute, and no longer than
 * the first snooze that ends.
 */
export class TicketStates {
  readonly #views: Uint8Array;
  readonly #reasons: Uint8Array;
  readonly #fromMs: number;
  #untilMs: number;

  constructor(facets: FacetColumns, unread: UnreadRows, overlaid: OverlayRows, nowMs: number) {
    this.#fromMs = nowMs;
    this.#untilMs = nowMs + minuteMs;
    this.#views = new Uint8Array(facets.rowLimit);
    this.#reasons = new Uint8Array(facets.rowLimit);
    const statuses = facets.codesOf('status');
    const requestTypes = facets.codesOf('requestType');
    const updated = facets.minutesOf('updatedOn');
    const closed = facets.minutesOf('closedOn');
    const isOpen = facets.valuesOf('status').map((status) => openStatuses.includes(status));
    const isClosed = facets.valuesOf('status').map((status) => closedStatuses.includes(status));
    const quietDays = facets.valuesOf('requestType').map((type) => quietDaysOf(overlaid.overlay.quietDays, type));
    const nowMinute = Math.floor(nowMs / minuteMs);
    const set = (row: number, marks: Marks, added: number) => {
      const status = statuses[row] as number;
      const minute = updated[row] as number;
      const ended = isClosed[status] ? closed[row] || minute : 0;
      const flag = unread.of(row);
      const days = quietDays[requestTypes[row] as number] as number;
      const reasons = ownReasons(isOpen[status] as boolean, minute, days, flag, nowMinute) | added;
      this.#reasons[row] = reasons;
      this.#views[row] = viewsOf(isOpen[status] as boolean, ended, flag, reasons, marks, nowMs);
    };
    for (let row = 0; row < this.#views.length; row++) if (statuses[row] !== noTicket) set(row, noMarks, 0);
    for (const { row, marks, trouble } of overlaid.all()) {
      set(row, marks, userReasons(marks, trouble, nowMs));
      if (marks.snoozedUntilMs !== null && marks.snoozedUntilMs > nowMs) {
        this.#untilMs = Math.min(this.#untilMs, marks.snoozedUntilMs);
      }
    }
    this.counts = this.#countViews();
  }

  /** How many tickets are in each view. */
  readonly counts: Readonly<Record<BaseView, number>>;

  holdsAt(nowMs: number): boolean {
    return nowMs >= this.#fromMs && nowMs < this.#untilMs;
  }

  /** Returns a 1 for each row whose ticket is in a view, else 0. */
  maskOf(view: BaseView): Uint8Array {
    const mask = new Uint8Array(this.#views.length);
    const shift = Math.log2(viewBits[view]);
    for (let row = 0; row < mask.length; row++) mask[row] = ((this.#views[row] as number) >> shift) & 1;
    return mask;
  }

  #countViews(): Record<BaseView, number> {
    const countByBits = new Int32Array(1 << baseViews.length);
    for (const bits of this.#views) countByBits[bits] = (countByBits[bits] as number) + 1;
    const countOf = (view: BaseView) =>
      countByBits.reduce((sum, count, bits) => (bits & viewBits[view] ? sum + count : sum), 0);
    return {
      attention: countOf('attention'),
      open: countOf('open'),
      unread: countOf('unread'),
      starred: countOf('starred'),
      snoozed: countOf('snoozed'),
      closed: countOf('closed'),
      all: countOf('all'),
    };
  }

  /** Returns the ranks of the tickets by their most urgent reasons. */
  urgencies(): Ranks {
    const first = Int32Array.from({ length: 1 << attentionReasons.length }, (_, bits) =>
      bits === 0 ? -1 : 31 - Math.clz32(bits & -bits),
    );
    return {
      ranks: Int32Array.from(this.#reasons, (bits) => first[bits] as number),
      rankCount: attentionReasons.length,
    };
  }
}
