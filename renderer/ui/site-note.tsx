import { IconNote } from '@tabler/icons-react';
import { useSiteNote } from '../state/site-notes.ts';
import { words } from '../words/words.ts';
import styles from './site-note.module.css';

/** The user's own note on a site, with the words that it is private. Nothing where there is none. */
export function SiteNoteText({ site }: { site: string }) {
  const { note } = useSiteNote(site);
  if (note.trim() === '') return null;
  return (
    <div className={styles.note} role="note" aria-label={words.ticket.siteNotes.label}>
      <IconNote size={16} stroke={1.7} aria-hidden="true" />
      <div>
        <p className={styles.text} dir="auto">
          {note}
        </p>
        <p className={styles.private}>
          {words.ticket.siteNotes.label} · {words.ticket.marks.private}
        </p>
      </div>
    </div>
  );
}
