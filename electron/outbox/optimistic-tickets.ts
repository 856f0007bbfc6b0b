/*
 * Tickets as they will be when the server has confirmed what the user did: the cached ones with the pending changes applied.
 * Changes that were refused are not applied, but a ticket whose creation was refused stays visible.
 */

import type { AttachmentList } from '../contract/attachment.ts';
import type { EditableField } from '../contract/fields.ts';
import { changeOfLocalTicket, type TicketId, ticketIdSchema } from '../contract/ids.ts';
import { noMarks } from '../contract/marks.ts';
import { ProblemError } from '../contract/problem.ts';
import {
  type FacetQuery,
  type Facets,
  filterFields,
  type TicketPage,
  type TicketQuery,
  type TicketRow,
} from '../contract/query.ts';
import { foldText, wordsOf } from '../contract/search-text.ts';
import { formatServerTime } from '../contract/server-time.ts';
import type { CachedTicket, TicketSummary } from '../contract/ticket.ts';
import type { Cache } from '../store/cache.ts';
import { facetsOf } from '../store/facet-order.ts';
import type { ChangeTable } from './change-table.ts';
import { missingComments, missingFiles } from './confirmed-additions.ts';
import type { StoredChange } from './stored-change.ts';

export class OptimisticTickets {
  readonly #table: ChangeTable;
  readonly #cache: Cache;

  constructor(table: ChangeTable, cache: Cache) {
    this.#table = table;
    this.#cache = cache;
  }

  /** Returns a slice of the list. Tickets that are not created yet come first, newest on top. */
  page(query: TicketQuery): TicketPage {
    const pending = this.#table.pending();
    const unsent = localTickets(pending);
    const local = unsent.filter((ticket) => matchesQuery(ticket, query));
    const shown = local.slice(query.offset, query.offset + query.limit);
    const offset = Math.max(0, query.offset - local.length);
    const page = this.#cache.page({ ...query, offset, limit: query.limit - shown.length });
    return {
      rows: [
        ...shown.map(({ summary }) => localRow(summary)),
        ...page.rows.map((row) => ({ ...row, ...summaryWith(pending, row) })),
      ],
      matching: local.length + page.matching,
      total: unsent.length + this.#cache.count(),
      unsent: unsent.length,
    };
  }

  /** Returns the values that the filters can narrow a query to; tickets that are not created yet count too. */
  facets(query: FacetQuery): Facets {
    const cached = this.#cache.facets(query);
    const local = localTickets(this.#table.pending());
    if (local.length === 0) return cached;
    return facetsOf((field) => {
      const others = { ...query, filters: { ...query.filters, [field]: [] } };
      const values = new Map(cached[field].map((value) => [value.value, value]));
      for (const { summary } of local.filter((ticket) => matchesQuery(ticket, others))) {
        const { count, note } = values.get(summary[field]) ?? { count: 0, note: '' };
        values.set(summary[field], { value: summary[field], count: count + 1, note });
      }
      return [...values.values()];
    });
  }

  /** Returns the ticket that has or had an id; `null` when it is unknown. */
  ticket(id: TicketId): CachedTicket | null {
    const current = this.currentId(id);
    if (!current) return null;
    const pending = this.#table.pending();
    const create = pending.find((stored) => stored.change.kind === 'create' && stored.ticketId === current);
    if (create) return localTicket(create, pending);
    const cached = this.#cache.ticket(current);
    return cached && ticketWith(pending, this.#table.sentOf(current), cached);
  }

  /** Returns a ticket's files as they were fetched, and those that were confirmed and are not on that list yet. */
  attachments(id: TicketId, { attachments, fetchedAtMs }: AttachmentList): AttachmentList {
    const missing = missingFiles(attachments, this.#table.sentOf(id), fetchedAtMs);
    return { attachments: [...attachments, ...missing], fetchedAtMs };
  }

  /**
   * Returns the id that a ticket has now: the server's, also where `id` is the local one that it had before; the local one as
   * long as the ticket is not created; `null` for a local ticket that was discarded.
   */
  currentId(id: TicketId): TicketId | null {
    const change = changeOfLocalTicket(id);
    if (!change) return id;
    const create = this.#table.find(change);
    if (create?.state !== 'sent') return create && id;
    return ticketIdSchema.nullable().parse(create.serverRef);
  }

  /** Returns the same. @throws ProblemError `not-found` for a local ticket that was discarded */
  requireCurrentId(id: TicketId): TicketId {
    const current = this.currentId(id);
    const message = 'The new ticket that this belongs to was discarded.';
    if (!current) throw new ProblemError('not-found', { message, todo: 'Open a new ticket, or choose another one.' });
    return current;
  }
}

const localRow = (summary: TicketSummary): TicketRow => ({
  ...summary,
  ...noMarks,
  isUnread: false,
  attention: [],
  customerReference: '',
  lastCommentOn: '',
  statusSince: summary.createdOn,
  isStatusSinceLatest: false,
});

const isApplied = ({ state }: StoredChange) => state !== 'refused';

/** Returns the tickets that the server does not have yet, newest first. */
function localTickets(pending: readonly StoredChange[]): CachedTicket[] {
  return pending.toReversed().flatMap((stored) => localTicket(stored, pending) ?? []);
}

/** Returns the ticket that a change creates; `null` for any other change. */
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
  const detail = { ...rest, ticketType: '', cancelReason: '', comments: [] };
  return ticketWith(pending, [], { summary, detail, detailConfirmedAtMs: null, isGone: false });
}

/** Returns a ticket with its pending changes, and with the comments that were confirmed after it was fetched. */
function ticketWith(
  pending: readonly StoredChange[],
  sent: readonly StoredChange[],
  ticket: CachedTicket,
): CachedTicket {
  const { id } = ticket.summary;
  const { title: _title, ...edits } = editsOf(pending, id);
  const { detailConfirmedAtMs } = ticket;
  const detail = ticket.detail && {
    ...ticket.detail,
    ...edits,
    comments: [...ticket.detail.comments, ...missingComments(ticket.detail.comments, sent, detailConfirmedAtMs)],
  };
  return { ...ticket, summary: summaryWith(pending, ticket.summary), detail };
}

function summaryWith(pending: readonly StoredChange[], summary: TicketSummary): TicketSummary {
  const { title = summary.title } = editsOf(pending, summary.id);
  const isCancelled = pending.some(
    (stored) => stored.ticketId === summary.id && stored.change.kind === 'cancel' && isApplied(stored),
  );
  return { ...summary, title, ...(isCancelled && { status: 'Cancelled' }) };
}

function editsOf(pending: readonly StoredChange[], id: TicketId): { [F in EditableField]?: string } {
  const edits = pending.map((stored) =>
    stored.ticketId === id && stored.change.kind === 'update' && isApplied(stored) ? stored.change.fields : {},
  );
  return Object.assign({}, ...edits);
}

/** Whether a query finds a ticket that is in no index. The rules are those of the cache. */
function matchesQuery({ summary, detail }: CachedTicket, { filters, search }: FacetQuery): boolean {
  const passes = filterFields.every((field) => filters[field].length === 0 || filters[field].includes(summary[field]));
  if (!passes) return false;
  const { title, site, location, category, createdBy } = summary;
  const text = foldText(
    [title, site, location, category, createdBy, detail?.description, detail?.customerReference].join('\n'),
  );
  return wordsOf(search).every((word) => text.includes(word));
}
