import { useEffect } from 'react';
import { flushSync } from 'react-dom';
import { closeTicket } from '../ticket/ticket-store.ts';
import { focusSearch, takesText } from './focus.ts';

/** `/` and Ctrl+F (⌘F) go to the search, from anywhere but a text field or a dialog. */
export function useShortcuts(isNarrow: boolean): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const isFind = event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      const isSlash =
        event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !takesText(event.target);
      if (event.defaultPrevented || (!isFind && !isSlash) || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      // In a narrow window the pane lies over the list, and the search would answer out of sight.
      if (isNarrow) flushSync(closeTicket);
      focusSearch();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [isNarrow]);
}
