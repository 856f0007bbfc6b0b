/* The menu from which a ticket is snoozed, for one ticket or many. */

import { Menu } from '@mantine/core';
import type { ReactElement } from 'react';
import type { TicketId } from '../../electron/contract/ids.ts';
import { openDialog } from '../state/dialogs.ts';
import { snoozeChoices } from '../state/snooze-times.ts';
import { formatUntil } from '../words/time.ts';
import { words } from '../words/words.ts';
import styles from './snooze-menu.module.css';
import { useNow } from './time.tsx';

type Props = {
  /** The tickets that `Choose a date…` asks about; called when it is chosen. */
  getIds: () => readonly TicketId[];
  /** @param untilMs in milliseconds since 1970 */
  onChoose: (untilMs: number) => void;
};

/** A button, the child, that opens the menu. */
export function SnoozeMenu({ children, ...items }: Props & { children: ReactElement }) {
  return (
    <Menu position="bottom-start">
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown>
        <SnoozeItems {...items} />
      </Menu.Dropdown>
    </Menu>
  );
}

/** The items alone, for a submenu. Each says beside its name when the ticket comes back. */
export function SnoozeItems({ getIds, onChoose }: Props) {
  const now = useNow();
  return (
    <>
      {snoozeChoices(now.getTime()).map(({ name, untilMs }) => {
        const when = formatUntil(untilMs, now);
        return (
          <Menu.Item
            key={name}
            aria-label={words.snooze.choice[name]}
            aria-description={when}
            rightSection={<span className={styles.when}>{when}</span>}
            onClick={() => onChoose(untilMs)}
          >
            {words.snooze.choice[name]}
          </Menu.Item>
        );
      })}
      <Menu.Divider />
      <Menu.Item onClick={() => openDialog({ name: 'snoozeDate', ids: getIds() })}>{words.snooze.chooseDate}</Menu.Item>
    </>
  );
}
