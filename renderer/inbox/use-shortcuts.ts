import { useEffect } from 'react';
import { flushSync } from 'react-dom';
import { focusComment, focusSearch, takesText } from '../state/focus.ts';
import { useForm } from '../state/form.ts';
import { leaveForm } from '../state/form-actions.ts';
import { openNewTicket, startEdit } from '../state/open-form.ts';
import { useOutbox } from '../state/outbox.ts';
import { showScreen, useScreen } from '../state/screen.ts';
import { closeTicket, useTicket } from '../state/ticket.ts';

/** Keys that work anywhere but in a text field, a form or a dialog: `/` and Ctrl+F (⌘F) search, `n`, `e`, `c` as below. */
export function useShortcuts(isNarrow: boolean): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const isFind = event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !takesText(event.target);
      if (event.defaultPrevented || (!isFind && !isPlain) || document.querySelector('dialog[open]')) return;
      if (isFind || event.key === '/') toSearch(isNarrow);
      else if (useForm.getState().open !== null || !act(event.key)) return;
      event.preventDefault();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [isNarrow]);
}

/** In a narrow window the pane lies over the list, and the search would answer out of sight. */
function toSearch(isNarrow: boolean): void {
  flushSync(() => {
    showScreen('tickets');
    if (isNarrow) uncoverList();
  });
  focusSearch();
}

/** `n`: new ticket; on the ticket that is read, `e`: edit, `c`: comment. Answers whether the key was one of them. */
function act(key: string): boolean {
  const { openId, ticket } = useTicket.getState();
  const isReading = ticket?.summary.id === openId && useScreen.getState().screen === 'tickets';
  if (key === 'n') openNewTicket();
  else if (key === 'e' && ticket && isReading)
    startEdit(ticket, useOutbox.getState().byTicket.get(ticket.summary.id) ?? []);
  else if (key === 'c' && isReading) focusComment();
  else return false;
  return true;
}

/** Takes away what lies over the list in a narrow window. What stands in a form stays as its draft. */
export function uncoverList(): void {
  if (useForm.getState().open) leaveForm();
  closeTicket();
}
