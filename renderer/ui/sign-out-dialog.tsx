/* The question before an account is signed out, which names everything that leaves this computer. */

import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Account } from '../../electron/contract/session.ts';
import { watchDialog } from '../state/dialogs.ts';
import { useDrafts } from '../state/drafts.ts';
import { attempt } from '../state/feedback.ts';
import { useOutbox } from '../state/outbox.ts';
import { useSession } from '../state/session.ts';
import { fullName } from '../words/account-names.ts';
import { words } from '../words/words.ts';
import { BusyButton } from './busy-button.tsx';
import { Dialog, DialogButtons } from './dialog.tsx';
import { KeychainWait } from './keychain-wait.tsx';
import styles from './sign-out-dialog.module.css';

type Props = { account: Account; onClose: () => void };

/** The outbox and the drafts of another account than the open one are not known here, so the dialog warns about them. */
export function SignOutDialog({ account, onClose }: Props) {
  const [isBusy, setBusy] = useState(false);
  const isOpen = useSession(({ session }) => session.phase === 'open' && session.account.key === account.key);
  const changeCount = useOutbox(({ items, unreadable }) => items.length + unreadable);
  const draftCount = useDrafts((store) => store.drafts.size);
  const losesInput = changeCount + draftCount > 0;

  async function signOut() {
    setBusy(true);
    const isStillOpen = watchDialog();
    await attempt(window.desk.session.signOut({ account: account.key }));
    setBusy(false);
    if (isStillOpen()) onClose();
  }

  return (
    <Dialog title={words.account.signOutOf({ name: fullName(account) })} onClose={onClose}>
      <div className={styles.body}>
        {!isOpen && (
          <p className={styles.losses} role="alert">
            {words.outbox.signOut.unknown}
          </p>
        )}
        {losesInput && <Losses changeCount={changeCount} draftCount={draftCount} />}
        <p>{words.account.removed}</p>
        <ul>
          {Object.values(words.account.removedParts).map((part) => (
            <li key={part}>{part}</li>
          ))}
        </ul>
        <p>{words.account.nothingElse}</p>
        <KeychainWait />
        <DialogButtons>
          <Button variant="default" data-autofocus onClick={onClose}>
            {words.account.keep}
          </Button>
          <BusyButton color="red.8" isBusy={isBusy} onClick={() => void signOut()}>
            {losesInput ? words.outbox.signOut.signOut : words.account.signOut}
          </BusyButton>
        </DialogButtons>
      </div>
    </Dialog>
  );
}

/** Warns about unsent changes and drafts, which are lost with the account's data. */
function Losses({ changeCount, draftCount }: { changeCount: number; draftCount: number }) {
  const text = words.outbox.signOut;
  return (
    <div className={styles.losses} role="alert">
      <p>{text.lead}</p>
      <ul>
        {changeCount > 0 && <li>{text.changes({ count: changeCount })}</li>}
        {draftCount > 0 && <li>{text.drafts({ count: draftCount })}</li>}
      </ul>
    </div>
  );
}
