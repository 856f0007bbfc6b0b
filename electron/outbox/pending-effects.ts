/*
 * What pending changes make of a ticket. Those that were refused are not applied, but a ticket whose creation was refused stays
 * visible.
 */

import type { EditableField } from '../contract/fields.ts';
import type { TicketRow } from '../contract/query.ts';
import { formatServerTime } from '../contract/server-time.ts';
import type { CachedTicket, TicketSummary } from '../contract/ticket.ts';
import type { ChangeTable } from './change-table.ts';
import { missingComments } from './confirmed-additions.ts';
import type { StoredChange } from './stored-change.ts';

const isApplied = ({ state }: StoredChange) => state !== 'refused';

/** Returns the tickets that the server does not have yet, newest first. */
export function localTickets(table: ChangeTable): CachedTicket[] {
  return table
    .pending()
    .toReversed()
    .flatMap((stored) => localTicket(stored, table.pendingOf(stored.ticketId)) ?? []);
}

/** Returns the ticket that a change creates; `null` for any other change. @param pending the changes of that ticket */
export function localTicket(create: StoredChange, pending: readonly StoredChange[]): CachedTicket | null {
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
  const detail = { ...rest, ticketType: '', cancelReason: '', comments: [] };
  return ticketWith(pending, [], { summary, detail, detailConfirmedAtMs: null, isGone: false });
}

/** Returns a ticket with its pending changes, and with the comments that were confirmed after it was fetched. */
export function ticketWith(
  pending: readonly StoredChange[],
  sent: readonly StoredChange[],
  ticket: CachedTicket,
): CachedTicket {
  const { title: _title, ...edits } = editsOf(pending);
  const { detailConfirmedAtMs } = ticket;
  const detail = ticket.detail && {
    ...ticket.detail,
    ...edits,
    comments: [...ticket.detail.comments, ...missingComments(ticket.detail.comments, sent, detailConfirmedAtMs)],
  };
  return { ...ticket, summary: { ...ticket.summary, ...shownWith(pending, ticket.summary) }, detail };
}

/** Returns what a ticket's pending changes make of its title and status. */
export function shownWith(
  pending: readonly StoredChange[],
  { title, status }: Pick<TicketSummary, 'title' | 'status'>,
): Pick<TicketSummary, 'title' | 'status'> {
  const isCancelled = pending.some((stored) => stored.change.kind === 'cancel' && isApplied(stored));
  return { title: editsOf(pending).title ?? title, status: isCancelled ? 'Cancelled' : status };
}

/** Returns a row of the list as its ticket's pending changes make it. */
export function rowWith(pending: readonly StoredChange[], row: TicketRow): TicketRow {
  if (pending.length === 0) return row;
  const { customerReference = row.customerReference } = editsOf(pending);
  const shown = shownWith(pending, row);
  // A status that the server does not have yet has not begun.
  const statusSince = shown.status === row.status ? row.statusSince : '';
  return { ...row, ...shown, customerReference, statusSince };
}

/** Returns the fields that a ticket's pending changes edit, as they will be. */
export function editsOf(pending: readonly StoredChange[]): { [F in EditableField]?: string } {
  const edits = pending.map((stored) =>
    stored.change.kind === 'update' && isApplied(stored) ? stored.change.fields : {},
  );
  return Object.assign({}, ...edits);
}

/** Returns what a pending change writes in a ticket of the texts that are searched; `''` for nothing. */
export function unsentTextOf(stored: StoredChange): string {
  const { change } = stored;
  if (!isApplied(stored)) return '';
  if (change.kind === 'comment') return change.comment;
  if (change.kind !== 'update') return '';
  const { title = '', description = '', customerReference = '' } = change.fields;
  return [title, description, customerReference].join('\n').trim();
}
