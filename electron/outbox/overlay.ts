import type { EditableField } from '../contract/fields.ts';
import type { TicketId } from '../contract/ids.ts';
import type { TicketPage, TicketQuery } from '../contract/query.ts';
import type { CachedTicket, TicketComment, TicketSummary } from '../contract/ticket.ts';
import { matchesQuery } from './query-match.ts';
import type { StoredChange } from './stored-change.ts';
import { formatWireTime } from './wire-time.ts';

/*
 * Tickets as they will be when the server has confirmed what the user did: pending changes laid over what is cached. What was
 * refused is not laid over, but a ticket whose create was refused stays to be seen.
 */

/** How long the single call may go on without a comment that the server has confirmed. */
const commentDelayMs = 5 * 60_000;

const counts = ({ state }: StoredChange) => state !== 'refused';

/** A slice of the list: tickets that are not created yet stand first, newest on top. */
export function pageWith(
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
export function localTicket(create: StoredChange, pending: readonly StoredChange[]): CachedTicket | null {
  if (create.change.kind !== 'create') return null;
  const { title, site, location, requestType, category, ...rest } = create.change.fields;
  const time = formatWireTime(create.createdAtMs);
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
export function ticketWith(
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

/** A new comment can take a while to appear in the single call (companion page "Comments"). */
function missingComments(
  shown: readonly TicketComment[],
  sentToIt: readonly StoredChange[],
  detailConfirmedAtMs: number | null,
): TicketComment[] {
  return sentToIt.flatMap(({ change, claim, answeredAtMs }) => {
    if (change.kind !== 'comment' || (answeredAtMs ?? 0) + commentDelayMs < (detailConfirmedAtMs ?? 0)) return [];
    const comment = change.comment.trim();
    const isShown = shown.some((other) => other.comment === comment && other.commentedOn === claim);
    return isShown ? [] : [{ comment, commentedBy: '', commentedOn: claim ?? '' }];
  });
}
