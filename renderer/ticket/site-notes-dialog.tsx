/* The dialog `Site notes`: the sites with the user's own note and time zone. What is typed is saved at once. */

import { Button, NativeSelect, Textarea } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { longestNote, type SiteNote } from '../../electron/contract/marks.ts';
import { zoneOfPlace } from '../../electron/contract/site-time.ts';
import { closeDialog, useDialog } from '../state/dialogs.ts';
import { loadReferenceData, useReferenceData } from '../state/reference-data.ts';
import { flushSiteNotes, knownSites, typeSiteNote, useSiteNote, useSiteNotes } from '../state/site-notes.ts';
import { CloseLine, Dialog } from '../ui/dialog.tsx';
import { fieldNote } from '../ui/field-note.tsx';
import shared from '../ui/shared.module.css';
import { words } from '../words/words.ts';
import styles from './site-notes-dialog.module.css';

const text = words.ticket.siteNotes;

/** Rendered beside every screen of an account; it shows nothing until it is opened. */
export function SiteNotesDialog() {
  const open = useDialog((store) => store.open);
  if (open?.name !== 'siteNotes') return null;
  return <SiteNotes first={open.site ?? null} />;
}

/** @param first the site that is opened for editing; `null`: none */
function SiteNotes({ first }: { first: string | null }) {
  const { sites, sitesOfTickets } = useReferenceData();
  const notes = useSiteNotes((store) => store.notes);
  const [edited, setEdited] = useState(first);
  const known = knownSites(sites, sitesOfTickets, notes);
  const listed =
    first === null || known.some(({ site }) => site === first) ? known : [{ site: first, place: '' }, ...known];
  useEffect(() => void loadReferenceData(), []);
  useEffect(() => () => void flushSiteNotes(), []);

  return (
    <Dialog title={text.title} onClose={closeDialog}>
      <div className={shared.dialogBody}>
        <p>{text.lead}</p>
        {listed.length === 0 ? (
          <p>{text.none}</p>
        ) : (
          <ul className={styles.sites} aria-label={text.list}>
            {listed.map(({ site, place }) => (
              <li key={site}>
                <SiteLine
                  site={site}
                  place={place}
                  isOpen={site === edited}
                  onToggle={() => setEdited(site === edited ? null : site)}
                />
                {site === edited && <SiteFields site={site} takesFocus={site === first} />}
              </li>
            ))}
          </ul>
        )}
        <CloseLine label={text.close} onClose={closeDialog} />
      </div>
    </Dialog>
  );
}

type SiteLineProps = { site: string; place: string; isOpen: boolean; onToggle: () => void };

/** A site with the beginning of its note; a click opens its fields. */
function SiteLine({ site, place, isOpen, onToggle }: SiteLineProps) {
  const { note, zone } = useSiteNote(site);
  return (
    <Button
      className={styles.line}
      variant="subtle"
      color="gray"
      fullWidth
      justify="space-between"
      aria-expanded={isOpen}
      rightSection={<IconChevronDown size={16} aria-hidden="true" />}
      onClick={onToggle}
    >
      <span className={styles.text}>
        <span>
          <bdi className={styles.name}>{site}</bdi>{' '}
          <bdi className={styles.note}>{[place, zone].filter(Boolean).join(' · ')}</bdi>
        </span>
        {note.trim() !== '' && !isOpen && (
          <bdi className={styles.note} title={note}>
            {note}
          </bdi>
        )}
      </span>
    </Button>
  );
}

/** The time zones of this computer's own table. The table of a browser knows each zone that it can show. */
const zones = Intl.supportedValuesOf('timeZone');

function SiteFields({ site, takesFocus }: { site: string; takesFocus: boolean }) {
  const kept = useSiteNote(site);
  const place = useReferenceData(({ sites }) => sites.find((each) => each.site === site));
  const automatic = useMemo(() => place && zoneOfPlace(place), [place]);
  const note = useRef<HTMLTextAreaElement>(null);
  const change = (changed: Partial<SiteNote>) => typeSiteNote({ ...kept, ...changed });
  const isListed = kept.zone === '' || zones.includes(kept.zone);

  return (
    <div className={styles.fields}>
      <Textarea
        ref={note}
        label={text.note}
        description={fieldNote(kept.note, longestNote, text.noteHint)}
        inputWrapperOrder={['label', 'input', 'description']}
        {...(takesFocus && { 'data-autofocus': true })}
        value={kept.note}
        maxLength={longestNote}
        rows={3}
        dir="auto"
        onChange={({ currentTarget }) => change({ note: currentTarget.value })}
        onBlur={() => void flushSiteNotes()}
      />
      <NativeSelect
        label={text.zone}
        value={kept.zone}
        data={[
          { value: '', label: automatic ? text.automatic({ zone: automatic }) : text.automaticUnknown },
          ...(isListed ? [] : [kept.zone]),
          ...zones,
        ]}
        rightSection={<IconChevronDown size={16} aria-hidden="true" />}
        onChange={({ currentTarget }) => {
          change({ zone: currentTarget.value });
          void flushSiteNotes();
        }}
      />
    </div>
  );
}
