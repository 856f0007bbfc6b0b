import type { OutboxItem } from '../contract/change.ts';
import type { ChangeId } from '../contract/ids.ts';
import { itemOf, type StoredChange } from './stored-change.ts';

/** The pending changes as the window is told of them. `doneBytes` is how much of a file is on its way. */
export function itemsOf(pending: readonly StoredChange[], doneBytes: (id: ChangeId) => number | null): OutboxItem[] {
  return pending.map((stored) => {
    const done = doneBytes(stored.id);
    const { change } = stored;
    const isUpload = change.kind === 'attachment' && done !== null;
    const progress = isUpload ? { doneBytes: done, totalBytes: change.sizeBytes } : null;
    return itemOf(stored, { dependents: dependentsOf(stored, pending).length, progress });
  });
}

/** What hangs on a ticket that a change is to create, and is discarded with it. */
export function dependentsOf({ id, ticketId, change }: StoredChange, pending: readonly StoredChange[]): StoredChange[] {
  if (change.kind !== 'create') return [];
  return pending.filter((other) => other.ticketId === ticketId && other.id !== id);
}
