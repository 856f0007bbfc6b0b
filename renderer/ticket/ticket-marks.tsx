/* The user's own marks on the ticket: its star, its snooze, and whether it is read. They stand in the pane's bar, always in sight. */

import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconClockPause, IconMail, IconMailOpened, IconStar, IconStarFilled } from '@tabler/icons-react';
import { isSnoozed } from '../../electron/contract/marks.ts';
import type { ShownTicket } from '../../electron/contract/query.ts';
import { snoozeTicket, toggleRead, toggleStar } from '../state/ticket-marks.ts';
import paneStyles from '../ui/pane.module.css';
import { SnoozeMenu } from '../ui/snooze-menu.tsx';
import { useNow } from '../ui/time.tsx';
import { useAriaKeys } from '../ui/use-aria-keys.ts';
import { formatUntil } from '../words/time.ts';
import { words } from '../words/words.ts';
import styles from './ticket-marks.module.css';

const text = words.ticket.marks;

export function TicketMarks({ ticket: { summary, marks, isUnread } }: { ticket: ShownTicket }) {
  const readWords = isUnread ? text.markRead : text.markUnread;
  return (
    <fieldset className={styles.marks} aria-label={text.bar}>
      <Tooltip label={text.star}>
        <ActionIcon
          variant="subtle"
          color="gray"
          className={styles.star}
          aria-label={text.star}
          aria-pressed={marks.isStarred}
          aria-keyshortcuts={useAriaKeys('star')}
          onClick={() => void toggleStar()}
        >
          {marks.isStarred ? <IconStarFilled size={17} /> : <IconStar size={17} />}
        </ActionIcon>
      </Tooltip>
      <SnoozeMenu getIds={() => [summary.id]} onChoose={(untilMs) => void snoozeTicket(untilMs)}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={text.snooze}
          aria-keyshortcuts={useAriaKeys('snooze')}
          title={text.snooze}
        >
          <IconClockPause size={17} />
        </ActionIcon>
      </SnoozeMenu>
      <Tooltip label={readWords}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={readWords}
          aria-keyshortcuts={useAriaKeys('markUnread')}
          onClick={() => void toggleRead()}
        >
          {isUnread ? <IconMailOpened size={17} /> : <IconMail size={17} />}
        </ActionIcon>
      </Tooltip>
    </fieldset>
  );
}

/** Says until when the ticket is out of the way. */
export function SnoozedNote({ ticket: { marks } }: { ticket: ShownTicket }) {
  const now = useNow();
  if (marks.snoozedUntilMs === null || !isSnoozed(marks, now.getTime())) return null;
  return (
    <div className={`${paneStyles.note} ${styles.snoozed}`} role="note">
      <span>{text.snoozed({ when: formatUntil(marks.snoozedUntilMs, now) })}</span>
      <Button variant="default" size="compact-sm" onClick={() => void snoozeTicket(null)}>
        {text.bringBack}
      </Button>
    </div>
  );
}
