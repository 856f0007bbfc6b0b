/* The way to the search box, from anywhere in the window. */

import { flushSync } from 'react-dom';
import { useForm } from './form.ts';
import { closeForm } from './form-actions.ts';
import { focusSearch, narrowQuery, showScreen } from './screen.ts';
import { closeTicket } from './ticket.ts';

/** Goes to the search box. In a narrow window the pane covers the list, so it is closed: the results must be visible. */
export function goToSearch(): void {
  flushSync(() => {
    showScreen('tickets');
    if (window.matchMedia(narrowQuery).matches) uncoverList();
  });
  focusSearch();
}

/** Closes the form or ticket that covers the list in a narrow window. The form's draft is kept. */
export function uncoverList(): void {
  if (useForm.getState().open) closeForm();
  closeTicket();
}
