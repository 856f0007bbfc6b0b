/* The way to the list and its search box, from anywhere in the window. */

import { flushSync } from 'react-dom';
import { useForm } from './form.ts';
import { closeForm } from './form-actions.ts';
import { focusSearch, narrowQuery, showScreen } from './screen.ts';
import { closeTicket } from './ticket.ts';

/** Goes to the search box. */
export function goToSearch(): void {
  flushSync(showList);
  focusSearch();
}

/** Shows the list. In a narrow window the pane covers it, so that is closed. */
export function showList(): void {
  showScreen('tickets');
  if (window.matchMedia(narrowQuery).matches) uncoverList();
}

/** Closes the form or ticket that covers the list in a narrow window. The form's draft is kept. */
export function uncoverList(): void {
  if (useForm.getState().open) closeForm();
  closeTicket();
}
