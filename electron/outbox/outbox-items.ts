import type { OutboxItem, Outbox as OutboxList } from '../contract/change.ts';
import type { ChangeId } from '../contract/ids.ts';
import type { ChangeTable, StoredChange } from './change-table.ts';

/** The pending changes as the window shows them, reported to it whenever they change. */
export class OutboxItems {
  readonly #table: ChangeTable;
  readonly #doneBytesOf: (id: ChangeId) => number | null;
  readonly #onChange: (outbox: OutboxList) => void;
  #isReportScheduled = false;
  #isClosed = false;

  /** @param doneBytesOf how much of a change's file has been uploaded; `null` when no upload is under way */
  constructor(
    table: ChangeTable,
    doneBytesOf: (id: ChangeId) => number | null,
    onChange: (outbox: OutboxList) => void,
  ) {
    this.#table = table;
    this.#doneBytesOf = doneBytesOf;
    this.#onChange = onChange;
  }

  /** Returns the changes that are not confirmed yet, oldest first. */
  list(): OutboxList {
    const pending = this.#table.pending();
    return { items: pending.map((stored) => this.#itemOf(stored, pending)) };
  }

  /** Reports the list once after a burst of changes. */
  report(): void {
    if (this.#isReportScheduled) return;
    this.#isReportScheduled = true;
    setImmediate(() => {
      this.#isReportScheduled = false;
      if (!this.#isClosed) this.#onChange(this.list());
    });
  }

  /** Reports nothing any more, because the file is about to be closed. */
  close(): void {
    this.#isClosed = true;
  }

  #itemOf(stored: StoredChange, pending: readonly StoredChange[]): OutboxItem {
    const { id, change } = stored;
    const doneBytes = this.#doneBytesOf(id);
    const isUpload = change.kind === 'attachment' && doneBytes !== null;
    const progress = isUpload ? { doneBytes, totalBytes: change.sizeBytes } : null;
    return { ...itemOf(stored), dependents: dependentsOf(stored, pending).length, progress };
  }
}

/** Returns a change as the log of sent changes shows it: nothing depends on it, and no upload is under way. */
export function itemOf(stored: StoredChange): OutboxItem {
  const {
    seq: _seq,
    firstSentAtMs: _firstSentAtMs,
    firstSentSkewMs: _firstSentSkewMs,
    priorMatches: _priorMatches,
    serverRef: _serverRef,
    ...shown
  } = stored;
  return { ...shown, dependents: 0, progress: null };
}

/** Returns the changes of a ticket that another change is to create. They are discarded together with that one. */
export function dependentsOf({ id, ticketId, change }: StoredChange, pending: readonly StoredChange[]): StoredChange[] {
  if (change.kind !== 'create') return [];
  return pending.filter((other) => other.ticketId === ticketId && other.id !== id);
}
