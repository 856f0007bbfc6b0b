import { ActionIcon, TextInput } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { words } from '../words.ts';

type Props = { value: string; error: ReactNode; onChange: (value: string) => void };

/** The client secret: hidden as it is typed, readable on demand, and never offered to a spelling service. */
export function SecretInput({ value, error, onChange }: Props) {
  const [isShown, setShown] = useState(false);
  return (
    <TextInput
      label={words.start.clientSecret}
      type={isShown ? 'text' : 'password'}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
      autoComplete="off"
      spellCheck={false}
      rightSection={
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={words.start.showSecret}
          aria-pressed={isShown}
          onClick={() => setShown(!isShown)}
        >
          {isShown ? <IconEyeOff size={17} /> : <IconEye size={17} />}
        </ActionIcon>
      }
    />
  );
}
