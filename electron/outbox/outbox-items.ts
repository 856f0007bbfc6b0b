/* The user's changes as the window shows them: those that are not confirmed yet, and the log of those that are. */

import type { WholeTicket } from '../api/client.ts';
import type { Change, ChangeGroup, OutboxItem, Outbox as OutboxList, SentLog } from '../contract/change.ts';
import { toldTexts } from '../contract/edit-merge.ts';
import { type ChangeId, type GroupId, type TicketId, ticketIdSchema } from '../contract/ids.ts';
import { isAlikeText } from '../contract/ticket-equality.ts';
import type { Personal } from '../personal/personal.ts';
import type { Cache } from '../store/cache.ts';
import type { ChangeTable } from './change-table.ts';
import { rebaseOnSent } from './later-edits.ts';
import { afterLostAnswer, notConfirmed, shownProblem } from './lost-answer.ts';
import { mayHaveArrived } from './send-rules.ts';
import type { Confirmation, Confirmed, StoredChange } from './stored-change.ts';

/** The pending changes as the window shows them, reported to it whenever they change. */
export class OutboxItems {
  readonly #table: ChangeTable;
  readonly #doneBytesOf: (id: ChangeId) => number | null;
  readonly #onChange: (outbox: OutboxList) => void;
  /** There may be hundreds, of which one changes at a time; see `PendingChanges`. */
  readonly #itemOfStored = new WeakMap<StoredChange, OutboxItem>();
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
    return {
      items: pending.map((stored) => this.#itemOf(stored)),
      groups: this.#groupsOf(pending),
      unreadable: this.#table.countUnreadable(),
    };
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

  #groupsOf(pending: readonly StoredChange[]): ChangeGroup[] {
    const unconfirmed = new Map<GroupId, { kind: ChangeGroup['kind']; count: number }>();
    for (const { groupId, change } of pending) {
      const isOfGroup = change.kind === 'comment' || change.kind === 'cancel' || change.kind === 'update';
      if (groupId === null || !isOfGroup) continue;
      const { count } = unconfirmed.get(groupId) ?? { count: 0 };
      unconfirmed.set(groupId, { kind: change.kind, count: count + 1 });
    }
    if (unconfirmed.size === 0) return [];
    const confirmedOf = this.#table.confirmed.countsOfGroups([...unconfirmed.keys()]);
    return [...unconfirmed].map(([id, { kind, count }]) => {
      const confirmed = confirmedOf.get(id) ?? 0;
      return { id, kind, total: count + confirmed, confirmed };
    });
  }

  #itemOf(stored: StoredChange): OutboxItem {
    const { id, change } = stored;
    let item = this.#itemOfStored.get(stored);
    if (!item) {
      item = itemOf(stored);
      this.#itemOfStored.set(stored, item);
    }
    if (change.kind === 'create') return { ...item, dependents: dependentsOf(stored, this.#table).length };
    const doneBytes = change.kind === 'attachment' ? this.#doneBytesOf(id) : null;
    if (change.kind !== 'attachment' || doneBytes === null) return item;
    return { ...item, progress: { doneBytes, totalBytes: change.sizeBytes } };
  }
}

/** The log of changes that the server has confirmed. */
export class SentChanges {
  readonly #table: ChangeTable;
  readonly #cache: Cache;
  readonly #personal: Personal;
  readonly #nowMs: () => number;
  readonly #onError: (error: unknown) => void;

  constructor(
    table: ChangeTable,
    cache: Cache,
    personal: Personal,
    nowMs: () => number,
    onError: (error: unknown) => void,
  ) {
    this.#table = table;
    this.#cache = cache;
    this.#personal = personal;
    this.#nowMs = nowMs;
    this.#onError = onError;
  }

  /**
   * Moves a pending change to the log, the changes that depend on it and the user's marks to the ticket that the server made,
   * and that ticket into the cache. Returns the server's id of the ticket.
   */
  add(stored: StoredChange, { confirmation, ticket }: Confirmed): TicketId {
    const { id, ticketId, change, lostAnswer } = stored;
    const isCreate = change.kind === 'create';
    const current = isCreate ? ticketIdSchema.parse(confirmation.serverRef) : ticketId;
    // The cache goes first: after a kill in between, a new ticket is listed twice for a moment, but never missing.
    if (ticket) this.#cacheTicket(ticket, change.kind);
    this.#table.transaction(() => {
      const answered = afterLostAnswer(confirmation, lostAnswer);
      this.#table.markSent(id, this.#nowMs(), answered);
      if (isCreate) {
        this.#table.moveToTicket(ticketId, current);
        this.#personal.moveTicket(ticketId, current);
      }
      this.#takeFromOthers(stored, answered);
      // A ticket that was found later than it was made may hold what others have written since.
      if (ticket && !(isCreate && mayHaveArrived(stored))) {
        rebaseOnSent(this.#table, stored, current, toldTexts(ticket.summary, ticket.detail));
      }
    });
    return current;
  }

  /** What one change made is offered to no other one. */
  #takeFromOthers({ change, ticketId }: StoredChange, { serverRef, echo }: Confirmation): void {
    for (const other of this.#table.pending()) {
      if (other.lookalikes.length === 0 || other.change.kind !== change.kind) continue;
      if (change.kind !== 'create' && other.ticketId !== ticketId) continue;
      const left = other.lookalikes.filter((lookalike) =>
        change.kind === 'comment'
          ? !echo || lookalike.echo.madeOn !== echo.madeOn || !isAlikeText(lookalike.echo.text, echo.text)
          : lookalike.ref !== serverRef,
      );
      if (left.length === other.lookalikes.length) continue;
      const found = left.length > 0 ? 'lookalikes' : 'nothing';
      this.#table.markUndecided(other.id, notConfirmed(other.lostAnswer, found), left);
    }
  }

  /** Returns a slice of the log, newest first. */
  list(offset: number, limit: number): SentLog {
    const { changes, total } = this.#table.confirmed.slice(offset, limit);
    return { items: changes.map(itemOf), total };
  }

  /** Returns the log of a ticket, oldest first. */
  of(ticketId: TicketId): OutboxItem[] {
    return this.#table.confirmed.of(ticketId).map(itemOf);
  }

  /** Removes changes that have been in the log for a year. What is left over, or fails, is removed at the next call. */
  trim(): void {
    try {
      this.#table.deleteSentBefore(this.#nowMs() - logKeptMs);
    } catch (error) {
      this.#onError(error);
    }
  }

  /**
   * A cache that cannot be written must not make a change that has arrived appear unsent. The ticket that was read for a
   * comment is only better than none: the sync tells the user what is new in a ticket, and reads it next.
   */
  #cacheTicket({ summary, detail }: WholeTicket, kind: Change['kind']): void {
    try {
      if (kind === 'comment' && this.#cache.ticket(summary.id)?.detail) return;
      this.#cache.saveTicket(summary, detail, this.#nowMs());
    } catch (error) {
      this.#onError(error);
    }
  }
}

/** How long the log keeps a change; the README says so. */
const logKeptMs = 365 * 24 * 60 * 60_000;

/** Returns a change as the log of sent changes shows it: nothing depends on it, and no upload is under way. */
function itemOf(stored: StoredChange): OutboxItem {
  const {
    seq: _seq,
    firstSentAtMs: _firstSentAtMs,
    firstSentSkewMs: _firstSentSkewMs,
    lostAnswer: _lostAnswer,
    priorRefs: _priorRefs,
    serverRef: _serverRef,
    echo: _echo,
    ...shown
  } = stored;
  const lookalikes = shown.lookalikes.map(({ echo: _of, ...lookalike }) => lookalike);
  return { ...shown, problem: shownProblem(stored), lookalikes, dependents: 0, progress: null };
}

/** Returns the changes of a ticket that another change is to create. They are discarded together with that one. */
export function dependentsOf({ id, ticketId, change }: StoredChange, table: ChangeTable): StoredChange[] {
  if (change.kind !== 'create') return [];
  return table.pendingOf(ticketId).filter((other) => other.id !== id);
}
