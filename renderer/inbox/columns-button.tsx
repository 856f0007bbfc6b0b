import { ActionIcon } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { openDialog } from '../state/dialogs.ts';
import { words } from '../words/words.ts';
import styles from './ticket-grid.module.css';

/** At the end of the headings, above the grid: it stays there while the grid is scrolled sideways. */
export function ColumnsButton() {
  return (
    <ActionIcon
      className={styles.columnsButton}
      variant="subtle"
      color="gray"
      size="sm"
      aria-label={words.list.columns.button}
      title={words.list.columns.button}
      onClick={() => openDialog({ name: 'columns' })}
    >
      <IconColumns3 size={15} aria-hidden="true" />
    </ActionIcon>
  );
}
