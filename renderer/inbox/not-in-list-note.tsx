/* The note about a new ticket that the list leaves out. */

import { Button, CloseButton } from '@mantine/core';
import { useRef } from 'react';
import { isSameList, useQuery } from '../state/query.ts';
import { focusScreen } from '../state/screen.ts';
import { useHidden } from '../state/ticket-list.ts';
import { chooseView } from '../state/views.ts';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { words } from '../words/words.ts';
import styles from './ticket-list.module.css';

/** Says above the list that a ticket created just now is not in it, until it is or the list becomes another. */
export function NotInListNote() {
  const { title, query } = useHidden();
  const isCurrent = useQuery((current) => isSameList(query, current));
  const note = useRef<HTMLDivElement>(null);
  useKeptFocus(note, focusScreen); // to the new ticket beside the list
  return (
    <div ref={note} aria-live="polite">
      {title !== null && isCurrent && (
        <div className={styles.notInList}>
          <p>{words.inbox.notInList({ title })}</p>
          <Button variant="subtle" size="compact-xs" onClick={() => chooseView('all')}>
            {words.inbox.showAll}
          </Button>
          <CloseButton size="sm" aria-label={words.status.dismiss} onClick={useHidden.reset} />
        </div>
      )}
    </div>
  );
}
