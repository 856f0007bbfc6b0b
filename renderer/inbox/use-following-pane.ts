import { useEffect, useRef } from 'react';
import { useForm } from '../form/form-store.ts';
import { openTicket, useTicket } from '../ticket/ticket-store.ts';
import { useSlice } from './slice-store.ts';

/** Long enough that running through the list with a held key opens nothing on the way. */
const restMs = 150;

/** While the pane stands beside the list, it shows the ticket that the keyboard has come to rest on. */
export function useFollowingPane(isBeside: boolean): void {
  const activeId = useSlice((state) => state.active.id);
  const lastId = useRef(activeId);
  useEffect(() => {
    // The list that comes back, from the outbox say, has not moved: the pane may hold what was opened from there.
    if (activeId === lastId.current) return;
    lastId.current = activeId;
    if (!isBeside || activeId === null) return;
    const timer = setTimeout(() => {
      if (useTicket.getState().openId !== null && useForm.getState().open === null) void openTicket(activeId);
    }, restMs);
    return () => clearTimeout(timer);
  }, [isBeside, activeId]);
}
