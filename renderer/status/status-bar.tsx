import './status.css';
import { Button, Popover, Progress } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconRefresh } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { Problem, ProblemKind } from '../../electron/contract/problem.ts';
import type { SyncStatus } from '../../electron/contract/sync-status.ts';
import { outboxAnnouncement, outboxSentence } from '../state/change-words.ts';
import { focusScreen } from '../state/focus.ts';
import { useOutbox } from '../state/outbox.ts';
import { attempt } from '../state/problems.ts';
import { openSignIn, useSession } from '../state/session.ts';
import { useStatus } from '../state/status.ts';
import { statusAnnouncement, statusSentence, statusTone } from '../state/status-words.ts';
import { DiagnoseButton, ProblemFacts } from '../ui/problem-note.tsx';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { useNow } from '../ui/use-now.ts';
import { words } from '../words/words.ts';

/** Always visible at the foot of the inbox: online or not, how many tickets, when confirmed, what stands in the way. */
export function StatusBar() {
  const status = useStatus((store) => store.status);
  const announcement = useOutbox(({ items }) => outboxAnnouncement(items));
  const bar = useRef<HTMLElement>(null);
  useKeptFocus(bar, focusScreen); // `Pause` and `Details` go with what they are about
  return (
    <footer ref={bar} className="status-bar" data-tone={status ? statusTone(status) : 'busy'}>
      {/* Each tick of a walk would be read out; what is worth saying is said by the line below it. */}
      <div className="status-text" role="status" aria-label={words.status.region} aria-live="off">
        <span className="status-dot" aria-hidden="true" />
        <Sentence status={status} />
      </div>
      <span className="unseen" aria-live="polite">
        {status ? statusAnnouncement(status) : ''}
      </span>
      <span className="unseen" aria-live="polite">
        {announcement}
      </span>
      {status?.progress && <WalkProgress progress={status.progress} />}
      {status && (status.progress || status.isPaused) && <PauseButton isPaused={status.isPaused} />}
      {status?.problem && <ProblemDetails problem={status.problem} />}
      <span className="status-space" />
      <SyncNowButton />
    </footer>
  );
}

function Sentence({ status }: { status: SyncStatus | null }) {
  const now = useNow();
  const waiting = useOutbox(({ items }) => outboxSentence(items));
  const state = status ? statusSentence(status, now) : words.status.connecting;
  const sentence = [state, waiting].filter(Boolean).join(' · ');
  return (
    <span className="status-sentence tabular" title={sentence}>
      {sentence}
    </span>
  );
}

function WalkProgress({ progress }: { progress: { done: number; total: number } }) {
  const percent = progress.total === 0 ? 0 : Math.min(100, (100 * progress.done) / progress.total);
  return (
    <Progress
      className="status-progress"
      size={4}
      value={percent}
      aria-label={words.status.progress}
      transitionDuration={0}
    />
  );
}

function PauseButton({ isPaused }: { isPaused: boolean }) {
  return (
    <Button
      variant="subtle"
      size="compact-xs"
      leftSection={isPaused ? <IconPlayerPlay size={13} /> : <IconPlayerPause size={13} />}
      onClick={() => void attempt(window.desk.sync.pause({ isPaused: !isPaused }))}
    >
      {isPaused ? words.status.continue : words.status.pause}
    </Button>
  );
}

function SyncNowButton() {
  const [isAsking, setAsking] = useState(false);
  async function sync() {
    setAsking(true);
    await attempt(window.desk.sync.now());
    setAsking(false);
  }
  return (
    <Button
      variant="subtle"
      size="compact-xs"
      aria-busy={isAsking}
      leftSection={<IconRefresh size={14} className={isAsking ? 'spinning' : ''} />}
      onClick={() => {
        if (!isAsking) void sync();
      }}
    >
      {words.status.syncNow}
    </Button>
  );
}

/** The problems that end with a new sign-in, which finds everything of the account where it was. */
const endedBySignIn: readonly ProblemKind[] = ['unauthorized', 'wrong-credentials', 'keychain-entry-missing'];

/** What stands in the sync's way, in full, a click away. */
function ProblemDetails({ problem }: { problem: Problem }) {
  return (
    <Popover position="top-start" width={360} trapFocus returnFocus>
      <Popover.Target>
        <Button variant="subtle" size="compact-xs" className="status-details">
          {words.status.details}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.status.details}>
        <div className="problem-body">
          <p className="problem-message">{problem.message}</p>
          {problem.kept && <p>{problem.kept}</p>}
          <p>{problem.todo}</p>
          <ProblemFacts problem={problem} />
          {endedBySignIn.includes(problem.kind) && (
            <div className="button-line">
              <Button size="compact-xs" onClick={() => void signInAgain()}>
                {words.start.signInAgain}
              </Button>
            </div>
          )}
          <DiagnoseButton kind={problem.kind} />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

async function signInAgain(): Promise<void> {
  const { session } = useSession.getState();
  await openSignIn(session.phase === 'open' ? session.account : null);
}
