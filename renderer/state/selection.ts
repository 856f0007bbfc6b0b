/* The tickets that are selected in the list. */

import type { TicketId } from '../../electron/contract/ids.ts';
import { accountStore } from './account-store.ts';
import { showProblem } from './feedback.ts';
import { useQuery } from './query.ts';
import { rowAt, useSlice } from './ticket-list.ts';

/** The tickets that are selected in the list. */
export const useSelection = accountStore<{ readonly ids: ReadonlySet<TicketId> }>({ ids: new Set() });

export function clearSelection(): void {
  useSelection.reset();
}

/** Selects the ticket that the keyboard is on, or deselects it. */
export function toggleSelected(): void {
  const { slice, active } = useSlice.getState();
  const id = rowAt(slice, active.index)?.id;
  if (id === undefined) return;
  useSelection.setState(({ ids }) => ({
    ids: ids.has(id) ? new Set([...ids].filter((other) => other !== id)) : new Set([...ids, id]),
  }));
}

/** Selects all tickets of the list. */
export async function selectAll(): Promise<void> {
  const { view, filters, search, sort } = useQuery.getState();
  const last = Math.max(0, (useSlice.getState().matching ?? 0) - 1);
  const outcome = await useSelection.newest(window.desk.tickets.ids({ view, filters, search, sort, first: 0, last }));
  if (outcome?.ok) useSelection.setState({ ids: new Set(outcome.value) });
  else if (outcome) showProblem(outcome.problem);
}
