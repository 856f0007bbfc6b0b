import type { EditableField } from '../contract/fields.ts';
import { changeOfLocalTicket, type TicketId, ticketIdSchema } from '../contract/ids.ts';
import { filterFields, type TicketPage, type TicketQuery } from '../contract/query.ts';
import { foldText, wordsOf } from '../contract/search-text.ts';
import { formatServerTime, parseServerTime, toleranceMs } from '../contract/server-time.ts';
import type { CachedTicket, TicketComment, TicketSummary } from '../contract/ticket.ts';
import type { Cache } from '../store/cache.ts';
import type { ChangeTable, StoredChange } from './change-table.ts';
import { sameText } from './equality.ts';

/*
 * Tickets as they will be when the server has confirmed what the user did: pending changes laid over what is cached. What was
 * refused is not laid over, but a ticket whose create was refused stays to be seen.
 */

/** How long the single call may go on without a comment that the server has confirmed. */
const commentDelayMs = 5 * 60_000;

const counts = ({ state }: StoredChange) => state !== 'refused';

/** A slice of the list: tickets that are not created yet stand first, newest on top. */
function pageWith(
  pending: readonly StoredChange[],
  query: TicketQuery,
  cached: (query: TicketQuery) => TicketPage,
): TicketPage {
  const ownOnes = pending
    .filter(({ change }) => change.kind === 'create')
    .reverse()
    .flatMap((create) => localTicket(create, pending) ?? [])
    .filter((ticket) => matchesQuery(ticket, query));
  const own = ownOnes.slice(query.offset, query.offset + query.limit);
  const offset = Math.max(0, query.offset - ownOnes.length);
  const page = cached({ ...query, offset, limit: query.limit - own.length });
  return {
    rows: [...own.map((ticket) => ticket.summary), ...page.rows.map((row) => summaryWith(pending, row))],
    matching: ownOnes.length + page.matching,
  };
}

/** A ticket that the server does not have yet. */
function localTicket(create: StoredChange, pending: readonly StoredChange[]): CachedTicket | null {
  if (create.change.kind !== 'create') return null;
  const { title, site, location, requestType, category, ...rest } = create.change.fields;
  const time = formatServerTime(create.createdAtMs);
  const summary: TicketSummary = {
    id: create.ticketId,
    ...{ title, site, location, requestType, category },
    status: 'New',
    createdOn: time,
    updatedOn: time,
    closedOn: '',
    createdBy: '',
  };
  const detail = { ...rest, ticketType: '', comments: [] };
  return ticketWith(pending, [], { summary, detail, detailConfirmedAtMs: null });
}

/** A ticket with all that is pending for it, and with the comments that were confirmed later than it was read. */
function ticketWith(
  pending: readonly StoredChange[],
  sentToIt: readonly StoredChange[],
  ticket: CachedTicket,
): CachedTicket {
  const { id } = ticket.summary;
  const { title: _title, ...edits } = editsOf(pending, id);
  const { detailConfirmedAtMs } = ticket;
  const detail = ticket.detail && {
    ...ticket.detail,
    ...edits,
    comments: [...ticket.detail.comments, ...missingComments(ticket.detail.comments, sentToIt, detailConfirmedAtMs)],
  };
  return { summary: summaryWith(pending, ticket.summary), detail, detailConfirmedAtMs };
}

function summaryWith(pending: readonly StoredChange[], summary: TicketSummary): TicketSummary {
  const { title = summary.title } = editsOf(pending, summary.id);
  const isCancelled = pending.some(
    (stored) => stored.ticketId === summary.id && stored.change.kind === 'cancel' && counts(stored),
  );
  return { ...summary, title, ...(isCancelled && { status: 'Cancelled' }) };
}

function editsOf(pending: readonly StoredChange[], id: TicketId): { [F in EditableField]?: string } {
  const edits = pending.map((stored) =>
    stored.ticketId === id && stored.change.kind === 'update' && counts(stored) ? stored.change.fields : {},
  );
  return Object.assign({}, ...edits);
}

/**
 * A new comment can take a while to appear in the single call (companion page "Comments"). Which of those shown it is, its time
 * tells, or else, where the server gives it another there, that it is not older than the sending; each is taken once.
 */
function missingComments(
  shown: readonly TicketComment[],
  sentToIt: readonly StoredChange[],
  detailConfirmedAtMs: number | null,
): TicketComment[] {
  const left = [...shown];
  const isTaken = (isIt: (comment: TicketComment) => boolean) => {
    const index = left.findIndex(isIt);
    if (index >= 0) left.splice(index, 1);
    return index >= 0;
  };
  return sentToIt
    .flatMap(({ change, ...stored }) => {
      const isLate = (stored.answeredAtMs ?? 0) + commentDelayMs < (detailConfirmedAtMs ?? 0);
      return change.kind === 'comment' && !isLate ? [{ ...stored, comment: change.comment.trim() }] : [];
    })
    .filter(
      ({ comment, claim }) => !isTaken((other) => sameText(other.comment, comment) && other.commentedOn === claim),
    )
    .filter((sent) => !isTaken((other) => sameText(other.comment, sent.comment) && mayBeOf(sent, other)))
    .map(({ comment, claim }) => ({ comment, commentedBy: '', commentedOn: claim ?? '' }));
}

function mayBeOf(
  { firstSentAtMs, firstSentSkewMs, knownAlike }: Omit<StoredChange, 'change'>,
  { commentedOn }: TicketComment,
): boolean {
  if (knownAlike?.includes(commentedOn)) return false;
  const sinceMs = (firstSentAtMs ?? 0) - (firstSentSkewMs ?? 0) - toleranceMs;
  return (parseServerTime(commentedOn)?.getTime() ?? 0) >= sinceMs;
}

/** The cached tickets with the user's own changes in them. */
export class OptimisticTickets {
  readonly #table: ChangeTable;
  readonly #cache: Cache;

  constructor(table: ChangeTable, cache: Cache) {
    this.#table = table;
    this.#cache = cache;
  }

  page(query: TicketQuery): TicketPage {
    return pageWith(this.#table.pending(), query, (other) => this.#cache.page(other));
  }

  /** A ticket under the id that it has or had; `null` when it is unknown. */
  ticket(id: TicketId): CachedTicket | null {
    const current = this.currentId(id);
    if (!current) return null;
    const pending = this.#table.pending();
    const create = pending.find((stored) => stored.change.kind === 'create' && stored.ticketId === current);
    if (create) return localTicket(create, pending);
    const cached = this.#cache.ticket(current);
    return cached && ticketWith(pending, this.#table.sentOf(current), cached);
  }

  /** The server's id, also for the local one that a ticket had before; the local one of a ticket that still waits; else `null`. */
  currentId(id: TicketId): TicketId | null {
    const change = changeOfLocalTicket(id);
    if (!change) return id;
    const create = this.#table.find(change);
    if (create?.state !== 'sent') return create && id;
    return ticketIdSchema.nullable().parse(create.claim);
  }
}

/** Whether a ticket that lies in no index is what a query finds: as the cache would say it. */
function matchesQuery({ summary, detail }: CachedTicket, { filters, search }: TicketQuery): boolean {
  const passes = filterFields.every((field) => filters[field].length === 0 || filters[field].includes(summary[field]));
  if (!passes) return false;
  const { title, site, location, category, createdBy } = summary;
  const text = foldText(
    [title, site, location, category, createdBy, detail?.description, detail?.customerReference].join('\n'),
  );
  return wordsOf(search).every((word) => text.includes(word));
}
