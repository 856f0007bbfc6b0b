/* One change in the outbox: what it is, its state and the reason, and the buttons that apply to it. */

import { Progress } from '@mantine/core';
import type { OutboxItem } from '../../electron/contract/change.ts';
import type { SyncStatus } from '../../electron/contract/sync-status.ts';
import {
  actionsOf,
  contentWords,
  type ItemAction,
  kindWords,
  percentOf,
  problemOfChange,
  reasonWords,
} from '../state/change-words.ts';
import { editComment } from '../state/comment.ts';
import { discardChange, useDiscarding } from '../state/confirmations.ts';
import { attempt } from '../state/feedback.ts';
import { openChange } from '../state/open-form.ts';
import { showTicket } from '../state/ticket.ts';
import { StateBadge } from '../ui/badges.tsx';
import { BusyButton } from '../ui/busy-button.tsx';
import { ProblemFacts } from '../ui/problem-note.tsx';
import shared from '../ui/shared.module.css';
import { formatSince } from '../words/time.ts';
import { words } from '../words/words.ts';
import { Lookalikes } from './lookalikes.tsx';
import styles from './outbox.module.css';

type Props = { item: OutboxItem; earlier: readonly OutboxItem[]; status: SyncStatus | null; now: Date };

/** `earlier` are the changes before it in the outbox: it may have to wait for one of them. */
export function OutboxRow({ item, earlier, status, now }: Props) {
  const { progress } = item;
  const problem = problemOfChange(item, status);
  const isDiscarding = useDiscarding(({ ids }) => ids.has(item.id));
  const title = item.ticketTitle || words.inbox.untitled;
  return (
    <li className={styles.change} data-state={item.state}>
      <div className={styles.changeHead}>
        <StateBadge state={item.state} />
        <span className={styles.kind}>{kindWords(item)}</span>
        <button
          type="button"
          className={styles.ticket}
          aria-label={words.outbox.showTicket({ title })}
          onClick={() => showTicket(item.ticketId)}
        >
          <bdi>{title}</bdi>
        </button>
        <span className={`${styles.since} ${shared.tabular}`}>
          {words.outbox.since({ when: formatSince(new Date(item.lastSentAtMs ?? item.createdAtMs), now) })}
        </span>
      </div>
      <p className={styles.content} dir="auto">
        {contentWords(item)}
      </p>
      <p className={styles.reason}>{reasonWords(item, earlier, status)}</p>
      {problem && <ProblemFacts problem={problem} />}
      <Lookalikes item={item} now={now} />
      {progress && (
        <Progress
          size={4}
          value={percentOf(progress)}
          aria-label={words.action.progress({ file: contentWords(item) })}
        />
      )}
      <div className={`${shared.buttonLine} ${styles.buttons}`}>
        {actionsOf(item, earlier).map((action, index) => (
          <BusyButton
            key={action}
            isBusy={action === 'discard' && isDiscarding}
            variant={index === 0 && isPressing(item) && action !== 'discard' ? 'filled' : 'default'}
            size="xs"
            onClick={() => act(action, item)}
          >
            {actionWords[action]}
          </BusyButton>
        ))}
      </div>
    </li>
  );
}

/** Whether the first button is what the user most likely wants; beside lookalikes it is the last resort. */
const isPressing = ({ state, lookalikes }: OutboxItem) => state !== 'waiting' && lookalikes.length === 0;

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
      discardChange(item);
      break;
  }
}
