/* The screen that appears when the chosen account cannot be opened: the reason, and every way on. */

import { Button } from '@mantine/core';
import { useState } from 'react';
import type { SessionState } from '../../electron/contract/session.ts';
import { attempt } from '../state/feedback.ts';
import { openSignIn } from '../state/session.ts';
import { BusyButton } from '../ui/busy-button.tsx';
import { FaultBanner, ProblemNote } from '../ui/problem-note.tsx';
import shared from '../ui/shared.module.css';
import { SignOutDialog } from '../ui/sign-out-dialog.tsx';
import { placeOf } from '../words/account-names.ts';
import { words } from '../words/words.ts';
import styles from './account-choice.module.css';
import { AccountList } from './account-choice.tsx';
import { MasterAccountForm } from './master-account-form.tsx';
import { StartFrame, StartTitle } from './start-frame.tsx';

type BlockedState = Extract<SessionState, { phase: 'blocked' }>;

export function Blocked({ state: { account, accounts, problem } }: { state: BlockedState }) {
  const [isRetrying, setRetrying] = useState(false);
  const [isSigningOut, setSigningOut] = useState(false);
  const others = accounts.filter((other) => other.key !== account.key);
  const lacksMaster = problem.kind === 'no-master-account';

  async function retry() {
    setRetrying(true);
    await attempt(window.desk.session.retry());
    setRetrying(false);
  }

  return (
    <StartFrame>
      <StartTitle title={words.start.cannotOpen({ account: account.name })} note={placeOf(account)} />
      <ProblemNote problem={problem} />
      <FaultBanner />
      {lacksMaster && <MasterAccountForm account={account} />}
      <div className={shared.buttonLine}>
        {!lacksMaster && (
          <BusyButton isBusy={isRetrying} onClick={() => void retry()}>
            {words.problem.retry}
          </BusyButton>
        )}
        <Button variant="default" onClick={() => void openSignIn(account)}>
          {words.start.signInAgain}
        </Button>
        <Button variant="subtle" color="gray" onClick={() => setSigningOut(true)}>
          {words.account.signOut}
        </Button>
      </div>
      {others.length > 0 && (
        <section className={styles.others}>
          <h2>{words.start.otherAccounts}</h2>
          <AccountList accounts={others} />
        </section>
      )}
      {isSigningOut && <SignOutDialog account={account} onClose={() => setSigningOut(false)} />}
    </StartFrame>
  );
}
