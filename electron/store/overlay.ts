import { type AttentionReason, defaultQuietDays, type QuietDays } from '../contract/attention.ts';
import type { TicketId } from '../contract/ids.ts';
import type { Marks } from '../contract/marks.ts';

/**
 * What the list depends on and the cache does not hold: the user's own marks and settings, and the outbox. It is replaced as a
 * whole whenever any of it changes, so that the index recognises by its identity whether it must look again. The marks of a
 * ticket are replaced too when they change, and otherwise stay the same object.
 */
export type Overlay = {
  /** The tickets with any marks. */
  marks: ReadonlyMap<TicketId, Marks>;
  /** The private notes on sites, by site. */
  siteNotes: ReadonlyMap<string, string>;
  /** The tickets whose changes need the user. */
  troubled: ReadonlyMap<TicketId, Extract<AttentionReason, 'refused' | 'unconfirmed'>>;
  /** What waits to be written in cached tickets, as far as it is searched: what is there is found until it is replaced. */
  unsentTexts: ReadonlyMap<TicketId, string>;
  quietDays: QuietDays;
};

export const emptyOverlay: Overlay = {
  marks: new Map(),
  siteNotes: new Map(),
  troubled: new Map(),
  unsentTexts: new Map(),
  quietDays: defaultQuietDays,
};

/** Returns the tickets whose marks, troubles or unsent texts are others in one overlay than in another. */
export function differingTickets(one: Overlay, other: Overlay): TicketId[] {
  const differing = new Set<TicketId>();
  for (const [first, second] of [
    [one.marks, other.marks],
    [other.marks, one.marks],
    [one.troubled, other.troubled],
    [other.troubled, one.troubled],
    [one.unsentTexts, other.unsentTexts],
    [other.unsentTexts, one.unsentTexts],
  ] as const) {
    if (first !== second) for (const [id, value] of first) if (second.get(id) !== value) differing.add(id);
  }
  return [...differing];
}
