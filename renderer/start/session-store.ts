import { create } from 'zustand';
import type { Problem } from '../../electron/contract/problem.ts';
import type { SessionState } from '../../electron/contract/session.ts';

type SessionStore = {
  readonly session: SessionState;
  /** Why the state could not even be asked for. */
  readonly problem: Problem | null;
  /** The user wants the sign-in form although an account is there. */
  readonly isAddingAccount: boolean;
};

/** Which account is open, or what stands in the way. */
export const useSession = create<SessionStore>(() => ({
  session: { phase: 'starting', waitsForKeychain: false },
  problem: null,
  isAddingAccount: false,
}));

/** Takes the new state. The sign-in form, where it is open, stays unless the state is about another account. */
export function setSession(session: SessionState): void {
  useSession.setState((before) => ({
    session,
    problem: null,
    isAddingAccount: before.isAddingAccount && placeOf(before.session) === placeOf(session),
  }));
}

export function setAddingAccount(isAddingAccount: boolean): void {
  useSession.setState({ isAddingAccount });
}

function placeOf(session: SessionState): string {
  return 'account' in session ? `${session.phase} ${session.account.key}` : session.phase;
}
