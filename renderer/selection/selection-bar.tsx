/* What can be done with the selected tickets, in the place of the filters, so that the list stays where it is. */

import { Button, type ButtonProps } from '@mantine/core';
import {
  IconAlarm,
  IconBan,
  IconFileExport,
  IconMail,
  IconMailOpened,
  IconMessage,
  IconPrinter,
  IconStar,
  IconStarOff,
  IconUserPlus,
  IconX,
} from '@tabler/icons-react';
import { type ComponentProps, type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react';
import { openDialog } from '../state/dialogs.ts';
import { exportList } from '../state/exports.ts';
import { markRead, snoozeTickets, starTickets } from '../state/list-actions.ts';
import { focusGrid } from '../state/screen.ts';
import { clearSelection, useSelection } from '../state/selection.ts';
import { useSlice } from '../state/ticket-list.ts';
import { Announcement } from '../ui/announcement.tsx';
import { PaperMenu } from '../ui/paper-menu.tsx';
import shared from '../ui/shared.module.css';
import { SnoozeMenu } from '../ui/snooze-menu.tsx';
import { useToolbarKeys } from '../ui/use-toolbar-keys.ts';
import { words } from '../words/words.ts';
import styles from './selection-bar.module.css';

const text = words.list.selection;

export function SelectionBar() {
  const selected = useSelection(({ ids }) => ids);
  const isStarred = useAllStarred();
  const bar = useRef<HTMLDivElement>(null);
  useToolbarKeys(bar);
  // The bar goes with the selection, and the keyboard must not go with it. Here it is still in the page.
  useLayoutEffect(() => {
    const element = bar.current;
    return () => {
      if (element?.contains(document.activeElement)) focusGrid();
    };
  }, []);
  const getIds = () => [...selected];

  function onKeyDown(event: KeyboardEvent) {
    // The keys of a menu come here too: Escape closes it.
    const isInMenu = event.target instanceof Element && event.target.closest('[role="menu"]') !== null;
    if (event.key !== 'Escape' || isInMenu || event.defaultPrevented) return;
    event.preventDefault();
    clearSelection();
  }

  return (
    <div
      ref={bar}
      className={styles.bar}
      role="toolbar"
      aria-label={text.toolbar}
      data-under-pane
      onKeyDown={onKeyDown}
    >
      <span className={`${styles.count} ${shared.tabular}`}>{text.selected({ count: selected.size })}</span>
      <Action icon={<IconMessage size={15} />} onClick={() => openDialog({ name: 'bulkComment' })}>
        {text.comment}
      </Action>
      <Action icon={<IconBan size={15} />} onClick={() => openDialog({ name: 'bulkCancel' })}>
        {text.cancel}
      </Action>
      <Action icon={<IconUserPlus size={15} />} onClick={() => openDialog({ name: 'bulkRecipient' })}>
        {text.recipient}
      </Action>
      <span className={styles.rule} />
      <Action
        icon={isStarred ? <IconStarOff size={15} /> : <IconStar size={15} />}
        onClick={() => void starTickets(getIds(), !isStarred)}
      >
        {isStarred ? text.unstar : text.star}
      </Action>
      <SnoozeMenu getIds={getIds} onChoose={(untilMs) => void snoozeTickets(getIds(), untilMs)}>
        <Action icon={<IconAlarm size={15} />}>{words.snooze.button}</Action>
      </SnoozeMenu>
      <Action icon={<IconMailOpened size={15} />} onClick={() => void markRead(getIds(), true)}>
        {text.read}
      </Action>
      <Action icon={<IconMail size={15} />} onClick={() => void markRead(getIds(), false)}>
        {text.unread}
      </Action>
      <span className={styles.rule} />
      <PaperMenu getIds={getIds}>
        <Action icon={<IconPrinter size={15} />}>{words.paper.print}</Action>
      </PaperMenu>
      <Action icon={<IconFileExport size={15} />} onClick={exportList}>
        {words.exports.button}
      </Action>
      <span className={styles.rule} />
      <Action icon={<IconX size={15} />} onClick={clearSelection}>
        {text.clear}
      </Action>
    </div>
  );
}

/** Says how many are selected to a screen reader. */
export function SelectionAnnouncement() {
  const count = useSelection(({ ids }) => ids.size);
  return <Announcement text={count > 0 ? text.selected({ count }) : ''} />;
}

type ActionProps = Omit<ComponentProps<'button'>, keyof ButtonProps> & {
  icon: ReactNode;
  className?: string;
  children: string;
};

/** The menu's target gets a class of Mantine's besides. */
function Action({ icon, children, className = '', ...others }: ActionProps) {
  return (
    <Button
      {...others}
      className={`${styles.action} ${className}`}
      variant="subtle"
      color="gray"
      size="compact-sm"
      leftSection={icon}
    >
      {children}
    </Button>
  );
}

/** Whether all selected tickets are starred, as far as their rows are here. */
function useAllStarred(): boolean {
  const rows = useSlice(({ slice }) => slice.rows);
  const isStarredView = useSlice(({ query }) => query?.view === 'starred');
  return useSelection(({ ids }) => {
    const held = rows.filter(({ id }) => ids.has(id));
    return held.every(({ isStarred }) => isStarred) && (isStarredView || held.length === ids.size);
  });
}
