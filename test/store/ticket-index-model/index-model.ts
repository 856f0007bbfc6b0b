/* A plain model of the index: what it should answer, worked out ticket by ticket. */

import { attentionReasons, quietDaysOf } from '../../../electron/contract/attention.ts';
import { type DaySpan, momentsOf } from '../../../electron/contract/dates.ts';
import type { TicketId } from '../../../electron/contract/ids.ts';
import { type Marks, noMarks } from '../../../electron/contract/marks.ts';
import {
  type BaseView,
  type DateField,
  dateFields,
  filterFields,
  type Sort,
  type SortColumn,
  type TicketRow,
  type TicketSelection,
} from '../../../electron/contract/query.ts';
import { foldText, wordsOf } from '../../../electron/contract/search-text.ts';
import { parseServerTime } from '../../../electron/contract/server-time.ts';
import { sortKeyOf } from '../../../electron/contract/sort-key.ts';
import type { TicketDetail, TicketSummary } from '../../../electron/contract/ticket.ts';
import { emptyOverlay, type Overlay } from '../../../electron/store/overlay.ts';

/** Tickets as they were written, and what the user marked. */
export class IndexModel {
  readonly known = new Map<TicketId, Known>();
  overlay: Overlay = emptyOverlay;
  nowMs = startMs;

  write(summary: TicketSummary): void {
    const before = this.known.get(summary.id);
    const isChanged = before && before.summary.status !== summary.status;
    // A change that leaves the ticket's time as it was, as the answer to a cancellation does, tells no time.
    const changedOn = summary.updatedOn === before?.summary.updatedOn ? '' : summary.updatedOn;
    const statusSeenOn = isChanged ? changedOn : (before?.statusSeenOn ?? '');
    this.known.set(summary.id, { detail: null, unread: 0, ...before, summary, statusSeenOn });
  }

  rowOf({ summary, detail, statusSeenOn, unread }: Known): TicketRow {
    const { status, createdOn, updatedOn, closedOn } = summary;
    const isClosed = ['Completed', 'Cancelled'].includes(status);
    const guessed = status === 'New' ? createdOn : isClosed && closedOn ? closedOn : updatedOn;
    return {
      ...summary,
      ...this.#marksOf(summary),
      isUnread: unread > 0,
      attention: this.#reasonsFor({ summary, unread }),
      customerReference: detail?.customerReference ?? '',
      lastCommentOn: lastOf(detail?.comments.map(({ commentedOn }) => commentedOn) ?? []),
      statusSince: statusSeenOn || guessed,
      isStatusSinceLatest: statusSeenOn === '' && status !== 'New' && !(isClosed && closedOn !== ''),
    };
  }

  find(selection: TicketSelection): Known[] {
    return [...this.known.values()].filter(
      (one) =>
        this.#isInView(one, selection.view) &&
        filterFields.every((field) => passes(selection.filters[field], one.summary[field])) &&
        dateFields.every((field) => this.#isWithin(this.#dateOf(one, field), selection.filters[field])) &&
        wordsOf(selection.search).every((word) => this.#contains(one, word)),
    );
  }

  page(selection: TicketSelection, sort: Sort): TicketRow[] {
    const rows = this.find(selection).map((one) => this.rowOf(one));
    const valued = rows.filter((row) => keyOf(row, sort.by) !== null);
    const empty = rows.filter((row) => keyOf(row, sort.by) === null);
    const ordered = [valued, empty].map((part) => this.#sorted(part, sort.by));
    return ordered.flatMap((part) => (sort.direction === 'ascending' ? part : part.reverse()));
  }

  #sorted(rows: TicketRow[], by: SortColumn): TicketRow[] {
    const byId = rows.toSorted((one, other) => compare(one.id, other.id));
    const start = by === 'attention' ? this.#latestFirst(byId) : byId;
    return start.sort((one, other) => compare(keyOf(one, by) ?? '', keyOf(other, by) ?? ''));
  }

  #latestFirst(byId: TicketRow[]): TicketRow[] {
    return byId.toReversed().sort((one, other) => compare(other.updatedOn, one.updatedOn));
  }

  #marksOf = ({ id }: TicketSummary): Marks => this.overlay.marks.get(id) ?? noMarks;

  #isSnoozed(summary: TicketSummary): boolean {
    return (this.#marksOf(summary).snoozedUntilMs ?? 0) > this.nowMs;
  }

  #reasonsFor({ summary, unread }: Pick<Known, 'summary' | 'unread'>): TicketRow['attention'] {
    const { snoozedUntilMs } = this.#marksOf(summary);
    const quietMs = quietDaysOf(this.overlay.quietDays, summary.requestType) * dayMs;
    const updatedMs = parseServerTime(summary.updatedOn)?.getTime();
    const isOpen = ['New', 'In Progress'].includes(summary.status);
    const silentMs = updatedMs === undefined ? 0 : wholeMinutes(this.nowMs) - wholeMinutes(updatedMs);
    const holds = {
      reminder: snoozedUntilMs !== null && snoozedUntilMs <= this.nowMs,
      refused: this.overlay.troubled.get(summary.id) === 'refused',
      unconfirmed: this.overlay.troubled.get(summary.id) === 'unconfirmed',
      answered: unread === 2,
      quiet: isOpen && unread !== 2 && silentMs > quietMs,
    };
    return attentionReasons.filter((reason) => holds[reason]);
  }

  #isInView(one: Known, view: BaseView): boolean {
    const { status, closedOn, updatedOn } = one.summary;
    const isSnoozed = this.#isSnoozed(one.summary);
    if (view === 'all') return true;
    if (view === 'attention') return !isSnoozed && this.#reasonsFor(one).length > 0;
    if (view === 'open') return !isSnoozed && ['New', 'In Progress'].includes(status);
    if (view === 'unread') return !isSnoozed && one.unread > 0;
    if (view === 'starred') return this.#marksOf(one.summary).isStarred;
    if (view === 'snoozed') return isSnoozed;
    const times = [closedOn, this.rowOf(one).statusSince, updatedOn].map(parseServerTime);
    const ended = times.find((time) => time !== null) ?? null;
    const isRecent = ended !== null && wholeMinutes(this.nowMs) - wholeMinutes(ended.getTime()) <= 14 * dayMs;
    return ['Completed', 'Cancelled'].includes(status) && isRecent;
  }

  /** A closed ticket whose closing is not stated has that of its status. */
  #dateOf(one: Known, field: DateField): string {
    const { summary } = one;
    const isUnstated = field === 'closedOn' && ['Completed', 'Cancelled'].includes(summary.status);
    return isUnstated && parseServerTime(summary.closedOn) === null ? this.rowOf(one).statusSince : summary[field];
  }

  #isWithin(time: string, span: DaySpan | null): boolean {
    if (!span) return true;
    const ms = parseServerTime(time)?.getTime();
    const { fromMs, untilMs } = momentsOf(span, this.nowMs);
    return ms !== undefined && ms >= fromMs && ms < untilMs;
  }

  #contains({ summary, detail }: Known, word: string): boolean {
    const { id, title, site, location, category, createdBy } = summary;
    const texts = [id, title, site, location, category, createdBy];
    if (detail) texts.push(detail.description, detail.customerReference, ...detail.comments.map((one) => one.comment));
    texts.push(this.#marksOf(summary).note, this.overlay.siteNotes.get(site) ?? '');
    texts.push(this.overlay.unsentTexts.get(id) ?? '');
    return texts.some((text) => foldText(text).includes(word));
  }
}

/** What was written of a ticket. */
export type Known = { summary: TicketSummary; detail: TicketDetail | null; statusSeenOn: string; unread: 0 | 1 | 2 };

const passes = (values: readonly string[], value: string) => values.length === 0 || values.includes(value);
const wholeMinutes = (ms: number) => Math.floor(ms / minuteMs) * minuteMs;

/** What a row is sorted by; `null` where it has no value. */
/** Returns the latest of these times, or the last text where none of them is a time. */
function lastOf(times: string[]): string {
  const known = times.filter((time) => parseServerTime(time) !== null);
  return known.toSorted().at(-1) ?? times.at(-1) ?? '';
}

function keyOf(row: TicketRow, by: SortColumn): string | number | null {
  if (by === 'attention') return row.attention[0] ? attentionReasons.indexOf(row.attention[0]) : null;
  if (by === 'status') return statuses.indexOf(row.status);
  if (by === 'closedOn' || by === 'statusSince') {
    const isUnstated = by === 'closedOn' && parseServerTime(row.closedOn) === null;
    const isClosed = ['Completed', 'Cancelled'].includes(row.status);
    const time = parseServerTime(isUnstated && isClosed ? row.statusSince : row[by]);
    return time && wholeMinutes(time.getTime());
  }
  if (by === 'id' || by === 'createdOn' || by === 'updatedOn' || by === 'lastCommentOn') return row[by] || null;
  const key = sortKeyOf(row[by]);
  if (by === 'title' || by === 'customerReference' || by === 'note') return key || null;
  return row[by] === '' ? null : `${key}\0${row[by]}`; // equal values stay together
}

function compare<T extends string | number>(one: T, other: T): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** In the order of a ticket's life. */
export const statuses = ['New', 'In Progress', 'Waiting', 'Completed', 'Cancelled'];

/** The time at which a test begins. */
export const startMs = Date.parse('2026-11-26T12:00:00Z');
export const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
