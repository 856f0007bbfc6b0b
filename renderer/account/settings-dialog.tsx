/* The settings that the user may change. Each takes effect at once; the administrator's policy may fix one. */

import { NativeSelect, Switch } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useEffect } from 'react';
import { changeSettings, loadSettings, usePolicy, useSettings } from '../state/settings.ts';
import { CloseLine, Dialog } from '../ui/dialog.tsx';
import { words } from '../words/words.ts';
import styles from './account.module.css';

const text = words.settings;
const offeredDays = [30, 90, 365, 3_650];

export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const { notifies, historyDays: chosenDays } = useSettings();
  const fixedDays = usePolicy((policy) => policy.historyDays);
  const historyDays = fixedDays ?? chosenDays;
  useEffect(() => void loadSettings(), []);
  const days = [...new Set([...offeredDays, historyDays])].sort((one, other) => one - other);

  return (
    <Dialog title={text.title} onClose={onClose}>
      <div className={styles.settings}>
        <Switch
          label={text.notifies}
          description={text.notifiesHint}
          checked={notifies}
          onChange={({ currentTarget }) => void changeSettings({ notifies: currentTarget.checked })}
        />
        <NativeSelect
          label={text.history}
          description={fixedDays === null ? text.historyHint : text.historyFixed}
          disabled={fixedDays !== null}
          inputWrapperOrder={['label', 'input', 'description']}
          value={String(historyDays)}
          data={days.map((each) => ({ value: String(each), label: text.historyOf(each) }))}
          rightSection={<IconChevronDown size={16} aria-hidden="true" />}
          onChange={({ currentTarget }) => void changeSettings({ historyDays: Number(currentTarget.value) })}
        />
        <CloseLine label={text.close} onClose={onClose} />
      </div>
    </Dialog>
  );
}
