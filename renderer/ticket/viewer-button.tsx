/* A button of the viewer that shows only an icon. It keeps the keyboard when it can do nothing more. */

import { ActionIcon } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';

type Props = { label: string; icon: Icon; isOff: boolean; onClick: () => void };

export function IconButton({ label, icon: Shape, isOff, onClick }: Props) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={label}
      title={label}
      aria-disabled={isOff}
      {...(isOff && { 'data-disabled': true })}
      onClick={() => !isOff && onClick()}
    >
      <Shape size={17} aria-hidden="true" />
    </ActionIcon>
  );
}
