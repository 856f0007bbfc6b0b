import './ticket.css';
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { focusGrid } from '../inbox/focus.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import { words } from '../words.ts';
import { TicketBody } from './ticket-body.tsx';
import { closeTicket, useTicket } from './ticket-store.ts';

/** The reading pane: everything that is known of one ticket. */
export function TicketPane({ isNarrow }: { isNarrow: boolean }) {
  const { openId, ticket, problem, takesFocus } = useTicket();
  const pane = useRef<HTMLElement>(null);

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
    if (event.key !== 'Escape') return;
    event.preventDefault();
    if (isNarrow) leave();
    else focusGrid();
  }

  return (
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
        <span className="pane-id selectable tabular">{ticket?.summary.id ?? openId}</span>
        {openId !== null && <CopyButton text={ticket?.summary.id ?? openId} label={words.ticket.copyId} />}
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
        {ticket && <TicketBody ticket={ticket} />}
        {ticket === null && <p className="pane-note">{words.ticket.unknown}</p>}
      </div>
    </section>
  );
}
