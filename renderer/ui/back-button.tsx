import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import styles from './back-button.module.css';

/** The button at the top of a screen that leads back; `label` says to where. */
export function BackButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button
      className={styles.back}
      variant="subtle"
      color="gray"
      size="compact-sm"
      leftSection={<IconArrowLeft size={16} />}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}
