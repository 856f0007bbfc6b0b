/*
 * The screen on which the user signs in: on first start, to a further account, or again to a known one. It offers the demo too,
 * and reports what went wrong with either.
 */

import { useEffect, useRef, useState } from 'react';
import type { Outcome } from '../../electron/contract/calls.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import type { Account } from '../../electron/contract/session.ts';
import { closeSignIn, leaveSignIn } from '../state/session.ts';
import { usePolicy } from '../state/settings.ts';
import { BackButton } from '../ui/back-button.tsx';
import { BusyButton } from '../ui/busy-button.tsx';
import { fieldDomId } from '../ui/field-note.tsx';
import { KeychainWait } from '../ui/keychain-wait.tsx';
import { PolicyFaultNote, ProblemNote } from '../ui/problem-note.tsx';
import { fullName } from '../words/account-names.ts';
import { words } from '../words/words.ts';
import styles from './sign-in.module.css';
import {
  errorsOf,
  fieldsFor,
  fieldsUnder,
  firstFaulty,
  isSignInField,
  requestOf,
  type SignInErrors,
} from './sign-in-fields.ts';
import { SignInForm } from './sign-in-form.tsx';
import { StartFrame, StartTitle } from './start-frame.tsx';

type Props = {
  canGoBack: boolean;
  /** The account to sign in to again: the form starts with its environment. */
  again?: Account | null;
  /** A problem that happened before the screen was shown. */
  met?: Problem | undefined;
};

export function SignInScreen({ canGoBack, again = null, met }: Props) {
  const policy = usePolicy();
  const [typed, setFields] = useState(() => fieldsFor(again));
  const fields = fieldsUnder(policy, typed);
  const [errors, setErrors] = useState<SignInErrors>({});
  const [problem, setProblem] = useState<Problem | null>(met ?? null);
  const [lastAttempt, setLastAttempt] = useState<Attempt>('signIn');
  const [running, setRunning] = useState<Attempt | null>(null);

  const note = useRef<HTMLDivElement>(null);

  // In a low window the form may be scrolled down, and the problem is at its top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: every new problem is scrolled to
  useEffect(() => {
    note.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);

  // As in the other forms: a screen reader reads the error with its field, and says nothing of it otherwise.
  useEffect(() => {
    const faulty = firstFaulty(errors);
    if (faulty) document.getElementById(fieldDomId(faulty))?.focus();
  }, [errors]);

  async function run(attempt: Attempt, call: Promise<Outcome<null>>) {
    setRunning(attempt);
    setLastAttempt(attempt);
    const outcome = await call;
    setRunning(null);
    if (outcome.ok) {
      setProblem(null);
      closeSignIn();
    } else if (isSignInField(outcome.problem.field)) {
      setErrors({ [outcome.problem.field]: outcome.problem.message });
      setProblem(null);
    } else {
      setProblem(outcome.problem);
    }
  }

  async function signIn(sessionOnly: boolean) {
    const request = requestOf(fields, sessionOnly);
    const found = errorsOf(request);
    setErrors(found);
    if (Object.keys(found).length === 0) await run('signIn', window.desk.session.signIn(request));
  }

  const tryDemo = (sessionOnly: boolean) => run('demo', window.desk.session.tryDemo({ sessionOnly }));
  const continueWithoutKeychain = () => (lastAttempt === 'demo' ? tryDemo(true) : signIn(true));

  return (
    <StartFrame>
      {canGoBack && <BackButton label={words.start.back} onClick={leaveSignIn} />}
      {again ? (
        <StartTitle title={words.start.signInAgain} note={words.start.againLead({ account: fullName(again) })} />
      ) : (
        <StartTitle title={words.start.title} note={words.start.lead} />
      )}
      {policy.fault !== null && <PolicyFaultNote fault={policy.fault} />}
      {problem && (
        <div ref={note}>
          <ProblemNote problem={problem}>
            {problem.kind.startsWith('keychain-') && policy.sessionOnly && (
              <BusyButton size="xs" isBusy={running !== null} onClick={() => void continueWithoutKeychain()}>
                {words.start.sessionOnly}
              </BusyButton>
            )}
          </ProblemNote>
        </div>
      )}
      <KeychainWait />
      <SignInForm
        fields={fields}
        errors={errors}
        isBusy={running === 'signIn'}
        isDisabled={running === 'demo'}
        onChange={(change) => setFields({ ...fields, ...change })}
        onSubmit={() => void signIn(false)}
      />
      {(!again || again.environment === 'demo') && (
        <div className={styles.demo}>
          <div>
            <p className={styles.demoLead}>{words.start.demoLead}</p>
            <p>{words.start.demoHint}</p>
          </div>
          <BusyButton
            variant="default"
            isBusy={running === 'demo'}
            disabled={running === 'signIn'}
            onClick={() => void tryDemo(false)}
          >
            {words.start.tryDemo}
          </BusyButton>
        </div>
      )}
    </StartFrame>
  );
}

type Attempt = 'signIn' | 'demo';
