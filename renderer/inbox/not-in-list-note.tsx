import { Button, CloseButton } from '@mantine/core';
import { flushSync } from 'react-dom';
import { clearSearchAndFilters, useQuery } from '../state/query.ts';
import { focusScreen } from '../state/screen.ts';
import { useHidden } from '../state/ticket-list.ts';
import { words } from '../words/words.ts';
import styles from './ticket-list.module.css';

/** Says above the list that a ticket created just now is not in it, until the search or the filters change. */
export function NotInListNote() {
  const { title, query } = useHidden();
  const isCurrent = useQuery((current) => current === query);
  return (
    <div aria-live="polite">
      {title !== null && isCurrent && (
        <div className={styles.notInList}>
          <p>{words.inbox.notInList(title)}</p>
          <Button variant="subtle" size="compact-xs" onClick={() => closeBy(clearSearchAndFilters)}>
            {words.inbox.showAll}
          </Button>
          <CloseButton size="sm" aria-label={words.status.dismiss} onClick={() => closeBy(useHidden.reset)} />
        </div>
      )}
    </div>
  );
}

/** The buttons disappear with the note, so the focus moves to the new ticket beside the list. */
function closeBy(action: () => void): void {
  flushSync(action);
  focusScreen();
}
