/* The period that some of the charts are about. */

import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { dayOf, startOfDay } from '../../electron/contract/dates.ts';
import { setSpan, useOverview } from '../state/overview.ts';
import { words } from '../words/words.ts';
import styles from './span-field.module.css';

const text = words.overview;

/** The periods that are offered, in days up to today. */
const presets: readonly { days: number; label: string }[] = [
  ...[7, 30, 90, 180].map((days) => ({ days, label: text.lastDays({ days }) })),
  { days: 365, label: text.lastYear },
  { days: 730, label: text.lastYears({ years: 2 }) },
];

const fromTo = 'between';

export function SpanField() {
  const span = useOverview((store) => store.span);
  const isBetween = span.kind === 'between';

  function choose(option: string) {
    if (option !== fromTo) return setSpan({ kind: 'last', days: Number(option) });
    const days = span.kind === 'last' ? span.days : 90;
    setSpan({ kind: 'between', from: dayOf(startOfDay(Date.now(), 1 - days)), to: dayOf(Date.now()) });
  }

  return (
    <div className={styles.span}>
      <NativeSelect
        label={text.period}
        size="xs"
        value={isBetween ? fromTo : String(span.days)}
        data={[
          ...presets.map(({ days, label }) => ({ value: String(days), label })),
          { value: fromTo, label: text.fromTo },
        ]}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      />
      {isBetween && <DayFields from={span.from ?? ''} to={span.to ?? ''} />}
    </div>
  );
}

/** The two days, which take effect once both are complete and in order. */
function DayFields({ from, to }: { from: string; to: string }) {
  const [days, setDays] = useState({ from, to });
  const isReversed = days.from !== '' && days.to !== '' && days.to < days.from;

  function apply() {
    const { from, to } = days;
    if (from !== '' && to !== '' && from <= to) setSpan({ kind: 'between', from, to });
  }

  return (
    <>
      <label className={styles.day}>
        <span>{text.from}</span>
        <input
          type="date"
          max="9999-12-31" // a year of six digits is no date of the calendar
          value={days.from}
          aria-invalid={isReversed}
          onChange={({ currentTarget }) => setDays({ ...days, from: currentTarget.value })}
          onBlur={apply}
        />
      </label>
      <label className={styles.day}>
        <span>{text.to}</span>
        <input
          type="date"
          max="9999-12-31"
          value={days.to}
          aria-invalid={isReversed}
          onChange={({ currentTarget }) => setDays({ ...days, to: currentTarget.value })}
          onBlur={apply}
        />
      </label>
      {isReversed && (
        <p className={styles.dayError} role="alert">
          {text.endsBeforeStart}
        </p>
      )}
    </>
  );
}
