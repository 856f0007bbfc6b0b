/* After how many days without any change an open ticket needs attention, for each request type. */

import { TextInput } from '@mantine/core';
import { useEffect, useId } from 'react';
import { mostQuietDays, quietDaysOf, quietDaysSchema } from '../../electron/contract/attention.ts';
import { loadReferenceData, useReferenceData } from '../state/reference-data.ts';
import { changeSettings, useSettings } from '../state/settings.ts';
import { words } from '../words/words.ts';
import styles from './settings-dialog.module.css';
import { useTypedSetting } from './use-typed-setting.ts';

const text = words.settings;

export function QuietSettings() {
  const quietDays = useSettings((settings) => settings.quietDays);
  const catalogue = useReferenceData((data) => data.catalogue);
  useEffect(() => void loadReferenceData(), []);
  const types = new Set([...catalogue.map(({ name }) => name), ...Object.keys(quietDays)]);
  types.delete('');
  const sorted = [...types].sort((one, other) => one.localeCompare(other));
  return (
    <>
      <p className={styles.hint}>{text.quietLead}</p>
      <div className={styles.days}>
        {[...sorted, ''].map((type) => (
          <DaysField key={type} type={type} days={quietDaysOf(quietDays, type)} />
        ))}
      </div>
    </>
  );
}

function DaysField({ type, days }: { type: string; days: number }) {
  const name = type === '' ? text.quietOthers : type;
  const noteId = useId();
  const save = (typed: string) =>
    changeSettings({ quietDays: { ...useSettings.getState().quietDays, [type]: Number(typed) } });
  const field = useTypedSetting(String(days), save, isQuietDays);
  const isWrong = field.value !== '' && !isQuietDays(field.value);
  return (
    <div className={styles.day}>
      <bdi>{name}</bdi>
      <TextInput
        className={styles.number}
        type="number"
        min={1}
        max={mostQuietDays}
        size="xs"
        aria-label={text.quietDays({ type: name })}
        aria-describedby={isWrong ? noteId : undefined}
        error={isWrong}
        {...field}
      />
      <span className={styles.hint}>{text.days}</span>
      {isWrong && (
        <p id={noteId} className={styles.fault} role="alert">
          {text.quietDaysAllowed({ most: mostQuietDays })}
        </p>
      )}
    </div>
  );
}

/** Whether a typed number of days can be set. */
export function isQuietDays(typed: string): boolean {
  return typed !== '' && quietDaysSchema.safeParse({ '': Number(typed) }).success;
}
