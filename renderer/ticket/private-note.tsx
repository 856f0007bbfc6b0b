/* The private note on a ticket: it is saved while it is typed, and never sent. */

import { Textarea } from '@mantine/core';
import type { TicketId } from '../../electron/contract/ids.ts';
import { longestNote } from '../../electron/contract/marks.ts';
import { noteId } from '../state/screen.ts';
import { flushNotes, typeNote, useTypedNotes } from '../state/ticket-note.ts';
import { fieldNote } from '../ui/field-note.tsx';
import { useAriaKeys } from '../ui/use-aria-keys.ts';
import { words } from '../words/words.ts';
import styles from './private-note.module.css';

export function PrivateNote({ ticketId, note }: { ticketId: TicketId; note: string }) {
  const typed = useTypedNotes(({ notes }) => notes.get(ticketId));
  const shown = typed ?? note;
  return (
    <Textarea
      id={noteId}
      className={styles.note}
      label={words.ticket.marks.note}
      description={
        <>
          {words.ticket.marks.private} {fieldNote(shown, longestNote)}
        </>
      }
      inputWrapperOrder={['label', 'input', 'description']}
      aria-keyshortcuts={useAriaKeys('privateNote')}
      value={shown}
      maxLength={longestNote}
      rows={1}
      dir="auto"
      onChange={({ currentTarget }) => typeNote(ticketId, currentTarget.value, note)}
      onBlur={() => void flushNotes()}
    />
  );
}
