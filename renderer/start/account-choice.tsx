import { Button } from '@mantine/core';
import type { Account } from '../../electron/contract/session.ts';
import { FaultBanner } from '../status/fault-banner.tsx';
import { words } from '../words.ts';
import { AccountList } from './account-list.tsx';
import { openSignIn } from './session-store.ts';
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
