/*
 * The bar at the foot of the inbox: whether it is online, how many tickets there are and when they were confirmed, what waits in
 * the outbox, and what prevents the sync.
 */

import { Button, Popover, Progress } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconRefresh } from '@tabler/icons-react';
import { useRef } from 'react';
import type { Problem } from '../../electron/contract/problem.ts';
import type { SyncStatus, WalkProgress } from '../../electron/contract/sync-status.ts';
import { useAnnounced } from '../state/announcements.ts';
import { outboxAnnouncement, outboxSentence } from '../state/change-words.ts';
import { attempt } from '../state/feedback.ts';
import { useOutbox } from '../state/outbox.ts';
import { focusScreen } from '../state/screen.ts';
import { signInProblem, statusAnnouncement, statusSentence, statusTone, syncNow, useStatus } from '../state/status.ts';
import { Announcement } from '../ui/announcement.tsx';
import { DiagnoseButton, ProblemBody } from '../ui/problem-note.tsx';
import shared from '../ui/shared.module.css';
import { useNow } from '../ui/time.tsx';
import { useAriaKeys } from '../ui/use-aria-keys.ts';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { words } from '../words/words.ts';
import { SignInAgainButton } from './sign-in-again-button.tsx';
import styles from './status-bar.module.css';

export function StatusBar() {
  const { status, isAsked } = useStatus();
  const needed = useOutbox(({ items }) => outboxAnnouncement(items));
  const { sentence, occasion } = useAnnounced();
  const bar = useRef<HTMLElement>(null);
  useKeptFocus(bar, focusScreen); // `Pause` and `Details` disappear with their cause
  return (
    <footer ref={bar} className={styles.bar} data-tone={status ? statusTone(status, isAsked) : 'busy'} data-unkept>
      {/* `aria-live="off"`, since every step of the progress would be announced; the next elements announce what matters. */}
      <div className={styles.text} role="status" aria-label={words.status.region} aria-live="off">
        <span className={styles.dot} aria-hidden="true" />
        <Sentence status={status} isAsked={isAsked} />
      </div>
      <Announcement text={status ? statusAnnouncement(status, isAsked) : ''} />
      <Announcement text={needed} />
      <Announcement text={sentence} occasion={occasion} />
      {status?.progress && <SyncProgress progress={status.progress} />}
      {status && (status.progress || status.isPaused) && <PauseButton isPaused={status.isPaused} />}
      {status?.problem && <ProblemDetails problem={status.problem} />}
      <span className={styles.space} />
      <SyncNowButton isAsked={isAsked} />
    </footer>
  );
}

function Sentence({ status, isAsked }: { status: SyncStatus | null; isAsked: boolean }) {
  const now = useNow();
  const waiting = useOutbox(({ items }) => outboxSentence(items));
  const state = status ? statusSentence(status, now, isAsked) : words.status.connecting;
  const sentence = [state, waiting].filter(Boolean).join(' · ');
  return (
    <span className={`${styles.sentence} ${shared.tabular}`} title={sentence}>
      {sentence}
    </span>
  );
}

function SyncProgress({ progress }: { progress: WalkProgress }) {
  const percent = progress.total === 0 ? 0 : Math.min(100, (100 * progress.done) / progress.total);
  return (
    <Progress
      className={styles.progress}
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

function SyncNowButton({ isAsked }: { isAsked: boolean }) {
  return (
    <Button
      variant="subtle"
      size="compact-xs"
      aria-busy={isAsked}
      aria-keyshortcuts={useAriaKeys('syncNow')}
      leftSection={<IconRefresh size={14} className={isAsked ? styles.spinning : undefined} />}
      onClick={() => void syncNow()}
    >
      {words.status.syncNow}
    </Button>
  );
}

/** A button that opens the problem of the sync in full. */
function ProblemDetails({ problem }: { problem: Problem }) {
  return (
    <Popover
      position="top-start"
      width={360}
      withinPortal // so that it does not take the colour of the bar
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button variant="subtle" size="compact-xs">
          {words.status.details}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.status.details}>
        <ProblemBody problem={problem}>
          {signInProblem({ problem }) && (
            <div className={shared.buttonLine}>
              <SignInAgainButton variant="default" />
            </div>
          )}
          <DiagnoseButton kind={problem.kind} />
        </ProblemBody>
      </Popover.Dropdown>
    </Popover>
  );
}
