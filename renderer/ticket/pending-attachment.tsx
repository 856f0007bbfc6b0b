import { Button, Progress } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import type { OutboxItem } from '../../electron/contract/change.ts';
import { percentOf } from '../outbox/item-words.ts';
import { StateMark } from '../outbox/state-mark.tsx';
import { attempt } from '../parts/attempt.ts';
import { words } from '../words.ts';

/** A file that the server has not confirmed yet: how far it is, and the way to stop it. */
export function PendingAttachment({ item }: { item: OutboxItem }) {
  if (item.change.kind !== 'attachment') return null;
  const { fileName } = item.change;
  const isGoing = item.state === 'waiting' || item.state === 'sending';
  return (
    <li className="attachment" data-pending>
      <IconFileUpload className="attachment-icon" size={18} stroke={1.6} aria-hidden="true" />
      <div className="attachment-text">
        <bdi className="attachment-name">{fileName}</bdi>
        <p className="attachment-note">
          <StateMark state={item.state} />
          {item.problem ? <span>{item.problem.message}</span> : <span>{words.outbox.notConfirmed}</span>}
        </p>
        {item.progress && (
          <Progress
            size={4}
            value={percentOf(item.progress)}
            aria-label={words.action.progress(fileName)}
            transitionDuration={150}
          />
        )}
      </div>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={isGoing ? words.action.stopNamed(fileName) : words.outbox.discardNamed(fileName)}
        onClick={() => void attempt(window.desk.outbox.discard({ id: item.id }))}
      >
        {isGoing ? words.action.stop : words.outbox.discard}
      </Button>
    </li>
  );
}
