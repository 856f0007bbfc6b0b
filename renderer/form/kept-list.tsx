import { ActionIcon, Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './templates-dialog.module.css';

type Props<Item> = {
  label: string;
  items: readonly Item[];
  /** Shown below the name, to recognise the item by. */
  noteOf: (item: Item) => string;
  action: string;
  actionNamed: (name: string) => string;
  removeNamed: (name: string) => string;
  onAction: (item: Item) => void;
  onRemove: (item: Item) => void;
  /** Another thing that can be done with each. */
  more?: (item: Item) => ReactNode;
};

/** What the user keeps under names: templates or texts, each with the one thing that can be done with it, and a button to remove it. */
export function KeptList<Item extends { id: string; name: string }>(props: Props<Item>) {
  const { label, items, noteOf, action, actionNamed, removeNamed, onAction, onRemove, more } = props;
  if (items.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={label}>
      {items.map((item) => (
        <li key={item.id}>
          <div className={styles.text}>
            <bdi className={styles.name}>{item.name}</bdi>
            <bdi className={styles.note}>{noteOf(item)}</bdi>
          </div>
          <Button
            variant="default"
            size="compact-sm"
            aria-label={actionNamed(item.name)}
            onClick={() => onAction(item)}
          >
            {action}
          </Button>
          {more?.(item)}
          <ActionIcon variant="subtle" color="gray" aria-label={removeNamed(item.name)} onClick={() => onRemove(item)}>
            <IconTrash size={16} />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}
