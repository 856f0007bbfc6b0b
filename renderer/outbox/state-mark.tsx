import './outbox.css';
import type { ChangeState } from '../../electron/contract/change.ts';
import { words } from '../words.ts';

/** The state of a change in words, with a colour. */
export function StateMark({ state }: { state: ChangeState }) {
  return (
    <span className="state-mark" data-state={state}>
      {words.outbox.state[state]}
    </span>
  );
}
