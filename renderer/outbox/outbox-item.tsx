import { Button, Progress } from '@mantine/core';
import type { OutboxItem } from '../../electron/contract/change.ts';
import type { Connection } from '../../electron/contract/sync-status.ts';
import { actionsOf, contentWords, type ItemAction, kindWords, percentOf, reasonWords } from '../state/change-words.ts';
import { editComment } from '../state/comment-edit.ts';
import { discardItem } from '../state/discarding.ts';
import { openChange } from '../state/open-form.ts';
import { attempt } from '../state/problems.ts';
import { showTicket } from '../state/ticket.ts';
import { StateMark } from '../ui/change-marks.tsx';
import { ProblemFacts } from '../ui/problem-note.tsx';
import { formatSince } from '../words/time.ts';
import { words } from '../words/words.ts';

type Props = { item: OutboxItem; earlier: readonly OutboxItem[]; connection: Connection; now: Date };

/** One change of the outbox: what it is, where it stands and why, and what can be done with it. */
export function OutboxRow({ item, earlier, connection, now }: Props) {
  const { progress, problem } = item;
  const title = item.ticketTitle || words.inbox.untitled;
  return (
    <li className="change" data-state={item.state}>
      <div className="change-head">
        <StateMark state={item.state} />
        <span className="change-kind">{kindWords(item)}</span>
        <button
          type="button"
          className="change-ticket"
          aria-label={words.outbox.showTicket(title)}
          onClick={() => showTicket(item.ticketId)}
        >
          <bdi>{title}</bdi>
        </button>
        <span className="change-since tabular">
          {words.outbox.since(formatSince(new Date(item.lastSentAtMs ?? item.createdAtMs), now))}
        </span>
      </div>
      <p className="change-content" dir="auto">
        {contentWords(item)}
      </p>
      <p className="change-reason">{reasonWords(item, earlier, connection)}</p>
      {problem && <ProblemFacts problem={problem} />}
      {progress && (
        <Progress size={4} value={percentOf(progress)} aria-label={words.action.progress(contentWords(item))} />
      )}
      <div className="button-line">
        {actionsOf(item).map((action, index) => (
          <Button
            key={action}
            variant={index === 0 && item.state !== 'waiting' && action !== 'discard' ? 'filled' : 'default'}
            size="xs"
            onClick={() => act(action, item)}
          >
            {actionWords[action]}
          </Button>
        ))}
      </div>
    </li>
  );
}

const actionWords: Record<ItemAction, string> = {
  send: words.outbox.sendNow,
  'send-again': words.outbox.sendAgain,
  edit: words.outbox.edit,
  discard: words.outbox.discard,
};

function act(action: ItemAction, item: OutboxItem): void {
  switch (action) {
    case 'send':
    case 'send-again':
      void attempt(window.desk.outbox.send({ id: item.id }));
      break;
    case 'edit':
      editComment(item);
      void openChange(item);
      break;
    case 'discard':
      discardItem(item);
      break;
  }
}
