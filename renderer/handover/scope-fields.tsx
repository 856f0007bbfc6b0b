/* Since when the hand-over is, and for which sites. */

import { MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { shiftHours } from '../../electron/contract/handover.ts';
import { useClock } from '../state/clock.ts';
import { changeScope, shiftStartFault, useHandover } from '../state/handover.ts';
import { fieldsOf, momentOf } from '../state/snooze-times.ts';
import { words } from '../words/words.ts';
import styles from './handover.module.css';

const text = words.handover;

/** The value of the choice for a moment; the others are numbers of hours. */
const momentChoice = 'moment';

export function ScopeFields() {
  return (
    <fieldset className={styles.scope} aria-label={text.scope}>
      <SinceField />
      <SitesField />
    </fieldset>
  );
}

function SinceField() {
  const since = useHandover(({ scope }) => scope.since);
  const zone = useClock((clock) => clock.zone);
  const choice = since.kind === 'hours' ? String(since.hours) : momentChoice;

  function choose(chosen: string) {
    const hours = shiftHours.find((each) => String(each) === chosen);
    const startMs = Date.now() - (since.kind === 'hours' ? since.hours : 0) * 3_600_000;
    const wholeMinuteMs = Math.floor(startMs / 60_000) * 60_000;
    void changeScope({ since: hours ? { kind: 'hours', hours } : { kind: 'moment', atMs: wholeMinuteMs } });
  }

  return (
    <>
      <NativeSelect
        className={styles.since}
        label={text.since}
        value={choice}
        data={[
          ...shiftHours.map((count) => ({ value: String(count), label: text.hours({ count }) })),
          { value: momentChoice, label: text.moment },
        ]}
        rightSection={<IconChevronDown size={16} aria-hidden="true" />}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      />
      {/* In another zone the same moment has another day and time. */}
      {since.kind === 'moment' && <MomentFields key={zone} atMs={since.atMs} />}
    </>
  );
}

/** A moment that is none yet, while it is typed, or that cannot be, is said and changes nothing. */
function MomentFields({ atMs }: { atMs: number }) {
  const [fields, setFields] = useState(() => fieldsOf(atMs));
  const fault = shiftStartFault(momentOf(fields.day, fields.time), Date.now());

  function change(changed: Partial<typeof fields>) {
    const next = { ...fields, ...changed };
    setFields(next);
    const chosenMs = momentOf(next.day, next.time);
    if (chosenMs !== null && shiftStartFault(chosenMs, Date.now()) === null) {
      void changeScope({ since: { kind: 'moment', atMs: chosenMs } });
    }
  }

  return (
    <>
      <TextInput
        type="date"
        label={text.day}
        value={fields.day}
        max={fieldsOf(Date.now()).day}
        error={fault}
        onChange={({ currentTarget }) => change({ day: currentTarget.value })}
      />
      <TextInput
        type="time"
        label={text.time}
        value={fields.time}
        onChange={({ currentTarget }) => change({ time: currentTarget.value })}
      />
    </>
  );
}

/** Stands for the tickets without a site, because a select takes an empty value for none. */
const noSite = ' ';

function SitesField() {
  const known = useHandover((store) => store.sites);
  const chosen = useHandover(({ scope }) => scope.sites);
  const all = [...new Set([...known, ...chosen])];
  return (
    <MultiSelect
      className={styles.sites}
      label={text.sites}
      placeholder={chosen.length === 0 ? text.allSites : ''}
      data={all.map((site) => ({ value: site || noSite, label: site || text.noSite }))}
      value={chosen.map((site) => site || noSite)}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': text.clearSites }}
      nothingFoundMessage={text.noSiteFound}
      hidePickedOptions={false}
      maxDropdownHeight={280}
      onChange={(values) => void changeScope({ sites: values.map((value) => (value === noSite ? '' : value)) })}
    />
  );
}
