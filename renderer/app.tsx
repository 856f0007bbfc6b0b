/* Chooses the screen: a start screen until an account is open, then the inbox. */

import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Inbox } from './inbox.tsx';
import { ClosingDialog } from './outbox/dialogs.tsx';
import { removePicture } from './picture.tsx';
import { AccountChoice } from './start/account-choice.tsx';
import { Blocked } from './start/blocked.tsx';
import { SignInScreen } from './start/sign-in-screen.tsx';
import { StartFrame } from './start/start-frame.tsx';
import { Starting } from './start/starting.tsx';
import { loadSession } from './state/desk-events.ts';
import { useKeychain } from './state/keychain.ts';
import { closeHelp, focusGrid, startTitleId, useHelp } from './state/screen.ts';
import { useSession } from './state/session.ts';
import { Boundary } from './ui/boundary.tsx';
import { later } from './ui/later.tsx';
import { ProblemNote } from './ui/problem-note.tsx';
import { words } from './words/words.ts';

const Help = later(async () => (await import('./help/help.tsx')).Help);

/** The screen for the session’s state, the question before the window closes, and the help over any screen. */
export function App() {
  const isHelpWanted = useHelp(({ page }) => page !== null);
  return (
    <>
      <Boundary>
        <Screen />
      </Boundary>
      <ClosingDialog />
      <Boundary subject={String(isHelpWanted)} onFault={closeHelp}>
        {isHelpWanted && <Help />}
      </Boundary>
    </>
  );
}

function Screen() {
  const session = useSession((store) => store.session);
  const problem = useSession((store) => store.problem);
  const signingIn = useSession((store) => store.signingIn);
  const waitsForKeychain = useKeychain(({ isWaiting }) => isWaiting); // which the screen says, and how to go on
  const isSettled = problem !== null || session.phase !== 'starting' || waitsForKeychain;
  useEffect(() => {
    if (isSettled) void removePicture();
  }, [isSettled]);
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

/**
 * Moves the keyboard into the list, or to the title of a start screen, when one screen replaces another and the pressed
 * button went with it. At the start no button was pressed, and the keyboard stays where it is.
 */
function useScreenFocus(screen: string): void {
  const isFirst = useRef(true);
  useEffect(() => {
    if (screen === 'starting') return;
    const wasFirst = isFirst.current;
    isFirst.current = false;
    if (wasFirst || document.activeElement !== document.body) return;
    const title = document.getElementById(startTitleId);
    if (title) title.focus();
    else focusGrid();
  }, [screen]);
}
