import { Button, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import type { Account } from '../../electron/contract/session.ts';
import { attempt } from '../state/problems.ts';
import { openSignIn } from '../state/session.ts';
import { FaultBanner } from '../ui/fault-banner.tsx';
import { words } from '../words/words.ts';
import { StartFrame, StartTitle } from './start-frame.tsx';

/** Several accounts can be opened: which one? */
export function AccountChoice({ accounts }: { accounts: readonly Account[] }) {
  return (
    <StartFrame>
      <StartTitle title={words.start.choose} note={words.start.chooseLead} />
      <FaultBanner />
      <AccountList accounts={accounts} />
      <Button variant="subtle" className="start-other" onClick={() => void openSignIn(null)}>
        {words.start.otherSignIn}
      </Button>
    </StartFrame>
  );
}

/** Accounts to open, a button each. */
export function AccountList({ accounts }: { accounts: readonly Account[] }) {
  return (
    <ul className="account-list">
      {accounts.map((account) => (
        <li key={account.key}>
          <UnstyledButton
            className="account-button"
            onClick={() => void attempt(window.desk.session.choose({ account: account.key }))}
          >
            <span className="account-button-text">
              <span className="account-button-name" dir="auto">
                {account.name}
              </span>
              <span className="account-button-note">
                {[account.masterName, words.environment[account.environment]].filter(Boolean).join(' · ')}
              </span>
            </span>
            {account.isOpened && <span className="account-button-cache">{words.start.hasCache}</span>}
            <IconChevronRight size={18} aria-hidden="true" />
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}
