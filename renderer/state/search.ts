/* The way to the list and its search box, from anywhere in the window. */

import { flushSync } from 'react-dom';
import { useForm } from './form.ts';
import { closeForm } from './form-actions.ts';
import { setSearch } from './query.ts';
import { focusGrid, focusSearch, narrowQuery, showScreen, useScreen } from './screen.ts';
import { closeTicket, useTicket } from './ticket.ts';

/** Goes to the search box. */
export function goToSearch(): void {
  showList();
  focusSearch();
}

/** Looks for what is typed into the search box, where the user sees what is found: in the list, or in the charts of the overview. */
export function search(typed: string): void {
  setSearch(typed);
  if (useScreen.getState().screen === 'overview') return;
  showScreen('tickets');
  if (isNarrow()) uncoverList();
}

/** Goes from the search box to the tickets that were found. */
export function goToList(): void {
  showList();
  focusGrid();
}

/** Shows the list. In a narrow window the pane covers it, so that is closed, and the keyboard goes from there to the list. */
export function showList(): void {
  const hasPane = useForm.getState().open !== null || useTicket.getState().openId !== null;
  const isCovered = hasPane && isNarrow();
  flushSync(() => {
    showScreen('tickets');
    if (isCovered) uncoverList();
  });
  if (isCovered) focusGrid();
}

const isNarrow = (): boolean => window.matchMedia(narrowQuery).matches;

/** Closes the form or ticket that covers the list in a narrow window. The form's draft is kept. */
function uncoverList(): void {
  if (useForm.getState().open) closeForm();
  closeTicket();
}
