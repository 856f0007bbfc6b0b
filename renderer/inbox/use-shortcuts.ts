/* The keys that work anywhere in the inbox but in a text field, a form or a dialog. words/help.ts lists them for the user. */

import { useEffect } from 'react';
import { flushSync } from 'react-dom';
import { useForm } from '../state/form.ts';
import { closeForm } from '../state/form-actions.ts';
import { snoozeActive, starActive, toggleReadActive } from '../state/list-actions.ts';
import { openNewTicket, startEdit } from '../state/open-form.ts';
import { useOutbox } from '../state/outbox.ts';
import { focusComment, focusSearch, showScreen, takesText, useScreen } from '../state/screen.ts';
import { selectAll, toggleSelected } from '../state/selection.ts';
import { closeTicket, useTicket } from '../state/ticket.ts';

/** `/` and Ctrl+F (on macOS ⌘F) search, also from a text field in the case of Ctrl+F; see `act` for `n`, `e` and `c`. */
export function useShortcuts(isNarrow: boolean): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const isFind = isFindKey(event, navigator.userAgent.includes('Mac'));
      const isAll = event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey) && !takesText(event.target);
      if (isAll && !event.defaultPrevented && !document.querySelector('dialog[open]')) {
        event.preventDefault();
        void selectAll();
        return;
      }
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !takesText(event.target);
      if (event.defaultPrevented || (!isFind && !isPlain) || document.querySelector('dialog[open]')) return;
      if (isFind || event.key === '/') goToSearch(isNarrow);
      else if (useForm.getState().open !== null || !act(event.key)) return;
      event.preventDefault();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [isNarrow]);
}

/** On macOS Ctrl+F moves the cursor in a text field, as everywhere there. */
export function isFindKey({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent, isMac: boolean): boolean {
  const isCommand = isMac ? metaKey && !ctrlKey : ctrlKey && !metaKey;
  return key.toLowerCase() === 'f' && isCommand && !shiftKey && !altKey;
}

/** In a narrow window the pane covers the list, so it is closed: the results of the search must be visible. */
function goToSearch(isNarrow: boolean): void {
  flushSync(() => {
    showScreen('tickets');
    if (isNarrow) uncoverList();
  });
  focusSearch();
}

/** `n` opens a new ticket; `e` edits the open ticket and `c` comments on it. Returns whether the key was one of these. */
function act(key: string): boolean {
  const { openId, ticket } = useTicket.getState();
  const isReading = ticket?.summary.id === openId && useScreen.getState().screen === 'tickets';
  if (key === 'n') openNewTicket();
  else if (key === 'e' && ticket && isReading)
    startEdit(ticket, useOutbox.getState().byTicket.get(ticket.summary.id) ?? []);
  else if (key === 'c' && isReading) focusComment();
  else if (useScreen.getState().screen === 'tickets' && key === 'x') toggleSelected();
  else if (key === 's') starActive();
  else if (key === 'h') snoozeActive();
  else if (key === 'u') toggleReadActive();
  else return false;
  return true;
}

/** Closes the form or ticket that covers the list in a narrow window. The form's draft is kept. */
export function uncoverList(): void {
  if (useForm.getState().open) closeForm();
  closeTicket();
}
