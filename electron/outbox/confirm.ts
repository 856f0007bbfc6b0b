import type { WholeTicket } from '../api/client.ts';
import { type TicketId, ticketIdSchema } from '../contract/ids.ts';
import { problemOf } from '../contract/problem.ts';
import type { Cache } from '../store/cache.ts';
import type { ChangeTable } from './change-table.ts';
import type { Insight } from './inspector.ts';
import type { OutboxEvents } from './options.ts';
import type { StoredChange } from './stored-change.ts';

export type ConfirmTools = { table: ChangeTable; cache: Cache; events: OutboxEvents; nowMs: () => number };

/** The server has it: the change goes to the log, what hung on it goes on, and the cache shows it. */
export function confirmChange(
  { id, ticketId, change }: StoredChange,
  { confirmation, ticket }: Extract<Insight, { kind: 'done' }>,
  { table, cache, events, nowMs }: ConfirmTools,
): void {
  const isCreate = change.kind === 'create';
  const current = isCreate ? ticketIdSchema.parse(confirmation.claim) : ticketId;
  // The cache first: between the two the ticket is seen twice, never not at all.
  if (ticket) saveTicket(ticket, { cache, events, nowMs });
  table.transaction(() => {
    table.markSent(id, nowMs(), confirmation);
    if (isCreate) table.moveTo(ticketId, current);
  });
  events.onChanged(unique([ticketId, current]));
  events.onConfirmed(current, change.kind);
}

/** A cache that cannot be written has ways of its own to say so, and must not make a change that arrived look as if it had not. */
function saveTicket({ summary, detail }: WholeTicket, { cache, events, nowMs }: Omit<ConfirmTools, 'table'>): void {
  try {
    cache.saveTicket(summary, detail, nowMs());
  } catch (error) {
    events.onProblem(problemOf(error), error);
  }
}

const unique = (ids: TicketId[]) => [...new Set(ids)];
