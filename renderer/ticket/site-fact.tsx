/* The site of a ticket: where it is, what time it is there, and the way to the user's own note and its time zone. */

import { ActionIcon, Tooltip } from '@mantine/core';
import { IconNotes } from '@tabler/icons-react';
import { inSentence } from '../../electron/contract/isolate.ts';
import { openDialog } from '../state/dialogs.ts';
import { useReferenceData } from '../state/reference-data.ts';
import { useZoneOfSite } from '../state/site-notes.ts';
import shared from '../ui/shared.module.css';
import { Marked } from '../ui/ticket-text.tsx';
import { useNow } from '../ui/time.tsx';
import { clockOnSite } from '../words/time.ts';
import { words } from '../words/words.ts';
import styles from './site-fact.module.css';
import ticketStyles from './ticket.module.css';

export function SiteFact({ site }: { site: string }) {
  const city = useReferenceData(({ sites }) => sites.find((each) => each.site === site)?.city ?? '');
  const value = [site, city].filter(Boolean).map(inSentence).join(' · ');
  return (
    <div className={ticketStyles.fact}>
      <dt>{words.ticket.facts.site}</dt>
      <dd dir="auto">
        <span className={styles.site}>
          {value ? <Marked text={value} /> : words.ticket.none}
          {site !== '' && (
            <Tooltip label={words.ticket.siteNotes.editHere}>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={words.ticket.siteNotes.edit({ site })}
                onClick={() => openDialog({ name: 'siteNotes', site })}
              >
                <IconNotes size={15} />
              </ActionIcon>
            </Tooltip>
          )}
        </span>
        <TimeOnSite site={site} />
      </dd>
    </div>
  );
}

/** What time it is on site, where that is another than here. */
function TimeOnSite({ site }: { site: string }) {
  const zone = useZoneOfSite(site);
  const now = useNow();
  const time = zone === null ? null : clockOnSite(now, zone);
  if (zone === null || !time) return null;
  return (
    <span className={`${styles.time} ${shared.tabular}`} title={zone} dir="ltr">
      {nowOnSite(time)}
    </span>
  );
}

function nowOnSite({ clock, weekday }: { clock: string; weekday: string | null }): string {
  return weekday === null ? words.ticket.time.now({ clock }) : words.ticket.time.nowOn({ clock, weekday });
}
