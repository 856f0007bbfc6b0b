/* The buttons for what can be done with a ticket. Those that cannot be used stay reachable by keyboard and say why. */

import { Button } from '@mantine/core';
import { IconBan, IconCopyPlus, IconPaperclip, IconPencil, IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { OutboxItem } from '../../electron/contract/change.ts';
import type { ShownTicket } from '../../electron/contract/query.ts';
import { attachFiles } from '../state/attachments.ts';
import { cancelTicket } from '../state/confirmations.ts';
import { openCopy, startEdit } from '../state/open-form.ts';
import { disabledReason } from '../state/ticket.ts';
import { PaperMenu } from '../ui/paper-menu.tsx';
import { useNow } from '../ui/time.tsx';
import { useAriaKeys } from '../ui/use-aria-keys.ts';
import { dayAndTime } from '../words/time.ts';
import { words } from '../words/words.ts';
import styles from './ticket.module.css';

type Props = { ticket: ShownTicket; changes: readonly OutboxItem[] };

/** The DOM id of the sentence that says why a ticket cannot be changed. The comment box refers to it too. */
const reasonId = 'ticket-locked';

export function TicketActions({ ticket, changes }: Props) {
  const { id } = ticket.summary;
  const why = {
    edit: disabledReason('edit', ticket, changes),
    cancel: disabledReason('cancel', ticket, changes),
    attach: disabledReason('attach', ticket, changes),
  };
  const reason = why.attach ?? why.cancel ?? why.edit;

  return (
    <>
      <fieldset className={styles.actions} aria-label={words.action.bar}>
        <ActionButton
          why={why.edit}
          shortcut={useAriaKeys('editTicket')}
          icon={<IconPencil size={16} />}
          onClick={() => startEdit(ticket, changes)}
        >
          {words.action.edit}
        </ActionButton>
        <ActionButton
          why={why.attach}
          icon={<IconPaperclip size={16} />}
          onClick={() => void attachFiles(id, window.desk.attachments.choose({ ticketId: id }))}
        >
          {words.action.attach}
        </ActionButton>
        <ActionButton why={null} icon={<IconCopyPlus size={16} />} onClick={() => openCopy(ticket)}>
          {words.action.duplicate}
        </ActionButton>
        <PaperMenu getIds={() => [id]} isWithoutNotes={ticket.marks.note === ''}>
          <Button variant="default" size="xs" aria-label={words.paper.menu} title={words.paper.menu}>
            <IconPrinter size={16} />
          </Button>
        </PaperMenu>
        <ActionButton
          why={why.cancel}
          icon={<IconBan size={16} />}
          onClick={() => cancelTicket(ticket.summary, changes)}
        >
          {words.action.cancel}
        </ActionButton>
      </fieldset>
      {ticket.isGone ? (
        <GoneNote detailConfirmedAtMs={ticket.detailConfirmedAtMs} />
      ) : (
        reason && (
          <p id={reasonId} className={styles.locked}>
            {reason}
          </p>
        )
      )}
    </>
  );
}

/** Says that the server has the ticket no more, and what is kept of it here. */
function GoneNote({ detailConfirmedAtMs }: { detailConfirmedAtMs: number | null }) {
  const now = useNow();
  const kept =
    detailConfirmedAtMs === null
      ? words.ticket.goneListed
      : words.ticket.goneKept(dayAndTime(new Date(detailConfirmedAtMs), now));
  return (
    <p id={reasonId} className={styles.gone} role="note">
      <strong>{words.ticket.gone}</strong> {kept}
    </p>
  );
}

type ActionButtonProps = {
  why: string | null;
  icon: ReactNode;
  shortcut?: string | undefined;
  onClick: () => void;
  children: string;
};

/** A button that stays in the tab order when it cannot be used, so that screen readers announce the reason. */
function ActionButton({ why, icon, shortcut, onClick, children }: ActionButtonProps) {
  const isLocked = why !== null;
  return (
    <Button
      variant="default"
      size="xs"
      leftSection={icon}
      aria-keyshortcuts={shortcut}
      aria-disabled={isLocked || undefined}
      {...(isLocked && { 'data-disabled': true })}
      aria-describedby={isLocked ? reasonId : undefined}
      title={why ?? undefined}
      onClick={() => {
        if (!isLocked) onClick();
      }}
    >
      {children}
    </Button>
  );
}
