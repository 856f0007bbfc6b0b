import { UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import type { Account } from '../../electron/contract/session.ts';
import { attempt } from '../parts/attempt.ts';
import { words } from '../words.ts';

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
