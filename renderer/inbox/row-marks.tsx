/* What a row shows besides its columns: the checkbox and the star before them, and around the title why the ticket matters. */

import { IconAlarm, IconBellRinging, IconCloudUp, IconStar, IconStarFilled } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { isLocalTicketId, type TicketId } from '../../electron/contract/ids.ts';
import { isReminderDue, isSnoozed } from '../../electron/contract/marks.ts';
import type { TicketRow } from '../../electron/contract/query.ts';
import { parseServerTime } from '../../electron/contract/server-time.ts';
import { pendingWords } from '../state/change-words.ts';
import { starTickets } from '../state/list-actions.ts';
import { useTicketChanges } from '../state/outbox.ts';
import { focusGrid } from '../state/screen.ts';
import { selectRange, toggleRow, useSelection } from '../state/selection.ts';
import { setActive } from '../state/ticket-list.ts';
import shared from '../ui/shared.module.css';
import { formatAge } from '../words/durations.ts';
import { formatUntil } from '../words/time.ts';
import { words } from '../words/words.ts';
import styles from './row-marks.module.css';

const text = words.list;

/** How a control names its ticket: by the id, or by the title while it has none. */
export const nameOf = ({ id, title }: Pick<TicketRow, 'id' | 'title'>): string =>
  isLocalTicketId(id) ? title || words.inbox.untitled : id;

/** The first cell of a row. Shift and a click selects all rows from the last one that was toggled. */
export function CheckCell({ ticket, index }: { ticket: TicketRow; index: number }) {
  const isSelected = useSelection(({ ids }) => ids.has(ticket.id));
  const name = nameOf(ticket);

  function toggle(event: MouseEvent) {
    event.stopPropagation();
    if (event.shiftKey) void selectRange(index);
    else toggleRow(ticket.id, index);
    setActive(index, { opens: false });
    focusGrid();
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: part of the grid in ticket-grid.tsx
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys
    <div
      role="gridcell"
      aria-colindex={1}
      className={styles.check}
      onMouseDown={(event) => event.preventDefault()} // the grid keeps the keyboard, and no text is selected with Shift
      onClick={toggle}
    >
      <input type="checkbox" tabIndex={-1} aria-label={text.selection.select({ name })} checked={isSelected} readOnly />
      <button
        type="button"
        tabIndex={-1}
        className={styles.star}
        aria-label={text.star({ name })}
        aria-pressed={ticket.isStarred}
        onClick={(event) => {
          event.stopPropagation();
          void starTickets([ticket.id], !ticket.isStarred);
        }}
      >
        {ticket.isStarred ? <IconStarFilled size={15} aria-hidden="true" /> : <IconStar size={15} aria-hidden="true" />}
      </button>
    </div>
  );
}

/** Stands out at the edge of the row, and is read with its name. */
export function UnreadMark() {
  return (
    <span className={styles.unread}>
      <span className={shared.unseen}>{text.unread}</span>
    </span>
  );
}

/** Marks a ticket with changes that the server has not confirmed. */
export function PendingMark({ ticketId }: { ticketId: TicketId }) {
  const changes = useTicketChanges(ticketId);
  if (changes.length === 0) return null;
  const sentence = pendingWords(changes);
  return (
    <span
      className={styles.pending}
      data-refused={changes.some((item) => item.state === 'refused') || undefined}
      title={sentence}
    >
      <IconCloudUp size={15} stroke={1.8} aria-hidden="true" />
      <span className={shared.unseen}>{sentence}</span>
    </span>
  );
}

/** Until when the ticket is out of the way, or that it has come back. */
export function SnoozeMark({ ticket, now }: { ticket: TicketRow; now: Date }) {
  const { snoozedUntilMs } = ticket;
  if (snoozedUntilMs === null) return null;
  if (isReminderDue(ticket, now.getTime())) {
    return (
      <span className={styles.due} title={text.reminderDue}>
        <IconBellRinging size={14} stroke={1.8} aria-hidden="true" />
        <span className={shared.unseen}>{text.reminderDue}</span>
      </span>
    );
  }
  if (!isSnoozed(ticket, now.getTime())) return null;
  const when = formatUntil(snoozedUntilMs, now);
  return (
    <span className={styles.snoozed} title={text.snoozedUntil({ when })}>
      <IconAlarm size={14} stroke={1.8} aria-hidden="true" />
      <span className={shared.unseen}>{text.snoozedUntil({ when })}</span>
      <span aria-hidden="true">{when}</span>
    </span>
  );
}

/** Why the ticket needs the user, the most urgent first. */
export function Reasons({ ticket, now }: { ticket: TicketRow; now: Date }) {
  return (
    <span className={styles.reasons}>
      {reasonsOf(ticket, now).map(({ reason, sentence }) => (
        <span key={reason} data-reason={reason}>
          {sentence}
        </span>
      ))}
    </span>
  );
}

/** Returns the reasons in words. */
export function reasonsOf({ attention, updatedOn }: TicketRow, now: Date) {
  const updated = parseServerTime(updatedOn);
  return attention.map((reason) => ({
    reason,
    sentence:
      reason === 'quiet' && updated
        ? text.quietFor({ duration: formatAge(now.getTime() - updated.getTime()) })
        : text.attention[reason],
  }));
}
