import { Button } from '@mantine/core';
import { flushSync } from 'react-dom';
import type { OutboxItem } from '../../electron/contract/change.ts';
import { focusComment } from '../inbox/focus.ts';
import { actionsOf } from '../outbox/item-words.ts';
import { StateMark } from '../outbox/state-mark.tsx';
import { words } from '../words.ts';
import { editComment } from './comment-edit-store.ts';

/** A comment that the server has not confirmed yet. */
export function PendingComment({ item }: { item: OutboxItem }) {
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
