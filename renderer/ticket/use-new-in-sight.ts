import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { ChangeId, TicketId } from '../../electron/contract/ids.ts';

/**
 * Scrolls a list that has just been given an entry of the user's own to its end, where that entry is. Entries that were there
 * when the ticket was opened do not count, nor does one that merely changes.
 */
export function useNewInSight(
  list: RefObject<HTMLElement | null>,
  ticketId: TicketId,
  own: readonly { readonly id: ChangeId }[],
): void {
  const shown = useRef<{ ticketId: TicketId | null; ids: Set<ChangeId> }>({ ticketId: null, ids: new Set() });
  useLayoutEffect(() => {
    const { ticketId: before, ids } = shown.current;
    const isNew = own.some(({ id }) => !ids.has(id));
    shown.current = { ticketId, ids: new Set([...(before === ticketId ? ids : []), ...own.map(({ id }) => id)]) };
    if (isNew && before === ticketId) list.current?.lastElementChild?.scrollIntoView({ block: 'nearest' });
  }, [list, ticketId, own]);
}
