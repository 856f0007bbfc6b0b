/* The filters of dates. */

import { NativeSelect, Popover, UnstyledButton } from '@mantine/core';
import { IconCalendar, IconChevronDown } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { DaySpan } from '../../electron/contract/dates.ts';
import { type DateField, dateFields } from '../../electron/contract/query.ts';
import { datesText, spanBetween } from '../state/filters.ts';
import { setDates, useQuery } from '../state/query.ts';
import { words } from '../words/words.ts';
import styles from './filter-select.module.css';

/** The spans that are offered, in days up to today. */
const presetDays = [1, 7, 30, 90];

/** The filters of dates, all behind one button: when a ticket was created, updated or closed. */
export function DateFilter() {
  const filters = useQuery((query) => query.filters);
  const isSet = dateFields.some((field) => filters[field] !== null);
  return (
    <Popover position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className={styles.target}
          aria-label={isSet ? `${words.filters.dates}: ${datesText(filters)}` : words.filters.dates}
          data-active={isSet || undefined}
        >
          <IconCalendar size={14} aria-hidden="true" />
          <span className={styles.text}>{datesText(filters)}</span>
          <IconChevronDown size={14} aria-hidden="true" />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={styles.dates}>
        {dateFields.map((field) => (
          <SpanField key={field} field={field} span={filters[field]} />
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}

/** The options of a select that are no number of days. */
const anyTime = 'any';
const fromTo = 'between';

/** One date: a span up to today, or from one day to another. */
function SpanField({ field, span }: { field: DateField; span: DaySpan | null }) {
  // Nothing is set when `From – to…` is chosen, or while the only day is being changed: the fields stay while they are open.
  const [isBetween, setBetween] = useState(span?.kind === 'between');
  const noteId = useId();
  const name = words.filters.date[field];
  const showsDays = span?.kind === 'between' || (isBetween && span === null);
  const days = span?.kind === 'last' ? [...new Set([...presetDays, span.days])].sort((a, b) => a - b) : presetDays;
  const from = span?.kind === 'between' ? (span.from ?? '') : '';
  const to = span?.kind === 'between' ? (span.to ?? '') : '';
  const isReversed = from !== '' && to !== '' && to < from;

  function choose(option: string) {
    setBetween(option === fromTo);
    setDates(field, option === anyTime || option === fromTo ? null : { kind: 'last', days: Number(option) });
  }

  return (
    <div className={styles.date}>
      <NativeSelect
        label={name}
        size="xs"
        value={showsDays ? fromTo : span?.kind === 'last' ? String(span.days) : anyTime}
        data={[
          { value: anyTime, label: words.filters.anyTime },
          ...days.map((count) => ({ value: String(count), label: words.filters.lastDays({ days: count }) })),
          { value: fromTo, label: words.filters.fromTo },
        ]}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      />
      {showsDays && (
        <div className={styles.days}>
          <DayField
            label={words.filters.fromShort}
            name={words.filters.from({ field: name })}
            value={from}
            onChange={(day) => setDates(field, spanBetween(day, to))}
          />
          <DayField
            label={words.filters.toShort}
            name={words.filters.to({ field: name })}
            value={to}
            noteId={isReversed ? noteId : undefined}
            onChange={(day) => setDates(field, spanBetween(from, day))}
          />
        </div>
      )}
      {isReversed && (
        <p id={noteId} className={styles.dateError} role="alert">
          {words.filters.endsBeforeStart}
        </p>
      )}
    </div>
  );
}

type DayFieldProps = {
  label: string;
  name: string;
  value: string;
  noteId?: string | undefined;
  onChange: (day: string) => void;
};

/** A day in the system's own field; `''` while it is not complete. */
function DayField({ label, name, value, noteId, onChange }: DayFieldProps) {
  return (
    <label className={styles.day}>
      <span aria-hidden="true">{label}</span>
      <input
        type="date"
        aria-label={name}
        aria-invalid={noteId !== undefined}
        aria-describedby={noteId}
        max="9999-12-31" // a year of six digits is no date of the calendar
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </label>
  );
}
