/*
 * The notices between header and list: the demo and its network, a refused sign-in, a wrong clock, and a message of the
 * account that was opened.
 */

import { CloseButton, Switch } from '@mantine/core';
import { IconClockExclamation, IconFlask, IconInfoCircle, IconLock } from '@tabler/icons-react';
import type { Problem } from '../../electron/contract/problem.ts';
import type { Account } from '../../electron/contract/session.ts';
import { dismissNotice, useDismissedNotice } from '../state/feedback.ts';
import { setDemoNetwork, useDemoNetwork } from '../state/settings.ts';
import { clockSentence, signInProblem, useStatus } from '../state/status.ts';
import { ProblemFacts } from '../ui/problem-note.tsx';
import { words } from '../words/words.ts';
import styles from './banners.module.css';
import { SignInAgainButton } from './sign-in-again-button.tsx';

/** Says that this is the demo, with a switch that disconnects it. */
export function DemoBanner({ account }: { account: Account }) {
  const isConnected = useDemoNetwork((store) => store.isConnected);
  if (account.environment !== 'demo') return null;
  return (
    <div className={styles.banner} data-tone="demo">
      <IconFlask size={16} aria-hidden="true" />
      <p>{words.status.demo}</p>
      <Switch
        size="xs"
        label={words.status.demoNetwork}
        checked={isConnected}
        onChange={({ currentTarget }) => void setDemoNetwork(currentTarget.checked)}
      />
    </div>
  );
}

/** Says that the server refuses the sign-in, in its own words too, and offers to sign in again. */
export function SignInBanner() {
  const problem = useStatus(({ status }) => status && signInProblem(status));
  if (!problem) return null;
  return (
    <div className={styles.banner} data-tone="danger" role="note">
      <IconLock size={16} aria-hidden="true" />
      <div className={styles.text}>
        <p>
          <strong>{problem.message}</strong> {problem.todo}
        </p>
        <ProblemFacts problem={problem} />
      </div>
      <SignInAgainButton variant="filled" />
    </div>
  );
}

/** Says that the computer's clock is wrong, while it is. */
export function ClockBanner() {
  const sentence = useStatus(({ status }) => clockSentence(status?.clockSkewMs ?? null));
  if (!sentence) return null;
  return (
    <div className={styles.banner} data-tone="warn" role="note">
      <IconClockExclamation size={16} aria-hidden="true" />
      <p>{sentence}</p>
    </div>
  );
}

/** Something that the user should know once, such as a cache that had to be set aside. */
export function NoticeBanner({ notice }: { notice: Problem | null }) {
  const dismissed = useDismissedNotice((store) => store.message);
  if (!notice || dismissed === notice.message) return null;
  return (
    <div className={styles.banner} data-tone="warn" role="note">
      <IconInfoCircle size={16} aria-hidden="true" />
      <p>
        <strong>{notice.message}</strong> {notice.kept} {notice.todo}
      </p>
      <CloseButton size="sm" aria-label={words.status.dismiss} onClick={() => dismissNotice(notice)} />
    </div>
  );
}
