/* What the list depends on and the cache does not hold, put together of the user's own entries and the outbox. */

import { defaultQuietDays, type QuietDays } from '../contract/attention.ts';
import { isLocalTicketId, type TicketId } from '../contract/ids.ts';
import type { Personal } from '../personal/personal.ts';
import type { Overlay } from '../store/overlay.ts';
import type { ChangeTable } from './change-table.ts';
import { unsentTextOf } from './pending-effects.ts';
import type { StoredChange } from './stored-change.ts';

type OfPending = Pick<Overlay, 'troubled' | 'unsentTexts'>;

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
    const { troubled, unsentTexts } = this.#ofPending();
    const before = this.#overlay;
    const isSame =
      before?.marks === marks &&
      before.siteNotes === siteNotes &&
      before.troubled === troubled &&
      before.unsentTexts === unsentTexts &&
      before.quietDays === quietDays;
    if (isSame) return before;
    this.#overlay = { marks, siteNotes, troubled, unsentTexts, quietDays };
    return this.#overlay;
  }

  /** The outbox changes many times while it sends, and what comes of that for the list seldom. */
  #ofPending(): OfPending {
    const pending = this.#table.pending();
    const before = this.#overlay;
    if (before && pending === this.#pending) return before;
    this.#pending = pending;
    return {
      troubled: unlessSame(before?.troubled, troubledBy(pending)),
      unsentTexts: unlessSame(before?.unsentTexts, unsentTextsOf(pending)),
    };
  }
}

/** Returns a map, or the one before it where that holds the same. */
function unlessSame<Value>(
  before: ReadonlyMap<TicketId, Value> | undefined,
  now: ReadonlyMap<TicketId, Value>,
): ReadonlyMap<TicketId, Value> {
  const isSame = before?.size === now.size && [...now].every(([id, value]) => before.get(id) === value);
  return isSame ? before : now;
}

function unsentTextsOf(pending: readonly StoredChange[]): Overlay['unsentTexts'] {
  const texts = new Map<TicketId, string>();
  for (const stored of pending) {
    const text = unsentTextOf(stored);
    if (text === '' || isLocalTicketId(stored.ticketId)) continue;
    const others = texts.get(stored.ticketId);
    texts.set(stored.ticketId, others === undefined ? text : `${others}\n${text}`);
  }
  return texts;
}

/** A ticket with several such changes has the most urgent trouble. */
function troubledBy(pending: readonly StoredChange[]): Overlay['troubled'] {
  const troubled = new Map<TicketId, 'refused' | 'unconfirmed'>();
  for (const { ticketId, state, needsDecision } of pending) {
    if (state === 'refused') troubled.set(ticketId, 'refused');
    else if (needsDecision && !troubled.has(ticketId)) troubled.set(ticketId, 'unconfirmed');
  }
  return troubled;
}
