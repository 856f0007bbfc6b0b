import { Button } from '@mantine/core';
import { useState } from 'react';
import type { SessionState } from '../../electron/contract/session.ts';
import { attempt } from '../state/problems.ts';
import { openSignIn } from '../state/session.ts';
import { BusyButton } from '../ui/busy-button.tsx';
import { FaultBanner } from '../ui/fault-banner.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { SignOutDialog } from '../ui/sign-out-dialog.tsx';
import { words } from '../words/words.ts';
import { AccountList } from './account-choice.tsx';
import { StartFrame, StartTitle } from './start-frame.tsx';

type BlockedState = Extract<SessionState, { phase: 'blocked' }>;

/** The chosen account cannot be opened: why, and every way on from here. */
export function Blocked({ state: { account, accounts, problem } }: { state: BlockedState }) {
  const [isRetrying, setRetrying] = useState(false);
  const [isSigningOut, setSigningOut] = useState(false);
  const others = accounts.filter((other) => other.key !== account.key);

  async function retry() {
    setRetrying(true);
    await attempt(window.desk.session.retry());
    setRetrying(false);
  }

  return (
    <StartFrame>
      <StartTitle
        title={words.start.cannotOpen(account.name)}
        note={[account.masterName, words.environment[account.environment]].filter(Boolean).join(' · ')}
      />
      <ProblemNote problem={problem} />
      <FaultBanner />
      <div className="button-line">
        <BusyButton isBusy={isRetrying} onClick={() => void retry()}>
          {words.problem.retry}
        </BusyButton>
        <Button variant="default" onClick={() => void openSignIn(account)}>
          {words.start.signInAgain}
        </Button>
        <Button variant="subtle" color="gray" onClick={() => setSigningOut(true)}>
          {words.account.signOut}
        </Button>
      </div>
      {others.length > 0 && (
        <section className="start-others">
          <h2>{words.start.otherAccounts}</h2>
          <AccountList accounts={others} />
        </section>
      )}
      {isSigningOut && <SignOutDialog account={account} onClose={() => setSigningOut(false)} />}
    </StartFrame>
  );
}
