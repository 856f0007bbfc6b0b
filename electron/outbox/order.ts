import { isLocalTicketId } from '../contract/ids.ts';
import type { StoredChange } from './stored-change.ts';

/**
 * The changes that may be worked on now, oldest first: one of each ticket, in its order. What hangs on a ticket that is
 * not created yet waits for that. Creates of the very same request go one after another, or what one of them made could be
 * taken for the other's.
 */
export function nextInLine(pending: readonly StoredChange[]): StoredChange[] {
  const held = new Set<string>();
  return pending.filter((stored) => {
    const lane = laneOf(stored);
    if (held.has(lane)) return false;
    if (stored.state === 'refused') return false;
    held.add(lane);
    const waitsForCreate = stored.change.kind !== 'create' && isLocalTicketId(stored.ticketId);
    return !waitsForCreate && !stored.needsDecision;
  });
}

function laneOf({ ticketId, change }: StoredChange): string {
  if (change.kind !== 'create') return ticketId;
  const { title, site, location, requestType, category, description, customerReference } = change.fields;
  const compared = [title, site, location, requestType, category, description, customerReference];
  return JSON.stringify(compared.map((text) => text.trim()));
}
