import { Button } from '@mantine/core';
import { IconCloudUp } from '@tabler/icons-react';
import type { ChangeState, OutboxItem } from '../../electron/contract/change.ts';
import { needsUser, pendingWords, unsentWords } from '../state/change-words.ts';
import { showScreen } from '../state/screen.ts';
import { words } from '../words/words.ts';
import styles from './badges.module.css';

/** A ticket's status in words. The statuses of the specification have a colour each; any other is shown without. */
export function StatusBadge({ status }: { status: string }) {
  if (status === '') return null;
  return (
    <span className={styles.status} data-tone={toneByStatus[status] ?? 'other'} title={status}>
      <span className={styles.dot} aria-hidden="true" />
      <span className={styles.text}>{status}</span>
    </span>
  );
}

const toneByStatus: Record<string, string> = {
  New: 'new',
  'In Progress': 'progress',
  Completed: 'completed',
  Cancelled: 'cancelled',
};

/** The state of a change of the outbox in words, with a colour. */
export function StateBadge({ state }: { state: ChangeState }) {
  return (
    <span className={styles.state} data-state={state}>
      {words.outbox.state[state]}
    </span>
  );
}

/** Marks what has come since the user last looked. */
export function NewBadge() {
  return <span className={styles.new}>{words.ticket.changes.new}</span>;
}

/** Leads to the outbox, with all that can be done with a change, where the user has to decide about it. */
export function OutboxButton({ item }: { item: OutboxItem }) {
  if (!needsUser(item)) return null;
  return (
    <Button variant="subtle" size="compact-xs" onClick={() => showScreen('outbox')}>
      {words.outbox.showInOutbox}
    </Button>
  );
}

type PendingBadgeProps = { changes: readonly OutboxItem[]; isLocal: boolean };

/** Marks a ticket with changes that the server has not confirmed. It leads to them in the outbox. */
export function PendingBadge({ changes, isLocal }: PendingBadgeProps) {
  if (changes.length === 0 && !isLocal) return null;
  const isRefused = changes.some((item) => item.state === 'refused');
  const isOnlyCreate = isLocal && changes.length <= 1;
  const sentence = isOnlyCreate ? unsentWords(changes[0]) : pendingWords(changes);
  return (
    <button
      type="button"
      className={styles.pending}
      data-refused={isRefused || undefined}
      title={words.outbox.showInOutbox}
      onClick={() => showScreen('outbox')}
    >
      <IconCloudUp size={14} stroke={1.8} aria-hidden="true" />
      {sentence}
    </button>
  );
}
