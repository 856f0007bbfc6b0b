import { defaultQuietDays, type QuietDays } from '../contract/attention.ts';
import type { TicketId } from '../contract/ids.ts';
import type { Personal } from '../personal/personal.ts';
import type { Overlay } from '../store/overlay.ts';
import type { ChangeTable } from './change-table.ts';
import type { StoredChange } from './stored-change.ts';

type Troubled = Overlay['troubled'];

/** Puts together what the list depends on besides the cache: a new object only when something of it changed. */
export class OverlaySource {
  quietDays: QuietDays = defaultQuietDays;
  readonly #table: ChangeTable;
  readonly #personal: Personal;
  #pending: readonly StoredChange[] = [];
  #overlay: Overlay | null = null;

  constructor(table: ChangeTable, personal: Personal) {
    this.#table = table;
    this.#personal = personal;
  }

  current(): Overlay {
    const { quietDays } = this;
    const marks = this.#personal.marks.all;
    const siteNotes = this.#personal.siteNotes.notes;
    const troubled = this.#troubled();
    const before = this.#overlay;
    const isSame =
      before?.marks === marks &&
      before.siteNotes === siteNotes &&
      before.troubled === troubled &&
      before.quietDays === quietDays;
    if (isSame) return before;
    this.#overlay = { marks, siteNotes, troubled, quietDays };
    return this.#overlay;
  }

  /** The outbox changes many times while it sends, and what troubles the user seldom. */
  #troubled(): Troubled {
    const pending = this.#table.pending();
    const before = this.#overlay?.troubled;
    if (before && pending === this.#pending) return before;
    this.#pending = pending;
    const troubled = troubledBy(pending);
    const isSame = before?.size === troubled.size && [...troubled].every(([id, trouble]) => before.get(id) === trouble);
    return isSame ? before : troubled;
  }
}

/** A ticket with several such changes has the most urgent trouble. */
function troubledBy(pending: readonly StoredChange[]): Troubled {
  const troubled = new Map<TicketId, 'refused' | 'unconfirmed'>();
  for (const { ticketId, state, needsDecision } of pending) {
    if (state === 'refused') troubled.set(ticketId, 'refused');
    else if (needsDecision && !troubled.has(ticketId)) troubled.set(ticketId, 'unconfirmed');
  }
  return troubled;
}
