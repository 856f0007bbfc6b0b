/* The menu beside a saved view. */

import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useRef } from 'react';
import type { SavedView } from '../../electron/contract/views.ts';
import { openDialog } from '../state/dialogs.ts';
import { moveView, removeView } from '../state/views.ts';
import { words } from '../words/words.ts';
import styles from './views.module.css';

type Props = { view: SavedView; isFirst: boolean; isLast: boolean; isTabStop: boolean };

/** What can be done with a saved view: rename, move, remove. */
export function SavedViewMenu({ view: { id, name }, isFirst, isLast, isTabStop }: Props) {
  const target = useRef<HTMLButtonElement>(null);
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <ActionIcon
          ref={target}
          className={styles.more}
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={words.views.actions({ name })}
          tabIndex={isTabStop ? 0 : -1}
        >
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      {/* The chosen item disappears with the menu, so the focus moves to the button: a dialog returns it there later. */}
      <Menu.Dropdown onClickCapture={() => target.current?.focus()}>
        <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => openDialog({ name: 'renameView', id })}>
          {words.views.rename}
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowUp size={16} />} disabled={isFirst} onClick={() => void moveView(id, -1)}>
          {words.views.moveUp}
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowDown size={16} />} disabled={isLast} onClick={() => void moveView(id, 1)}>
          {words.views.moveDown}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconTrash size={16} />} onClick={() => void removeView(id)}>
          {words.views.remove}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
