/* The dates of planned maintenance that the user gives a ticket: saved here, never sent, and offered to calendars. */

import { Button, TextInput } from '@mantine/core';
import { useEffect, useId, useState } from 'react';
import { speaksOfMaintenance } from '../../electron/contract/calendar.ts';
import { isLocalTicketId } from '../../electron/contract/ids.ts';
import type { ShownTicket } from '../../electron/contract/query.ts';
import { saveCalendar, setDates } from '../state/calendar.ts';
import { useZoneOfSite } from '../state/site-notes.ts';
import { type DatesFault, faultIn, leaveDates, typeDates, useTypedDates } from '../state/ticket-dates.ts';
import shared from '../ui/shared.module.css';
import { words } from '../words/words.ts';
import styles from './maintenance-dates.module.css';

const text = words.repeats;

/** The dates of a ticket. Where it neither has any nor speaks of maintenance, only a button that asks for them. */
export function MaintenanceDates({ ticket }: { ticket: ShownTicket }) {
  const { summary, maintenance } = ticket;
  const [isWanted, setWanted] = useState(false);
  const isTyped = useTypedDates(({ dates }) => dates.has(summary.id));
  const isSuggested = speaksOfMaintenance([summary.title, summary.requestType, summary.category]);
  if (!maintenance && !isTyped && !isSuggested && !isWanted) {
    return (
      <Button className={styles.give} variant="subtle" size="compact-sm" onClick={() => setWanted(true)}>
        {text.giveDates}
      </Button>
    );
  }
  return <DatesForm ticket={ticket} />;
}

function DatesForm({ ticket: { summary, maintenance } }: { ticket: ShownTicket }) {
  const headingId = useId();
  const zoneOfSite = useZoneOfSite(summary.site);
  const typed = useTypedDates(({ dates }) => dates.get(summary.id));
  const zone = typed?.zone ?? maintenance?.zone ?? zoneOfSite ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const { start, end } = typed ?? maintenance ?? { start: '', end: '' };
  const [fault, setFault] = useState<DatesFault | null>(null);
  const errorOf = (field: DatesFault['field']) =>
    fault?.field === field && (fault.reason === 'year' ? text.yearTooFar : text.noEnd);
  const isChanged = start !== (maintenance?.start ?? '') || end !== (maintenance?.end ?? '');
  const isLocal = isLocalTicketId(summary.id);
  useEffect(() => () => void leaveDates(summary.id), [summary.id]);

  function save() {
    const dates = { start, end, zone };
    const found = faultIn(dates);
    setFault(found);
    if (!found) void setDates(summary.id, dates);
  }

  return (
    <section aria-labelledby={headingId}>
      <form
        className={styles.dates}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <h3 id={headingId}>{text.dates}</h3>
        <p className={styles.hint}>
          {text.datesPrivate} {text.datesZone({ zone })}
        </p>
        <div className={shared.fieldLine}>
          <TextInput
            type="datetime-local"
            label={text.start}
            value={start}
            error={errorOf('start')}
            onChange={({ currentTarget }) => typeDates(summary.id, { start: currentTarget.value, end, zone })}
          />
          <TextInput
            type="datetime-local"
            label={text.end}
            value={end}
            min={start}
            error={errorOf('end')}
            onChange={({ currentTarget }) => typeDates(summary.id, { start, end: currentTarget.value, zone })}
          />
        </div>
        <div className={shared.buttonLine}>
          <Button type="submit" variant="default" size="compact-sm" disabled={!isChanged}>
            {text.saveDates}
          </Button>
          {maintenance && (
            <>
              <Button variant="default" size="compact-sm" onClick={() => void setDates(summary.id, null)}>
                {text.removeDates}
              </Button>
              <Button
                variant="default"
                size="compact-sm"
                disabled={isLocal || isChanged}
                title={isLocal ? text.notSentYet : undefined}
                onClick={() => void saveCalendar(summary.id)}
              >
                {text.addToCalendar}
              </Button>
            </>
          )}
        </div>
      </form>
    </section>
  );
}
