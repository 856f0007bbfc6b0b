/*
 * Tickets as they will be when the server has confirmed what the user did: the cached ones with the pending changes applied,
 * those that exist only here in front of them, and the user's own marks on both.
 */

import type { AttachmentList } from '../contract/attachment.ts';
import type { QuietDays } from '../contract/attention.ts';
import { changeOfLocalTicket, isLocalTicketId, type TicketId, ticketIdSchema } from '../contract/ids.ts';
import { ProblemError } from '../contract/problem.ts';
import {
  baseViews,
  type Facets,
  noFilters,
  type ShownTicket,
  type TicketIdsQuery,
  type TicketPage,
  type TicketQuery,
  type TicketSelection,
} from '../contract/query.ts';
import type { CachedTicket, TicketSummary } from '../contract/ticket.ts';
import { type ViewCounts, viewCountsSchema } from '../contract/views.ts';
import type { Personal } from '../personal/personal.ts';
import type { Cache } from '../store/cache.ts';
import type { ExportedTicket } from '../store/exported-details.ts';
import type { FoundColumns } from '../store/facet-columns.ts';
import { facetsOf } from '../store/facet-order.ts';
import type { Overlay } from '../store/overlay.ts';
import { Turn } from '../store/turn.ts';
import { words } from '../words/words.ts';
import type { ChangeTable } from './change-table.ts';
import { missingFiles } from './confirmed-additions.ts';
import { type LocalTicket, localRow, localStateOf, matchesQuery } from './local-query.ts';
import { OverlaySource } from './overlay-source.ts';
import { editsOf, localTicket, localTickets, rowWith, ticketWith } from './pending-effects.ts';

/** There may be a hundred views, each counted within a few milliseconds; after so long it is others' turn. */
const turnMs = 8;

export class OptimisticTickets {
  readonly #table: ChangeTable;
  readonly #cache: Cache;
  readonly #personal: Personal;
  readonly #nowMs: () => number;
  readonly #overlays: OverlaySource;

  constructor(table: ChangeTable, cache: Cache, personal: Personal, nowMs: () => number) {
    this.#table = table;
    this.#cache = cache;
    this.#personal = personal;
    this.#nowMs = nowMs;
    this.#overlays = new OverlaySource(table, personal);
  }

  setQuietDays(quietDays: QuietDays): void {
    this.#overlays.quietDays = quietDays;
  }

  /** Returns a slice of the list. Tickets that are not created yet come first, newest on top. */
  page(query: TicketQuery): TicketPage {
    const { cache, local: unsent, matching: local } = this.#find(query);
    const shown = local.slice(query.offset, query.offset + query.limit);
    const offset = Math.max(0, query.offset - local.length);
    const page = cache.page({ ...query, offset, limit: query.limit - shown.length });
    return {
      rows: [...shown.map(localRow), ...page.rows.map((row) => rowWith(this.#table.pendingOf(row.id), row))],
      matching: local.length + page.matching,
      total: unsent.length + cache.count(),
      unsent: unsent.length,
    };
  }

  /** Returns the ids of the tickets in some rows of the list, in its order. */
  async ids({ first, last, ...query }: TicketIdsQuery): Promise<TicketId[]> {
    await this.#cache.prepare(query);
    const { cache, matching: local } = this.#find(query);
    const ids = local.slice(first, last + 1).map(({ summary }) => summary.id);
    const lastCached = last - local.length;
    if (lastCached < 0) return ids;
    const cached = await cache.ids({ ...query, first: Math.max(0, first - local.length), last: lastCached });
    return [...ids, ...cached];
  }

  /** Returns these tickets as an export holds them, in their order and without those that are not known any more. */
  exported(ids: readonly TicketId[]): ExportedTicket[] {
    const current = ids.flatMap((id) => this.currentId(id) ?? []);
    const cached = current.filter((id) => !isLocalTicketId(id));
    const { cache, local } = this.#find();
    const rows = new Map(cache.ticketRows(cached).map((row) => [row.id, row]));
    const details = cache.exportedDetails(cached);
    const unsent = new Map(local.map((ticket) => [ticket.summary.id, ticket]));
    return current.flatMap((id): ExportedTicket[] => {
      const pending = this.#table.pendingOf(id);
      const ticket = unsent.get(id);
      if (ticket?.detail) {
        const detail = { ...ticket.detail, commentCount: ticket.detail.comments.length };
        return [{ ...localRow(ticket), detail, pendingCount: pending.length }];
      }
      const row = rows.get(id);
      if (!row) return [];
      const detail = details.get(id) ?? null;
      const { title: _title, ...edits } = editsOf(pending);
      const shown = rowWith(pending, row);
      return [{ ...shown, detail: detail && { ...detail, ...edits }, pendingCount: pending.length }];
    });
  }

  /**
   * Returns the columns of the cached tickets that a selection finds, and what it finds of those that exist only here. They hold
   * until the next write.
   */
  async columns(selection: TicketSelection): Promise<{ found: FoundColumns; local: TicketSummary[] }> {
    await this.#cache.prepare(selection);
    const { cache, matching } = this.#find(selection);
    return { found: cache.columns(selection), local: matching.map(({ summary }) => summary) };
  }

  /** Returns the values that the filters can narrow a query to; tickets that are not created yet count too. */
  facets(query: TicketSelection): Facets {
    const { cache, local, find } = this.#find(query);
    const cached = cache.facets(query);
    if (local.length === 0) return cached;
    return facetsOf((field) => {
      const others = { ...query, filters: { ...query.filters, [field]: [] } };
      const values = new Map(cached[field].map((value) => [value.value, value]));
      for (const { summary } of find(others)) {
        const { count, note } = values.get(summary[field]) ?? { count: 0, note: '' };
        values.set(summary[field], { value: summary[field], count: count + 1, note });
      }
      return [...values.values()];
    });
  }

  /** Returns how many tickets the built-in views and the user's own hold, and lets other work go on in between. */
  async viewCounts(): Promise<ViewCounts> {
    const views = this.#personal.views.list();
    const base = baseViews.map((view) => ({ view, filters: noFilters, search: '' }));
    const saved = views.map((view) => ({ view: view.base, filters: view.filters, search: view.search }));
    const counts: number[] = [];
    const turn = new Turn(turnMs);
    for (const query of [...base, ...saved]) {
      await this.#cache.prepare(query);
      await turn.end();
      counts.push(...this.counts([query]));
    }
    return viewCountsSchema.parse({
      base: Object.fromEntries(baseViews.map((view, at) => [view, counts[at]])),
      saved: Object.fromEntries(views.map(({ id }, at) => [id, counts[base.length + at]])),
    });
  }

  /** Returns how many tickets need the user. */
  async attentionCount(): Promise<number> {
    const query = { view: 'attention', filters: noFilters, search: '' } as const;
    await this.#cache.prepare(query);
    return this.counts([query])[0] ?? 0;
  }

  /** Returns how many tickets each of these queries finds. */
  counts(queries: readonly TicketSelection[]): number[] {
    const { cache, find } = this.#find();
    return cache.counts(queries).map((count, at) => {
      const query = queries[at];
      return count + (query ? find(query).length : 0);
    });
  }

  /** Whether a query finds the ticket that has or had an id. */
  finds(query: TicketSelection, id: TicketId): boolean {
    const current = this.currentId(id);
    if (!current) return false;
    const { cache, matching } = this.#find(query);
    return isLocalTicketId(current)
      ? matching.some(({ summary }) => summary.id === current)
      : cache.finds(query, current);
  }

  /** Returns the ticket that has or had an id; `null` when it is unknown. */
  ticket(id: TicketId): CachedTicket | null {
    const current = this.currentId(id);
    if (!current) return null;
    const pending = this.#table.pendingOf(current);
    const create = pending.find((stored) => stored.change.kind === 'create');
    if (create) return localTicket(create, pending);
    const cached = this.#cache.ticket(current);
    return cached && ticketWith(pending, this.#table.confirmed.of(current), cached);
  }

  /** Returns the same ticket with the user's own marks, and why it needs the user. */
  shown(id: TicketId): ShownTicket | null {
    const ticket = this.ticket(id);
    if (!ticket) return null;
    const overlay = this.#overlay();
    const row = isLocalTicketId(ticket.summary.id) ? null : this.#cache.ticketRow(ticket.summary.id);
    const state = localStateOf(ticket.summary, overlay, this.#nowMs());
    return {
      ...ticket,
      isUnread: row?.isUnread ?? false,
      attention: row?.attention ?? state.attention,
      marks: state.marks,
      maintenance: this.#personal.maintenance.of(ticket.summary.id),
    };
  }

  /** Returns a ticket's files as they were fetched, and those that were confirmed and are not on that list yet. */
  attachments(id: TicketId, { attachments, fetchedAtMs }: AttachmentList): AttachmentList {
    const missing = missingFiles(attachments, this.#table.confirmed.of(id), fetchedAtMs);
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
    if (!current) throw new ProblemError('not-found', words().outbox.ticketDiscarded);
    return current;
  }

  /** Returns the cache as queries need it, and the tickets that exist only here. */
  #find(query?: TicketSelection) {
    const overlay = this.#overlay();
    const nowMs = this.#nowMs();
    const local = localTickets(this.#table).map(
      (ticket): LocalTicket => ({ ...ticket, state: localStateOf(ticket.summary, overlay, nowMs) }),
    );
    const find = (wanted: TicketSelection) => local.filter((ticket) => matchesQuery(ticket, wanted, overlay, nowMs));
    return { cache: this.#cache, local, find, matching: query ? find(query) : [] };
  }

  /** Returns what queries depend on besides the cache, after giving it to the cache. */
  #overlay(): Overlay {
    const overlay = this.#overlays.current();
    this.#cache.setOverlay(overlay);
    return overlay;
  }
}
