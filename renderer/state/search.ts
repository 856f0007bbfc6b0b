/* The way to the list and its search box, from anywhere in the window. */

import { flushSync } from 'react-dom';
import { useForm } from './form.ts';
import { closeForm } from './form-actions.ts';
import { focusGrid, focusSearch, narrowQuery, showScreen } from './screen.ts';
import { closeTicket, useTicket } from './ticket.ts';

/** Goes to the search box. */
export function goToSearch(): void {
  showList();
  focusSearch();
}

/** Shows the list. In a narrow window the pane covers it, so that is closed, and the keyboard goes from there to the list. */
export function showList(): void {
  const hasPane = useForm.getState().open !== null || useTicket.getState().openId !== null;
  const isCovered = hasPane && window.matchMedia(narrowQuery).matches;
  flushSync(() => {
    showScreen('tickets');
    if (isCovered) uncoverList();
  });
  if (isCovered) focusGrid();
}

/** Closes the form or ticket that covers the list in a narrow window. The form's draft is kept. */
export function uncoverList(): void {
  if (useForm.getState().open) closeForm();
  closeTicket();
}
