/* One ticket of the list: a row of the grid in ticket-grid.tsx, whose style sheet it shares. */

import { memo, type ReactNode } from 'react';
import type { TicketRow } from '../../electron/contract/query.ts';
import type { ListColumn } from '../../electron/contract/views.ts';
import { useSelection } from '../state/selection.ts';
import shared from '../ui/shared.module.css';
import { Marked } from '../ui/ticket-text.tsx';
import { words } from '../words/words.ts';
import { CellContent, titleOf } from './cells.tsx';
import { isEndAligned } from './columns.ts';
import { CheckCell, PendingMark, Reasons, SnoozeMark, UnreadMark } from './row-marks.tsx';
import styles from './ticket-grid.module.css';

type Props = {
  index: number;
  top: number;
  /** `undefined` while the row is being fetched. */
  ticket: TicketRow | undefined;
  /** The same array for as long as the columns are the same. */
  columns: readonly ListColumn[];
  isActive: boolean;
  isOpen: boolean;
  /** Below its title the row says why the ticket needs the user. */
  showsReasons: boolean;
  now: Date;
  onOpen: (index: number) => void;
};

/** Memoised, because the grid renders all visible rows again with every scrolled row and every key. */
export const GridRow = memo(function GridRow(props: Props) {
  const { index, top, ticket, columns, isActive, isOpen, onOpen } = props;
  const isSelected = useSelection(({ ids }) => ticket !== undefined && ids.has(ticket.id));
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of the grid in ticket-grid.tsx
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and names its active row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys
    <div
      role="row"
      id={rowDomId(index)}
      aria-rowindex={index + 2}
      aria-labelledby={ticket && columns.map((column) => cellDomId(index, column)).join(' ')}
      aria-selected={isSelected}
      aria-current={isOpen || undefined}
      className={`${styles.row} ${styles.columns}`}
      data-index={index}
      data-active={isActive || undefined}
      data-unread={ticket?.isUnread || undefined}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onOpen(index)}
    >
      {ticket ? <Cells {...props} ticket={ticket} /> : <LoadingCell />}
    </div>
  );
});

/** The DOM id of a row, for the grid's `aria-activedescendant`. */
export function rowDomId(index: number): string {
  return `ticket-row-${index}`;
}

/** The DOM id of a cell. A row is named by its cells, without the checkbox and the star before them, which name the ticket too. */
function cellDomId(index: number, column: ListColumn): string {
  return `${rowDomId(index)}-${column}`;
}

function Cells({ ticket, index, columns, showsReasons, now }: Props & { ticket: TicketRow }) {
  return (
    <>
      <CheckCell ticket={ticket} index={index} />
      {columns.map((column, place) => (
        <Cell
          key={column}
          id={cellDomId(index, column)}
          column={column}
          number={place + 2}
          title={titleOf(column, ticket)}
        >
          {column === 'title' ? (
            <Title ticket={ticket} showsReasons={showsReasons} now={now} />
          ) : (
            <CellContent column={column} ticket={ticket} now={now} />
          )}
        </Cell>
      ))}
    </>
  );
}

type TitleProps = { ticket: TicketRow; showsReasons: boolean; now: Date };

function Title({ ticket, showsReasons, now }: TitleProps) {
  return (
    <>
      <span className={styles.titleLine}>
        {ticket.isUnread && <UnreadMark />}
        {ticket.isStarred && <span className={shared.unseen}>{words.list.starred}</span>}
        <PendingMark ticketId={ticket.id} />
        <bdi className={styles.title}>{ticket.title ? <Marked text={ticket.title} /> : words.inbox.untitled}</bdi>
        <SnoozeMark ticket={ticket} now={now} />
      </span>
      {showsReasons && <Reasons ticket={ticket} now={now} />}
    </>
  );
}

type CellProps = { id: string; column: ListColumn; number: number; title: string | undefined; children: ReactNode };

function Cell({ id, column, number, title, children }: CellProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of the grid in ticket-grid.tsx
    // biome-ignore lint/a11y/useFocusableInteractive: the keyboard moves from row to row, not from cell to cell
    <div
      role="gridcell"
      id={id}
      aria-colindex={number}
      className={styles.cell}
      data-column={column}
      data-end={isEndAligned(column) || undefined}
      title={title}
    >
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
