import './comments.css';
import { Button } from '@mantine/core';
import { flushSync } from 'react-dom';
import type { OutboxItem } from '../../electron/contract/change.ts';
import type { TicketComment } from '../../electron/contract/ticket.ts';
import { actionsOf } from '../state/change-words.ts';
import { editComment } from '../state/comment-edit.ts';
import { focusComment } from '../state/focus.ts';
import { StateMark } from '../ui/change-marks.tsx';
import { initialsOf } from '../ui/initials.ts';
import { LinkedText } from '../ui/linked-text.tsx';
import { FullTime } from '../ui/local-time.tsx';
import { words } from '../words/words.ts';

type Props = { comments: readonly TicketComment[]; changes: readonly OutboxItem[] };

/** What was said about the ticket, in the server's order, and after it what is not confirmed yet. */
export function Comments({ comments, changes }: Props) {
  const pending = changes.filter(({ change }) => change.kind === 'comment');
  const count = comments.length + pending.length;
  return (
    <section className="ticket-part">
      <h3>
        {words.ticket.comments}
        {count > 0 && <span className="ticket-count tabular">{count}</span>}
      </h3>
      {count === 0 && <p className="ticket-none">{words.ticket.noComments}</p>}
      <ul className="comments" aria-label={words.ticket.comments}>
        {comments.map((comment, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: comments have no id, and are only ever added at the end
          <li key={index} className="comment">
            <span className="comment-initials" aria-hidden="true">
              {initialsOf(comment.commentedBy)}
            </span>
            <div className="comment-body">
              <p className="comment-head">
                <bdi className="comment-author">{comment.commentedBy || words.ticket.unknownAuthor}</bdi>
                <span className="comment-time">
                  <FullTime text={comment.commentedOn} />
                </span>
              </p>
              <p className="ticket-prose" dir="auto">
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

/** A comment that the server has not confirmed yet. */
function PendingComment({ item }: { item: OutboxItem }) {
  if (item.change.kind !== 'comment') return null;
  return (
    <li className="comment" data-pending>
      <span className="comment-initials" aria-hidden="true">
        …
      </span>
      <div className="comment-body">
        <p className="comment-head">
          <span className="comment-author">{words.action.you}</span>
          <span className="comment-time">{words.outbox.notConfirmed}</span>
          <StateMark state={item.state} />
          {actionsOf(item).includes('edit') && (
            <Button variant="subtle" size="compact-xs" onClick={() => rewrite(item)}>
              {words.outbox.rewrite}
            </Button>
          )}
        </p>
        <p className="ticket-prose" dir="auto">
          {item.change.comment}
        </p>
        {item.problem && <p className="pending-problem">{`${item.problem.message} ${item.problem.todo}`}</p>}
      </div>
    </li>
  );
}

function rewrite(item: OutboxItem): void {
  flushSync(() => editComment(item));
  focusComment();
}
