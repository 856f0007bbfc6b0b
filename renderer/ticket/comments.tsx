import './comments.css';
import type { OutboxItem } from '../../electron/contract/change.ts';
import type { TicketComment } from '../../electron/contract/ticket.ts';
import { initialsOf } from '../parts/initials.ts';
import { FullTime } from '../parts/local-time.tsx';
import { words } from '../words.ts';
import { LinkedText } from './linked-text.tsx';
import { PendingComment } from './pending-comment.tsx';

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
