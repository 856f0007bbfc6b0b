/* One ticket of the list: a row of the grid in ticket-grid.tsx, whose style sheet it shares. */

import { IconCloudUp } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import { isLocalTicketId, type TicketId } from '../../electron/contract/ids.ts';
import type { TicketRow } from '../../electron/contract/query.ts';
import type { ListColumn } from '../../electron/contract/views.ts';
import { pendingWords, unsentWords } from '../state/change-words.ts';
import { createOf, useTicketChanges } from '../state/outbox.ts';
import { StatusBadge } from '../ui/badges.tsx';
import shared from '../ui/shared.module.css';
import { Marked } from '../ui/ticket-text.tsx';
import { BriefTime } from '../ui/time.tsx';
import { words } from '../words/words.ts';
import styles from './ticket-grid.module.css';

type Props = {
  index: number;
  top: number;
  /** `undefined` while the row is being fetched. */
  ticket: TicketRow | undefined;
  isActive: boolean;
  isOpen: boolean;
  now: Date;
  onOpen: (index: number) => void;
};

/** Memoised, because the grid renders all visible rows again with every scrolled row and every key. */
export const GridRow = memo(function GridRow({ index, top, ticket, isActive, isOpen, now, onOpen }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of the grid in ticket-grid.tsx
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and names its active row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys
    <div
      role="row"
      id={rowDomId(index)}
      aria-rowindex={index + 2}
      aria-selected={isOpen}
      className={`${styles.row} ${styles.columns}`}
      data-active={isActive || undefined}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onOpen(index)}
    >
      {ticket ? <Cells ticket={ticket} now={now} /> : <LoadingCell />}
    </div>
  );
});

/** The DOM id of a row, for the grid's `aria-activedescendant`. */
export function rowDomId(index: number): string {
  return `ticket-row-${index}`;
}

function Cells({ ticket, now }: { ticket: TicketRow; now: Date }) {
  const isLocal = isLocalTicketId(ticket.id);
  return (
    <>
      <Cell column="id" number={1}>
        {isLocal ? <UnsentMark ticketId={ticket.id} /> : <Marked text={ticket.id} />}
      </Cell>
      <Cell column="title" number={2} title={ticket.title}>
        <RowMark ticketId={ticket.id} />
        <bdi>{ticket.title ? <Marked text={ticket.title} /> : words.inbox.untitled}</bdi>
      </Cell>
      <Cell column="status" number={3}>
        <StatusBadge status={ticket.status} />
      </Cell>
      <Cell column="site" number={4} title={ticket.site}>
        <Marked text={ticket.site} />
      </Cell>
      <Cell column="category" number={5} title={ticket.category}>
        <bdi>
          <Marked text={ticket.category} />
        </bdi>
      </Cell>
      <Cell column="createdOn" number={6}>
        <BriefTime text={ticket.createdOn} now={now} />
      </Cell>
      <Cell column="updatedOn" number={7}>
        <BriefTime text={ticket.updatedOn} now={now} />
      </Cell>
    </>
  );
}

/** Stands in the place of the id of a ticket that has none yet: how far its creation has come. */
function UnsentMark({ ticketId }: { ticketId: TicketId }) {
  const create = createOf(ticketId, useTicketChanges(ticketId));
  return (
    <span className={styles.local} data-refused={create?.state === 'refused' || undefined}>
      {unsentWords(create)}
    </span>
  );
}

/** Marks a ticket with changes that the server has not confirmed. */
function RowMark({ ticketId }: { ticketId: TicketId }) {
  const changes = useTicketChanges(ticketId);
  if (changes.length === 0) return null;
  const sentence = pendingWords(changes);
  return (
    <span
      className={styles.mark}
      data-refused={changes.some((item) => item.state === 'refused') || undefined}
      title={sentence}
    >
      <IconCloudUp size={15} stroke={1.8} aria-hidden="true" />
      <span className={shared.unseen}>{sentence}</span>
    </span>
  );
}

type CellProps = { column: ListColumn; number: number; title?: string; children: ReactNode };

function Cell({ column, number, title, children }: CellProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of the grid in ticket-grid.tsx
    // biome-ignore lint/a11y/useFocusableInteractive: the keyboard moves from row to row, not from cell to cell
    <div role="gridcell" aria-colindex={number} className={styles.cell} data-column={column} title={title}>
      {children}
    </div>
  );
}

function LoadingCell() {
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of the grid in ticket-grid.tsx
    // biome-ignore lint/a11y/useFocusableInteractive: as above
    <div role="gridcell" className={`${styles.cell} ${styles.loading}`}>
      <i aria-hidden="true" />
      <span className={shared.unseen}>{words.inbox.loadingRow}</span>
    </div>
  );
}
