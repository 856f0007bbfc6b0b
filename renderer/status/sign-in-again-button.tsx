import { Button } from '@mantine/core';
import { openSignIn, useSession } from '../state/session.ts';
import { words } from '../words/words.ts';

/** Opens the sign-in form for the open account. What is on this computer stays. */
export function SignInAgainButton({ variant }: { variant: 'filled' | 'default' }) {
  return (
    <Button variant={variant} size="compact-sm" onClick={() => void signInAgain()}>
      {words.start.signInAgain}
    </Button>
  );
}

async function signInAgain(): Promise<void> {
  const { session } = useSession.getState();
  await openSignIn(session.phase === 'open' ? session.account : null);
}
