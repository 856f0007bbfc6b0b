/* The comments of a ticket. */

import { Button } from '@mantine/core';
import { useRef } from 'react';
import { flushSync } from 'react-dom';
import type { OutboxItem } from '../../electron/contract/change.ts';
import type { TicketId } from '../../electron/contract/ids.ts';
import type { TicketRecord } from '../../electron/contract/news.ts';
import { commentsInOrder, type TicketComment } from '../../electron/contract/ticket.ts';
import { actionsOf, problemOfChange } from '../state/change-words.ts';
import { editComment } from '../state/comment.ts';
import { focusComment } from '../state/screen.ts';
import { useStatus } from '../state/status.ts';
import { isNewComment } from '../state/ticket-record.ts';
import { NewBadge, OutboxButton, StateBadge } from '../ui/badges.tsx';
import { initialsOf } from '../ui/initials.ts';
import { ProblemLines } from '../ui/problem-note.tsx';
import shared from '../ui/shared.module.css';
import { LinkedText } from '../ui/ticket-text.tsx';
import { FullTime } from '../ui/time.tsx';
import { words } from '../words/words.ts';
import styles from './comments.module.css';
import ticketStyles from './ticket.module.css';
import { useNewInSight } from './use-new-in-sight.ts';

type Props = {
  ticketId: TicketId;
  record: TicketRecord;
  comments: readonly TicketComment[];
  /** The server’s comments are known, be there any or not. */
  isFetched: boolean;
  changes: readonly OutboxItem[];
};

/** Lists the server's comments, oldest first, and after them those that it has not confirmed. */
export function Comments({ ticketId, record, comments, isFetched, changes }: Props) {
  const pending = changes.filter(({ change }) => change.kind === 'comment');
  const count = comments.length + pending.length;
  const list = useRef<HTMLUListElement>(null);
  useNewInSight(list, ticketId, pending);
  return (
    <section className={ticketStyles.section}>
      <h3>
        {words.ticket.comments}
        {count > 0 && <span className={`${ticketStyles.count} ${shared.tabular}`}>{count}</span>}
      </h3>
      {comments.length === 0 && (count === 0 || !isFetched) && (
        <p className={ticketStyles.none}>{isFetched ? words.ticket.noComments : words.ticket.commentsUnknown}</p>
      )}
      <ul ref={list} className={styles.comments} aria-label={words.ticket.comments}>
        {commentsInOrder(comments).map((comment, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: comments have no id, and are only ever added at the end
          <li key={index} className={styles.comment}>
            <span className={styles.initials} aria-hidden="true">
              {initialsOf(comment.commentedBy)}
            </span>
            <div className={styles.body}>
              <p className={styles.head}>
                <bdi className={styles.author}>{comment.commentedBy || words.ticket.unknownAuthor}</bdi>
                <span className={styles.time}>
                  <FullTime text={comment.commentedOn} />
                </span>
                {isNewComment(record, comment) && <NewBadge />}
              </p>
              <p className={ticketStyles.prose} dir="auto">
                <LinkedText text={comment.comment} />
              </p>
            </div>
          </li>
        ))}
        {pending.map((item) => (
          <PendingComment key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );
}

/** A comment that the server has not confirmed. */
function PendingComment({ item }: { item: OutboxItem }) {
  const status = useStatus((store) => store.status);
  if (item.change.kind !== 'comment') return null;
  const problem = problemOfChange(item, status);
  return (
    <li className={styles.comment} data-pending>
      <span className={styles.initials} aria-hidden="true">
        …
      </span>
      <div className={styles.body}>
        <p className={styles.head}>
          <span className={styles.author}>{words.action.you}</span>
          {item.state !== 'refused' && <span className={styles.time}>{words.outbox.notConfirmed}</span>}
          <StateBadge state={item.state} />
          {actionsOf(item).includes('edit') && (
            <Button variant="subtle" size="compact-xs" onClick={() => rewrite(item)}>
              {words.outbox.rewrite}
            </Button>
          )}
          <OutboxButton item={item} />
        </p>
        <p className={`${ticketStyles.prose} ${styles.pendingProse}`} dir="auto">
          {item.change.comment}
        </p>
        {problem && <ProblemLines problem={problem} />}
      </div>
    </li>
  );
}

function rewrite(item: OutboxItem): void {
  flushSync(() => editComment(item));
  focusComment();
}
