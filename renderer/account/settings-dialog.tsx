import { NativeSelect, Switch } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useEffect } from 'react';
import { usePolicy } from '../state/policy.ts';
import { changeSettings, loadSettings, useSettings } from '../state/settings.ts';
import { CloseLine, Dialog } from '../ui/dialog.tsx';
import { words } from '../words/words.ts';

const text = words.settings;
const offeredDays = [30, 90, 365, 3_650];

/** What the user may set; each takes effect as it is set. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const { notifies, historyDays: chosenDays } = useSettings();
  const settledDays = usePolicy((policy) => policy.historyDays);
  const historyDays = settledDays ?? chosenDays;
  useEffect(() => void loadSettings(), []);
  const days = [...new Set([...offeredDays, historyDays])].sort((one, other) => one - other);

  return (
    <Dialog title={text.title} onClose={onClose}>
      <div className="settings">
        <Switch
          label={text.notifies}
          description={text.notifiesHint}
          checked={notifies}
          onChange={({ currentTarget }) => void changeSettings({ notifies: currentTarget.checked })}
        />
        <NativeSelect
          label={text.history}
          description={settledDays === null ? text.historyHint : text.historySettled}
          disabled={settledDays !== null}
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
