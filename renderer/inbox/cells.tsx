/* What each column shows of a ticket. The title's cell and the marks are in grid-row.tsx. */

import type { ReactNode } from 'react';
import { isLocalTicketId, type TicketId } from '../../electron/contract/ids.ts';
import type { TicketRow } from '../../electron/contract/query.ts';
import { parseServerTime } from '../../electron/contract/server-time.ts';
import { closedStatuses } from '../../electron/contract/specification.ts';
import type { ListColumn } from '../../electron/contract/views.ts';
import { unsentWords } from '../state/change-words.ts';
import { createOf, useTicketChanges } from '../state/outbox.ts';
import { StatusBadge } from '../ui/badges.tsx';
import { Marked } from '../ui/ticket-text.tsx';
import { BriefTime } from '../ui/time.tsx';
import { formatAge } from '../words/durations.ts';
import { formatBrief, formatHereAndUtc } from '../words/time.ts';
import { words } from '../words/words.ts';
import styles from './ticket-grid.module.css';

const text = words.list;

type Props = { column: Exclude<ListColumn, 'title'>; ticket: TicketRow; now: Date };

export function CellContent({ column, ticket, now }: Props): ReactNode {
  switch (column) {
    case 'id':
      return isLocalTicketId(ticket.id) ? <UnsentMark ticketId={ticket.id} /> : <Marked text={ticket.id} />;
    case 'status':
      return <StatusBadge status={ticket.status} />;
    case 'createdOn':
    case 'updatedOn':
    case 'lastCommentOn':
      return <BriefTime text={ticket[column]} now={now} />;
    case 'closedOn':
      return <ClosingTime closing={closingOf(ticket)} now={now} />;
    case 'age':
    case 'statusSince':
      return <Lasting words={durationWords(column, ticket, now)} />;
    default:
      return (
        <bdi>
          <Marked text={textOf(column, ticket)} />
        </bdi>
      );
  }
}

/** The text of a cell that may be cut off, for its title. */
export function titleOf(column: ListColumn, ticket: TicketRow): string | undefined {
  switch (column) {
    case 'title':
    case 'site':
    case 'location':
    case 'requestType':
    case 'category':
    case 'customerReference':
    case 'createdBy':
    case 'note':
      return ticket[column] || undefined;
    default:
      return undefined;
  }
}

type TextColumn = 'site' | 'location' | 'requestType' | 'category' | 'customerReference' | 'createdBy' | 'note';

/** Of a note the first line that has any text. */
export function textOf(column: TextColumn, ticket: TicketRow): string {
  if (column !== 'note') return ticket[column];
  return ticket.note.split('\n').find((line) => line.trim() !== '') ?? '';
}

/**
 * Returns when a ticket was closed, a server's time or `''`. Where the operator does not state it, this is the latest that it can
 * have been, by which the list is sorted and filtered too.
 */
export function closingOf({ status, closedOn, statusSince }: TicketRow): { time: string; isLatest: boolean } {
  const isUnstated = closedOn === '' && closedStatuses.includes(status);
  return isUnstated ? { time: statusSince, isLatest: true } : { time: closedOn, isLatest: false };
}

function ClosingTime({ closing: { time, isLatest }, now }: { closing: ReturnType<typeof closingOf>; now: Date }) {
  const date = isLatest ? parseServerTime(time) : null;
  if (!date) return <BriefTime text={time} now={now} />;
  return (
    <time dateTime={date.toISOString()} title={text.closedUnstated({ when: formatHereAndUtc(date) })}>
      {text.atLatest({ when: formatBrief(date, now) })}
    </time>
  );
}

type DurationWords = { readonly brief: string; readonly full: string };

/**
 * Returns how long a ticket has been open, or was; or how long it has had its status, which is at least so long where the
 * change itself was not seen. `null` where the server's time is none.
 */
export function durationWords(
  column: 'age' | 'statusSince',
  { status, createdOn, closedOn, statusSince, isStatusSinceLatest }: TicketRow,
  now: Date,
): DurationWords | null {
  const since = parseServerTime(column === 'age' ? createdOn : statusSince);
  if (!since) return null;
  if (column === 'statusSince') {
    const lasted = formatAge(now.getTime() - since.getTime());
    return isStatusSinceLatest
      ? { brief: text.atLeast({ duration: lasted }), full: text.inStatusAtLeast({ status, duration: lasted }) }
      : { brief: lasted, full: text.inStatus({ status, duration: lasted }) };
  }
  const isClosed = closedStatuses.includes(status);
  const closed = isClosed ? (parseServerTime(closedOn) ?? parseServerTime(statusSince)) : null;
  if (isClosed && !closed) return null;
  const lasted = formatAge((closed ?? now).getTime() - since.getTime());
  const sentence = isClosed ? text.wasOpenFor({ duration: lasted }) : text.openFor({ duration: lasted });
  return { brief: sentence, full: sentence };
}

function Lasting({ words: shown }: { words: DurationWords | null }) {
  return shown && <span title={shown.full}>{shown.brief}</span>;
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
