import type { ChangeId, TicketId } from '../contract/ids.ts';
import type { StoredChange } from './stored-change.ts';

/** Reading all of them at once is faster than more than so many. */
const maxReadOneByOne = 50;

/**
 * The changes that are not confirmed, in memory. There may be hundreds, and each key press and each event asks for them: so
 * only what was written is read again, and an object stays the same for as long as its change does.
 */
export class PendingChanges {
  readonly #readAll: () => readonly StoredChange[];
  readonly #readOne: (id: ChangeId) => StoredChange | null;
  /** In their order. `null` until they are needed. */
  #byId: Map<ChangeId, StoredChange> | null = null;
  /** Written since they were read. */
  readonly #stale = new Set<ChangeId>();
  #all: readonly StoredChange[] | null = null;
  #byTicket: ReadonlyMap<TicketId, readonly StoredChange[]> | null = null;

  constructor(readAll: () => readonly StoredChange[], readOne: (id: ChangeId) => StoredChange | null) {
    this.#readAll = readAll;
    this.#readOne = readOne;
  }

  /** Returns all of them, oldest first. */
  all(): readonly StoredChange[] {
    if (this.#stale.size > maxReadOneByOne) this.forget();
    this.#byId ??= new Map(this.#readAll().map((stored) => [stored.id, stored]));
    for (const id of this.#stale) {
      const stored = this.#readOne(id);
      if (stored && stored.state !== 'sent') this.#byId.set(id, stored);
      else this.#byId.delete(id);
    }
    this.#stale.clear();
    this.#all ??= [...this.#byId.values()];
    return this.#all;
  }

  /** Returns those of one ticket, oldest first. */
  of(ticketId: TicketId): readonly StoredChange[] {
    const all = this.all();
    this.#byTicket ??= byTicket(all);
    return this.#byTicket.get(ticketId) ?? [];
  }

  /** One change was written: new ones come last in the order, since they are numbered in the order of their making. */
  noteWritten(id: ChangeId): void {
    if (this.#byId) this.#stale.add(id);
    this.#all = null;
    this.#byTicket = null;
  }

  /** Any of them may have been written. */
  forget(): void {
    this.#byId = null;
    this.#stale.clear();
    this.#all = null;
    this.#byTicket = null;
  }
}

function byTicket(changes: readonly StoredChange[]): ReadonlyMap<TicketId, readonly StoredChange[]> {
  const groups = new Map<TicketId, StoredChange[]>();
  for (const stored of changes) {
    const group = groups.get(stored.ticketId);
    if (group) group.push(stored);
    else groups.set(stored.ticketId, [stored]);
  }
  return groups;
}
