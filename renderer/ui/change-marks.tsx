import './change-marks.css';
import { IconCloudUp } from '@tabler/icons-react';
import type { ChangeState, OutboxItem } from '../../electron/contract/change.ts';
import { pendingWords } from '../state/change-words.ts';
import { showScreen } from '../state/screen.ts';
import { words } from '../words/words.ts';

/** The state of a change in words, with a colour. */
export function StateMark({ state }: { state: ChangeState }) {
  return (
    <span className="state-mark" data-state={state}>
      {words.outbox.state[state]}
    </span>
  );
}

type Props = { changes: readonly OutboxItem[]; isLocal: boolean };

/** The mark of a ticket of which the server has not confirmed everything; it leads to what is not confirmed. */
export function PendingMark({ changes, isLocal }: Props) {
  if (changes.length === 0 && !isLocal) return null;
  const isRefused = changes.some((item) => item.state === 'refused');
  const sentence = changes.length === 0 ? words.outbox.notSent : pendingWords(changes);
  return (
    <button
      type="button"
      className="pending-mark"
      data-refused={isRefused || undefined}
      title={words.outbox.showInOutbox}
      onClick={() => showScreen('outbox')}
    >
      <IconCloudUp size={14} stroke={1.8} aria-hidden="true" />
      {isLocal && changes.length <= 1 && !isRefused ? words.outbox.notSent : sentence}
    </button>
  );
}
