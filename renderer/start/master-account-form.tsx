/* The question for the id of a master account that the operator's list does not name. */

import { TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { type Account, masterAccountIdSchema } from '../../electron/contract/session.ts';
import { attempt } from '../state/feedback.ts';
import { BusyButton } from '../ui/busy-button.tsx';
import { words } from '../words/words.ts';
import styles from './sign-in.module.css';

export function MasterAccountForm({ account }: { account: Account }) {
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { data: masterAccountId, error: fault } = masterAccountIdSchema.safeParse(typed);
    setError(fault?.issues[0]?.message ?? null);
    if (fault) field.current?.focus();
    if (isBusy || masterAccountId === undefined) return;
    setBusy(true);
    await attempt(window.desk.session.setMasterAccount({ account: account.key, masterAccountId }));
    setBusy(false);
  }

  return (
    <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      <TextInput
        ref={field}
        label={words.start.masterAccount}
        description={words.start.masterAccountHint}
        spellCheck={false}
        autoComplete="off"
        value={typed}
        error={error}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <BusyButton type="submit" isBusy={isBusy}>
        {words.start.openAccount}
      </BusyButton>
    </form>
  );
}
