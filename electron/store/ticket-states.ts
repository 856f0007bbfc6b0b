/* The states of all tickets at a moment, in memory. */

import { attentionReasons, quietDaysOf } from '../contract/attention.ts';
import { isSnoozed, type Marks, noMarks } from '../contract/marks.ts';
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
    const views = new Uint8Array(facets.rowLimit);
    const reasons = new Uint8Array(facets.rowLimit);
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
      const bits = ownReasons(isOpen[status] as boolean, minute, days, flag, nowMinute) | added;
      reasons[row] = bits;
      views[row] = viewsOf(isOpen[status] as boolean, ended, flag, bits, marks, nowMs);
    };
    for (let row = 0; row < views.length; row++) if (statuses[row] !== noTicket) set(row, noMarks, 0);
    for (const { row, marks, trouble } of overlaid.all()) {
      set(row, marks, userReasons(marks, trouble, nowMs));
      if (isSnoozed(marks, nowMs)) this.#untilMs = Math.min(this.#untilMs, marks.snoozedUntilMs ?? nowMs);
    }
    this.#views = views;
    this.#reasons = reasons;
    this.counts = this.#countViews();
  }

  /** How many tickets are in each view. */
  readonly counts: Readonly<Record<BaseView, number>>;

  holdsAt(nowMs: number): boolean {
    return nowMs >= this.#fromMs && nowMs < this.#untilMs;
  }

  /** Returns a 1 for each row whose ticket is in a view, else 0. */
  maskOf(view: BaseView): Uint8Array {
    const views = this.#views;
    const shift = baseViews.indexOf(view);
    const mask = new Uint8Array(views.length);
    for (let row = 0; row < mask.length; row++) mask[row] = ((views[row] as number) >> shift) & 1;
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
