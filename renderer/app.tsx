import { Button } from '@mantine/core';
import { Inbox } from './inbox.tsx';
import { ClosingDialog } from './outbox/dialogs.tsx';
import { AccountChoice } from './start/account-choice.tsx';
import { Blocked } from './start/blocked.tsx';
import { SignInScreen } from './start/sign-in-screen.tsx';
import { StartFrame } from './start/start-frame.tsx';
import { Starting } from './start/starting.tsx';
import { loadSession } from './state/desk-events.ts';
import { useSession } from './state/session.ts';
import { ProblemNote } from './ui/problem-note.tsx';
import { useScreenFocus } from './use-screen-focus.ts';
import { words } from './words/words.ts';

/** The one screen that the session's state calls for, and the question before it closes. */
export function App() {
  return (
    <>
      <Screen />
      <ClosingDialog />
    </>
  );
}

function Screen() {
  const session = useSession((store) => store.session);
  const problem = useSession((store) => store.problem);
  const signingIn = useSession((store) => store.signingIn);
  useScreenFocus(problem ? 'problem' : signingIn ? 'signing-in' : session.phase);

  if (problem) {
    return (
      <StartFrame>
        <ProblemNote problem={problem}>
          <Button size="xs" onClick={() => void loadSession()}>
            {words.problem.retry}
          </Button>
        </ProblemNote>
      </StartFrame>
    );
  }
  if (session.phase === 'starting') return <Starting waitsForKeychain={session.waitsForKeychain} />;
  if (session.phase === 'signed-out') return <SignInScreen canGoBack={false} met={session.problem} />;
  if (signingIn) return <SignInScreen canGoBack again={signingIn.again} />;
  if (session.phase === 'choosing') return <AccountChoice accounts={session.accounts} />;
  if (session.phase === 'blocked') return <Blocked state={session} />;
  return <Inbox state={session} />;
}
