/* After how many days without any change an open ticket needs attention, for each request type. */

import { TextInput } from '@mantine/core';
import { useEffect } from 'react';
import { quietDaysOf, quietDaysSchema } from '../../electron/contract/attention.ts';
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
  const field = useTypedSetting(String(days), async (typed) => {
    const changed = quietDaysSchema.safeParse({ ...useSettings.getState().quietDays, [type]: Number(typed) });
    return !changed.success || typed === '' || (await changeSettings({ quietDays: changed.data }));
  });
  return (
    <div className={styles.day}>
      <bdi>{name}</bdi>
      <TextInput
        className={styles.number}
        type="number"
        min={1}
        max={365}
        size="xs"
        aria-label={text.quietDays({ type: name })}
        {...field}
      />
      <span className={styles.hint}>{text.days}</span>
    </div>
  );
}
