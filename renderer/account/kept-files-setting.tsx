/* How much of the disk the files of tickets may take, and how much they take now. */

import { NativeSelect } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useEffect } from 'react';
import { loadKeptUsage, setKeptFilesBudget, useKeptUsage } from '../state/kept-files.ts';
import { useSettings } from '../state/settings.ts';
import { formatBytes } from '../words/byte-sizes.ts';
import { words } from '../words/words.ts';

const text = words.files;
const offeredMb = [0, 50, 200, 1_000, 5_000];
const bytesPerMb = 1_000_000;

export function KeptFilesSetting() {
  const keptFilesMb = useSettings((settings) => settings.keptFilesMb);
  const usedBytes = useKeptUsage((store) => store.usedBytes);
  const sizes = [...new Set([...offeredMb, keptFilesMb])].sort((one, other) => one - other);

  useEffect(() => void loadKeptUsage(), []);

  return (
    <NativeSelect
      label={text.budget}
      description={usedBytes === null ? text.budgetHintUnknown : text.budgetHint({ used: formatBytes(usedBytes) })}
      inputWrapperOrder={['label', 'input', 'description']}
      value={String(keptFilesMb)}
      data={sizes.map((mb) => ({
        value: String(mb),
        label: mb === 0 ? text.noBudget : text.upTo({ size: formatBytes(mb * bytesPerMb) }),
      }))}
      rightSection={<IconChevronDown size={16} aria-hidden="true" />}
      onChange={({ currentTarget }) => void setKeptFilesBudget(Number(currentTarget.value))}
    />
  );
}
