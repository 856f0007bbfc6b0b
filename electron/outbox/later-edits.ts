/* Edits that wait and were made on top of another change of their ticket: what becomes of that one is nobody else's doing. */

import { isDeepStrictEqual } from 'node:util';
import { baseAfter, heldInstead, type SentEdit } from '../contract/edit-merge.ts';
import type { HeldFields } from '../contract/fields.ts';
import type { TicketId } from '../contract/ids.ts';
import type { ChangeTable } from './change-table.ts';
import type { StoredChange } from './stored-change.ts';

/** Returns what a change writes, and over what; `null` for one that writes none of the texts that can be edited. */
function writtenBy({ change }: StoredChange): SentEdit | null {
  if (change.kind === 'update') return change;
  return change.kind === 'create' ? { fields: change.fields, base: {} } : null;
}

/** Lets the edits on top of a change start from what the server made of that. To be called within a transaction. */
export function rebaseOnSent(table: ChangeTable, stored: StoredChange, ticketId: TicketId, held: HeldFields): void {
  const sent = writtenBy(stored);
  if (sent) for (const later of editsAfter(table, stored.seq, ticketId)) rebase(table, later, sent, held);
}

/**
 * Lets the edits on top of a change that was not sent start from what it started from, or from what it became. One that an action
 * on many tickets made stays: it may have added to a text that is discarded, which nobody typed there. To be called within a
 * transaction.
 * @param instead the change after it was rewritten; `null` where it was discarded
 */
export function rebaseOnUnsent(table: ChangeTable, stored: StoredChange, instead: StoredChange | null): void {
  const gone = writtenBy(stored);
  if (!gone) return;
  const held = heldInstead(gone, instead && writtenBy(instead));
  for (const later of editsAfter(table, stored.seq, stored.ticketId)) {
    if (later.groupId === null) rebase(table, later, { fields: gone.fields, base: {} }, held);
  }
}

function editsAfter(table: ChangeTable, seq: number, ticketId: TicketId): StoredChange[] {
  return table.pendingOf(ticketId).filter((later) => later.seq > seq);
}

function rebase(table: ChangeTable, { id, change }: StoredChange, before: SentEdit, held: HeldFields): void {
  if (change.kind !== 'update') return;
  const base = baseAfter(change.base, before, held);
  if (!isDeepStrictEqual(base, change.base)) table.rebase(id, { ...change, base });
}
