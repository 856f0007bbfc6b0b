import './ticket.css';
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconPaperclip, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { isLocalTicketId, type TicketId } from '../../electron/contract/ids.ts';
import { useCommentEdit } from '../state/comment-edit.ts';
import { focusGrid } from '../state/focus.ts';
import { useTicketChanges } from '../state/outbox.ts';
import { closeTicket, useTicket } from '../state/ticket.ts';
import { whyLocked } from '../state/ticket-rules.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Marked } from '../ui/marked.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { words } from '../words/words.ts';
import { CommentBox } from './comment-box.tsx';
import { TicketBody } from './ticket-body.tsx';
import { useIncomingFiles } from './use-incoming-files.ts';

/** The reading pane: everything that is known of one ticket. */
export function TicketPane({ isNarrow }: { isNarrow: boolean }) {
  const { openId, ticket, problem, takesFocus } = useTicket();
  const pane = useRef<HTMLElement>(null);
  const shownId = ticket?.summary.id ?? openId;
  // The ticket before stays on the screen for a moment: what is done then is meant for the one that comes.
  const isLeaving = shownId !== openId;
  const changes = useTicketChanges(shownId);
  const commentEdit = useCommentEdit(({ edit }) => (edit?.ticketId === shownId ? edit : null));
  const takesFiles = ticket && !isLeaving && whyLocked('attach', ticket, changes) === null;
  useKeptFocus(pane); // a ticket that was not sent yet goes with its `Cancel ticket`, a file with its `Stop`
  const isDragging = useIncomingFiles(takesFiles ? ticket.summary.id : null);

  useEffect(() => {
    if (!takesFocus) return;
    pane.current?.focus();
    useTicket.setState({ takesFocus: false });
  }, [takesFocus]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another ticket begins at its top
  useEffect(() => {
    pane.current?.scrollTo(0, 0);
  }, [ticket?.summary.id]);

  function leave() {
    flushSync(closeTicket); // the list under the pane must be there again before it can take the keyboard
    focusGrid();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (event.target instanceof Element && event.target.closest('dialog')) return;
    event.preventDefault();
    if (event.target instanceof HTMLTextAreaElement) {
      pane.current?.focus(); // what stands in the comment box stays there
      return;
    }
    if (isNarrow) leave();
    else focusGrid();
  }

  return (
    <>
      <section
        ref={pane}
        className="pane"
        aria-label={words.ticket.region}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long ticket is scrolled with the keyboard
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div className="pane-bar">
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
          {shownId !== null && <PaneId id={shownId} />}
          {!isNarrow && (
            <Tooltip label={words.ticket.close}>
              <ActionIcon
                className="pane-close"
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
        <div className="pane-content">
          {problem && <ProblemNote problem={problem} />}
          <div inert={isLeaving}>
            {ticket && <TicketBody ticket={ticket} changes={changes} />}
            {ticket === null && shownId !== null && (
              <p className="pane-note">{isLocalTicketId(shownId) ? words.ticket.discarded : words.ticket.unknown}</p>
            )}
          </div>
        </div>
        {/* Without the ticket's id as its key: that changes when the ticket is created, perhaps while one types. */}
        {ticket && (
          <CommentBox
            key={commentEdit?.changeId}
            ticketId={ticket.summary.id}
            edit={commentEdit}
            whyLocked={whyLocked('comment', ticket, changes)}
          />
        )}
      </section>
      {isDragging && (
        <div className="drop-target">
          <IconPaperclip size={28} stroke={1.6} aria-hidden="true" />
          {words.action.dropHere}
        </div>
      )}
    </>
  );
}

/** The server's id of a ticket, or that it has none yet. */
function PaneId({ id }: { id: TicketId }) {
  if (isLocalTicketId(id)) return <span className="pane-id">{words.outbox.notSent}</span>;
  return (
    <>
      <span className="pane-id selectable tabular">
        <Marked text={id} />
      </span>
      <CopyButton text={id} label={words.ticket.copyId} />
    </>
  );
}
