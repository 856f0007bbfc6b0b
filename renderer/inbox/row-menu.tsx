/* The menu of a row, at the pointer or at the row. On a selected row it acts on the whole selection. */

import { Menu } from '@mantine/core';
import type { MouseEvent } from 'react';
import { isLocalTicketId, type TicketId } from '../../electron/contract/ids.ts';
import type { TicketRow } from '../../electron/contract/query.ts';
import { attempt } from '../state/feedback.ts';
import { bringBack, markRead, snoozeTickets, starTickets } from '../state/list-actions.ts';
import { focusGrid } from '../state/screen.ts';
import { toggleRow, useSelection } from '../state/selection.ts';
import { SnoozeItems } from '../ui/snooze-menu.tsx';
import { words } from '../words/words.ts';
import styles from './row-menu.module.css';

export type RowMenuPlace = {
  readonly ticket: TicketRow;
  readonly index: number;
  /** In the window. */
  readonly xPx: number;
  readonly yPx: number;
};

type Props = { place: RowMenuPlace; onOpen: (id: TicketId) => void; onClose: () => void };

const text = words.list;

export function RowMenu({ place: { ticket, index, xPx, yPx }, onOpen, onClose }: Props) {
  const selected = useSelection(({ ids }) => ids);
  const isSelected = selected.has(ticket.id);
  const isOne = !isSelected || selected.size === 1;
  const getIds = () => (isOne ? [ticket.id] : [...selected]);
  const copy = (content: string) => void attempt(window.desk.system.copyText({ text: content }));

  return (
    <Menu
      key={`${xPx},${yPx}`}
      opened
      onChange={(isOpened) => {
        if (isOpened) return;
        onClose();
        focusGrid();
      }}
      position="bottom-start"
      offset={2}
      returnFocus={false}
    >
      <Menu.Target>
        <span aria-hidden="true" className={styles.place} style={{ '--x': `${xPx}px`, '--y': `${yPx}px` }} />
      </Menu.Target>
      <Menu.Dropdown onClickCapture={leaveMenu} aria-label={text.menu.title}>
        {isOne ? (
          <>
            <Menu.Item onClick={() => onOpen(ticket.id)}>{text.menu.open}</Menu.Item>
            {!isLocalTicketId(ticket.id) && (
              <>
                <Menu.Item onClick={() => copy(ticket.id)}>{text.menu.copyId}</Menu.Item>
                <Menu.Item onClick={() => copy(`colodesk://ticket/${ticket.id}`)}>{text.menu.copyLink}</Menu.Item>
              </>
            )}
            <Menu.Divider />
          </>
        ) : (
          <Menu.Label>{text.selection.selected({ count: selected.size })}</Menu.Label>
        )}
        <Menu.Item onClick={() => void starTickets(getIds(), !ticket.isStarred)}>
          {ticket.isStarred ? text.selection.unstar : text.selection.star}
        </Menu.Item>
        <Menu.Sub>
          <Menu.Sub.Target>
            <Menu.Sub.Item>{words.snooze.button}</Menu.Sub.Item>
          </Menu.Sub.Target>
          <Menu.Sub.Dropdown>
            <SnoozeItems getIds={getIds} onChoose={(untilMs) => void snoozeTickets(getIds(), untilMs)} />
          </Menu.Sub.Dropdown>
        </Menu.Sub>
        {ticket.snoozedUntilMs !== null && (
          <Menu.Item onClick={() => void bringBack(getIds())}>{text.menu.bringBack}</Menu.Item>
        )}
        <Menu.Item onClick={() => void markRead(getIds(), ticket.isUnread)}>
          {ticket.isUnread ? text.selection.read : text.selection.unread}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => toggleRow(ticket.id, index)}>
          {isSelected ? text.menu.deselect : text.menu.select}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** The chosen item disappears with the menu, so the focus moves to the grid first: a dialog returns it there later. */
function leaveMenu({ target }: MouseEvent): void {
  const opensSubmenu = target instanceof Element && target.closest('[data-sub-menu-item]') !== null;
  if (!opensSubmenu) focusGrid();
}
