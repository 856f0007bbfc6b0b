import { Button, Popover } from '@mantine/core';
import type { Problem, ProblemKind } from '../../electron/contract/problem.ts';
import { DiagnoseButton } from '../help/diagnose-button.tsx';
import { ProblemFacts } from '../parts/problem-note.tsx';
import { openSignIn, useSession } from '../start/session-store.ts';
import { words } from '../words.ts';

/** The problems that end with a new sign-in, which finds everything of the account where it was. */
const endedBySignIn: readonly ProblemKind[] = ['unauthorized', 'wrong-credentials', 'keychain-entry-missing'];

/** What stands in the sync's way, in full, a click away. */
export function ProblemDetails({ problem }: { problem: Problem }) {
  return (
    <Popover position="top-start" width={360} trapFocus returnFocus>
      <Popover.Target>
        <Button variant="subtle" size="compact-xs" className="status-details">
          {words.status.details}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.status.details}>
        <div className="problem-body">
          <p className="problem-message">{problem.message}</p>
          {problem.kept && <p>{problem.kept}</p>}
          <p>{problem.todo}</p>
          <ProblemFacts problem={problem} />
          {endedBySignIn.includes(problem.kind) && (
            <div className="button-line">
              <Button size="compact-xs" onClick={() => void signInAgain()}>
                {words.start.signInAgain}
              </Button>
            </div>
          )}
          <DiagnoseButton kind={problem.kind} />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

async function signInAgain(): Promise<void> {
  const { session } = useSession.getState();
  await openSignIn(session.phase === 'open' ? session.account : null);
}
