/*
 * The reading pane: everything that is known about one ticket, with the box for a comment at its foot. Escape returns to the list,
 * or from the comment box to the pane.
 */

import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconPaperclip, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { OutboxItem } from '../../electron/contract/change.ts';
import { isLocalTicketId, type TicketId } from '../../electron/contract/ids.ts';
import { unsentWords } from '../state/change-words.ts';
import { useCommentEdit } from '../state/comment.ts';
import { createOf, useTicketChanges } from '../state/outbox.ts';
import { focusGrid } from '../state/screen.ts';
import { useStatus } from '../state/status.ts';
import { closeTicket, disabledReason, useTicket } from '../state/ticket.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import paneStyles from '../ui/pane.module.css';
import { ProblemNote } from '../ui/problem-note.tsx';
import shared from '../ui/shared.module.css';
import { Marked } from '../ui/ticket-text.tsx';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { words } from '../words/words.ts';
import { CommentBox } from './comment-box.tsx';
import styles from './ticket.module.css';
import { TicketBody } from './ticket-body.tsx';
import { TicketMarks } from './ticket-marks.tsx';
import { useIncomingFiles } from './use-incoming-files.ts';

export function TicketPane({ isNarrow }: { isNarrow: boolean }) {
  const { openId, ticket, problem, takesFocus } = useTicket();
  const pane = useRef<HTMLElement>(null);
  const shownId = ticket?.summary.id ?? openId;
  // The previous ticket stays visible until the next one is there. It is inert meanwhile: an action would be meant for the next.
  const isLeaving = shownId !== openId;
  const changes = useTicketChanges(shownId);
  const commentEdit = useCommentEdit(({ edit }) => (edit?.ticketId === shownId ? edit : null));
  const takesFiles = ticket && !isLeaving && disabledReason('attach', ticket, changes) === null;
  useKeptFocus(pane); // an unsent ticket disappears with its `Cancel ticket`, a file with its `Stop`
  const isDragging = useIncomingFiles(takesFiles ? ticket.summary.id : null);

  useEffect(() => {
    if (!takesFocus) return;
    pane.current?.focus();
    useTicket.setState({ takesFocus: false });
  }, [takesFocus]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another ticket is shown from its top
  useEffect(() => {
    pane.current?.scrollTo(0, 0);
  }, [ticket?.summary.id]);

  function leave() {
    flushSync(closeTicket); // the list must be visible before it can take the focus
    focusGrid();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    // React passes on the keys of a dialog or menu that was opened here, which closes itself.
    if (event.target instanceof Element && event.target.closest('dialog, [role="menu"]')) return;
    event.preventDefault();
    if (event.target instanceof HTMLTextAreaElement) {
      pane.current?.focus(); // the text in the comment box is kept
      return;
    }
    if (isNarrow) leave();
    else focusGrid();
  }

  return (
    <>
      <section
        ref={pane}
        data-work-area
        className={paneStyles.pane}
        aria-label={words.ticket.region}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long ticket is scrolled with the keyboard
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div className={paneStyles.bar}>
          {isNarrow && (
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              leftSection={<IconArrowLeft size={16} />}
              onClick={leave}
            >
              {words.ticket.back}
            </Button>
          )}
          {shownId !== null && <PaneId id={shownId} changes={changes} />}
          {ticket && !isLeaving && <TicketMarks ticket={ticket} />}
          {!isNarrow && (
            <Tooltip label={words.ticket.close}>
              <ActionIcon
                className={styles.close}
                variant="subtle"
                color="gray"
                aria-label={words.ticket.close}
                onClick={leave}
              >
                <IconX size={17} />
              </ActionIcon>
            </Tooltip>
          )}
        </div>
        <div className={styles.content}>
          {problem && <ProblemNote problem={problem} />}
          <div inert={isLeaving}>
            {ticket && <TicketBody ticket={ticket} changes={changes} />}
            {ticket === null && shownId !== null && <TicketMissing id={shownId} />}
          </div>
        </div>
        {/* Not keyed by the ticket's id, which changes when the server creates the ticket, perhaps while the user types. */}
        {ticket && (
          <CommentBox
            key={commentEdit?.changeId}
            ticketId={ticket.summary.id}
            edit={commentEdit}
            whyLocked={disabledReason('comment', ticket, changes)}
          />
        )}
      </section>
      {isDragging && (
        <div className={styles.dropTarget}>
          <IconPaperclip size={28} stroke={1.6} aria-hidden="true" />
          {words.action.dropHere}
        </div>
      )}
    </>
  );
}

/** Says why the pane shows no ticket. */
function TicketMissing({ id }: { id: TicketId }) {
  const { hasVanished, isDenied } = useTicket();
  const connection = useStatus(({ status }) => status?.connection ?? 'connecting');
  const isAsked = connection === 'online' || connection === 'connecting';
  return (
    <p className={paneStyles.note}>
      {isLocalTicketId(id)
        ? words.ticket.discarded
        : hasVanished
          ? words.ticket.vanished
          : isDenied
            ? words.ticket.unknown
            : isAsked
              ? words.ticket.asked
              : words.ticket.notAsked}
    </p>
  );
}

/** The ticket's id on the server, or how far its creation has come. */
function PaneId({ id, changes }: { id: TicketId; changes: readonly OutboxItem[] }) {
  if (isLocalTicketId(id))
    return (
      <span className={styles.id} data-ticket-id>
        {unsentWords(createOf(id, changes))}
      </span>
    );
  return (
    <>
      <span className={`${styles.id} ${shared.selectable} ${shared.tabular}`} data-ticket-id>
        <Marked text={id} />
      </span>
      <CopyButton text={id} label={words.ticket.copyId} />
    </>
  );
}
