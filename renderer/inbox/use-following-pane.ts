import { useEffect, useRef } from 'react';
import { useForm } from '../form/form-store.ts';
import { openTicket, useTicket } from '../ticket/ticket-store.ts';
import { useSlice } from './slice-store.ts';

/** Long enough that running through the list with a held key opens nothing on the way. */
const restMs = 150;

/**
 * While the pane stands beside the list, it shows the ticket that the user has brought the keyboard to. A row that the
 * list itself puts under the keyboard opens nothing: what one is about to do would be done to another ticket.
 */
export function useFollowingPane(isBeside: boolean): void {
  const moves = useSlice((state) => state.moves);
  const lastMoves = useRef(moves);
  useEffect(() => {
    if (moves === lastMoves.current) return;
    lastMoves.current = moves;
    const { id } = useSlice.getState().active;
    if (!isBeside || id === null) return;
    const timer = setTimeout(() => {
      if (useTicket.getState().openId !== null && useForm.getState().open === null) void openTicket(id);
    }, restMs);
    return () => clearTimeout(timer);
  }, [isBeside, moves]);
}
