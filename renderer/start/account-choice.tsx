/* The screen on which one of several accounts is chosen, and the list of accounts for other screens. */

import { Button, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import type { Account } from '../../electron/contract/session.ts';
import { attempt } from '../state/feedback.ts';
import { openSignIn } from '../state/session.ts';
import { FaultBanner } from '../ui/problem-note.tsx';
import { placeOf } from '../words/account-names.ts';
import { words } from '../words/words.ts';
import styles from './account-choice.module.css';
import { StartFrame, StartTitle } from './start-frame.tsx';

export function AccountChoice({ accounts }: { accounts: readonly Account[] }) {
  return (
    <StartFrame>
      <StartTitle title={words.start.choose} note={words.start.chooseLead} />
      <FaultBanner />
      <AccountList accounts={accounts} />
      <Button variant="subtle" className={styles.other} onClick={() => void openSignIn(null)}>
        {words.start.otherSignIn}
      </Button>
    </StartFrame>
  );
}

/** A button for each account, which opens it. */
export function AccountList({ accounts }: { accounts: readonly Account[] }) {
  return (
    <ul className={styles.list}>
      {accounts.map((account) => (
        <li key={account.key}>
          <UnstyledButton
            className={styles.button}
            onClick={() => void attempt(window.desk.session.choose({ account: account.key }))}
          >
            <span className={styles.text}>
              <span className={styles.name} dir="auto">
                {account.name}
              </span>
              <span className={styles.note}>{placeOf(account)}</span>
            </span>
            {account.isOpened && <span className={styles.cache}>{words.start.hasCache}</span>}
            <IconChevronRight size={18} aria-hidden="true" />
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}
