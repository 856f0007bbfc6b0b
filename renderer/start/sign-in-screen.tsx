import { Button } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { Outcome } from '../../electron/contract/calls.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import type { Account } from '../../electron/contract/session.ts';
import { usePolicy } from '../state/policy.ts';
import { closeSignIn } from '../state/session.ts';
import { BusyButton } from '../ui/busy-button.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { words } from '../words/words.ts';
import { errorsOf, fieldsFor, fieldsUnder, isSignInField, requestOf, type SignInErrors } from './sign-in-fields.ts';
import { SignInForm } from './sign-in-form.tsx';
import { StartFrame, StartTitle } from './start-frame.tsx';

type Way = 'signIn' | 'demo';

type Props = {
  canGoBack: boolean;
  /** The account that is signed in to anew: the form begins with where it lives. */
  again?: Account | null;
  /** What went wrong before. */
  met?: Problem | undefined;
};

/** First start, and signing in to one more account or once more to one: the form, the demo, and what went wrong with either. */
export function SignInScreen({ canGoBack, again = null, met }: Props) {
  const policy = usePolicy();
  const [typed, setFields] = useState(() => fieldsFor(again));
  const fields = fieldsUnder(policy, typed);
  const [errors, setErrors] = useState<SignInErrors>({});
  const [problem, setProblem] = useState<Problem | null>(met ?? null);
  const [lastWay, setLastWay] = useState<Way>('signIn');
  const [busyWay, setBusyWay] = useState<Way | null>(null);

  const note = useRef<HTMLDivElement>(null);

  // The form may be scrolled in a low window; what went wrong stands at its top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: every new problem is shown
  useEffect(() => {
    note.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);

  async function go(way: Way, call: Promise<Outcome<null>>) {
    setBusyWay(way);
    setLastWay(way);
    const outcome = await call;
    setBusyWay(null);
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
    if (Object.keys(found).length === 0) await go('signIn', window.desk.session.signIn(request));
  }

  const tryDemo = (sessionOnly: boolean) => go('demo', window.desk.session.tryDemo({ sessionOnly }));
  const goOn = () => (lastWay === 'demo' ? tryDemo(true) : signIn(true));

  return (
    <StartFrame>
      {canGoBack && (
        <Button
          className="start-back"
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconArrowLeft size={16} />}
          onClick={closeSignIn}
        >
          {words.start.back}
        </Button>
      )}
      {again ? (
        <StartTitle title={words.start.signInAgain} note={words.start.againLead(again.name)} />
      ) : (
        <StartTitle title={words.start.title} note={words.start.lead} />
      )}
      <PolicyFault />
      {problem && (
        <div ref={note}>
          <ProblemNote problem={problem}>
            {problem.kind.startsWith('keychain-') && policy.sessionOnly && (
              <BusyButton size="xs" isBusy={busyWay !== null} onClick={() => void goOn()}>
                {words.start.sessionOnly}
              </BusyButton>
            )}
          </ProblemNote>
        </div>
      )}
      <SignInForm
        fields={fields}
        errors={errors}
        isBusy={busyWay === 'signIn'}
        isDisabled={busyWay === 'demo'}
        onChange={(change) => setFields({ ...fields, ...change })}
        onSubmit={() => void signIn(false)}
      />
      {(!again || again.environment === 'demo') && (
        <div className="start-demo">
          <div>
            <p className="start-demo-lead">{words.start.demoLead}</p>
            <p>{words.start.demoHint}</p>
          </div>
          <BusyButton
            variant="default"
            isBusy={busyWay === 'demo'}
            disabled={busyWay === 'signIn'}
            onClick={() => void tryDemo(false)}
          >
            {words.start.tryDemo}
          </BusyButton>
        </div>
      )}
    </StartFrame>
  );
}

/** Says that the policy's file is faulty, and in which field. */
function PolicyFault() {
  const fault = usePolicy((policy) => policy.fault);
  if (fault === null) return null;
  return (
    <div className="problem-note" role="note">
      <IconAlertTriangle className="problem-icon" size={18} aria-hidden="true" />
      <div className="problem-body">
        <p className="problem-message">{words.policy.fault}</p>
        <p>{words.policy.faultTodo}</p>
        <p className="selectable problem-id">{fault}</p>
      </div>
    </div>
  );
}
